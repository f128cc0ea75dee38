/** Which areas are compared: chosen one by one, or by a group with a stated rule. */
import { allRegions, regionByCode } from '#etl/reference/regions.ts';
import type { Comparison, Group } from '../../filters/comparison.ts';
import { say } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { sizeClassOf } from '../../metrics/comparison.ts';
import { cellOf } from './cards.ts';
import { areaName, askPage, provinces, regenciesOf, sendersOf, type PageContext } from './context.ts';

export interface ComparedAreas {
	readonly codes: readonly string[];
	/** How they were chosen, as a sentence. */
	readonly rule: string;
	readonly group: Group | 'chosen';
}

const regencies = (): readonly string[] => allRegions().filter((r) => r.kind === 'regency' || r.kind === 'city').map((r) => r.code);

/** The areas of a comparison. Same size: regencies in the size class of the chosen one, by ASN in the chosen cycle. */
export async function comparedAreas(context: PageContext, comparison: Comparison): Promise<ComparedAreas> {
	const { lang, filters } = context;
	const chosen = comparison.areas.filter((code) => regionByCode(code) !== undefined && code !== 'ID');
	if (chosen.length > 0) return { codes: chosen, rule: say(M.ruleChosen, lang, { n: chosen.length }), group: 'chosen' };
	const group = comparison.group ?? (filters.province ? 'province' : 'senders');
	switch (group) {
		case 'all':
			return { codes: regencies(), rule: say(M.ruleAll, lang, { n: regencies().length }), group };
		case 'provinces':
			return { codes: provinces().map((p) => p.code), rule: say(M.ruleProvinces, lang), group };
		case 'size':
			return sameSize(context);
		case 'province':
			if (filters.province) return { codes: [...regenciesOf(filters.province).map((r) => r.code), `${filters.province}.00`], rule: say(M.ruleProvince, lang, { province: areaName(filters.province, lang) }), group };
			return senders(context);
		case 'senders':
			return senders(context);
	}
}

const senders = (context: PageContext): ComparedAreas => ({ codes: sendersOf(context.release), rule: say(M.ruleSenders, context.lang), group: 'senders' });

async function sameSize(context: PageContext): Promise<ComparedAreas> {
	const { region } = context.filters;
	const answer = await askPage(context, ['asn_headcount'], { regions: regencies() });
	const asnOf = (code: string): number | null => {
		const result = cellOf(answer, 'asn_headcount', code, context.cycle)?.result;
		return result?.status === 'ok' ? result.value : null;
	};
	const own = region ? asnOf(region) : null;
	const size = own === null ? undefined : sizeClassOf(own);
	if (!region || !size) return senders(context);
	const codes = regencies().filter((code) => {
		const asn = asnOf(code);
		return asn !== null && sizeClassOf(asn)?.code === size.code;
	});
	return { codes: [region, ...codes.filter((c) => c !== region)], rule: say(M.ruleSize, context.lang, { n: codes.length, size: size.name[context.lang], area: areaName(region, context.lang) }), group: 'size' };
}
