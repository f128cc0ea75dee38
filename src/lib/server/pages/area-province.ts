/** A province's own part: its regencies side by side, its own servants, and who has not reported. */
import { takesPart } from '#etl/reference/cycles.ts';
import type { TableCell, TableSpec } from '../../charts/types.ts';
import { formatNumber } from '../../i18n/index.ts';
import { AREA as M } from '../../i18n/messages/area.ts';
import { VERDICT_ICONS } from '../../i18n/messages/status.ts';
import { isOwn } from '../access/scope.ts';
import type { Answer, Cell } from '../ask/types.ts';
import { areaHref, sentencesOf } from './area-facts.ts';
import { datasetNames, EXPECTED, isThere, type Reporting } from './area-reporting.ts';
import { cellOf, coverageNote, linkedCell, makeCard, text, type PageCard } from './cards.ts';
import { areaName, askPage, cycleName, regenciesOf, type PageContext } from './context.ts';
import { verdictName } from './words.ts';

export interface ProvincePart {
	readonly regenciesWord: string;
	readonly card: PageCard;
	readonly own: { readonly title: string; readonly note: string; readonly sentences: readonly string[]; readonly link: { readonly label: string; readonly href: string } };
	readonly silent: { readonly title: string; readonly lead: string; readonly table: TableSpec | null; readonly letters: { readonly label: string; readonly href: string } | null; readonly why: string | null };
}

const OWN = ['proven_per_1000', 'persons_reported', 'sanctioned_share', 'training_completion'] as const;

export async function provincePart(context: PageContext, code: string, reports: readonly Reporting[]): Promise<ProvincePart> {
	const government = `${code}.00`;
	const about = { cycle: cycleName(context.cycle, context.lang) };
	const [card, own] = await Promise.all([regenciesCard(context, code), askPage(context, OWN, { regions: [government] })]);
	return {
		regenciesWord: text(M.regencies, context, about),
		card,
		own: {
			title: text(M.own, context),
			note: text(M.ownPpk, context),
			sentences: sentencesOf(context, own.cells),
			link: { label: text(M.ownLink, context, { area: areaName(government, context.lang) }), href: areaHref(context, government) }
		},
		silent: silentOf(context, code, reports)
	};
}

async function regenciesCard(context: PageContext, code: string): Promise<PageCard> {
	const areas = regenciesOf(code).map((r) => r.code);
	const [rates, counts] = await Promise.all([askPage(context, ['proven_per_1000'], { regions: [...areas, code, 'ID'] }), askPage(context, ['persons_reported'], { regions: [...areas, code, 'ID'] })]);
	return makeCard(
		context,
		{ id: 'kabupaten', title: text(M.regenciesTitle, context, { cycle: cycleName(context.cycle, context.lang) }), subtitle: text(M.regenciesSub, context), notes: coverageNote(context, rates) },
		null,
		regenciesTable(context, rates, counts, [...areas, code, 'ID']),
		[rates, counts]
	);
}

function regenciesTable(context: PageContext, rates: Answer, counts: Answer, areas: readonly string[]): TableSpec {
	const column = (message: Parameters<typeof text>[0], numeric: boolean) => ({ label: text(message, context, { area: areaName('ID', context.lang) }), numeric });
	return {
		columns: [column(M.regency, false), column(M.reported, true), column(M.proven, true), column(M.rate, true), column(M.interval, true), column(M.against, false)],
		rows: areas.map((area) => {
			const rate = cellOf(rates, 'proven_per_1000', area, context.cycle);
			const name = areaName(area, context.lang);
			return [
				area === 'ID' ? { text: name, header: true as const } : { text: name, href: areaHref(context, area), header: true as const },
				linkedCell(context, counts, cellOf(counts, 'persons_reported', area, context.cycle)),
				...rateCells(context, rates, rate)
			];
		})
	};
}

function rateCells(context: PageContext, answer: Answer, cell: Cell | undefined): TableCell[] {
	const shown = linkedCell(context, answer, cell);
	if (cell?.result.status !== 'ok') return [shown, '', '', ''];
	const { numerator, interval, verdict } = cell.result;
	const range = interval ? `${formatNumber(interval.lower, context.lang, 2)}–${formatNumber(interval.upper, context.lang, 2)}` : '';
	return [formatNumber(numerator, context.lang), shown, range, verdict ? `${VERDICT_ICONS[verdict]} ${verdictName(verdict, context.lang)}` : ''];
}

/** Regencies with an election that lack a dataset; the letters are for those who may write them. */
function silentOf(context: PageContext, code: string, reports: readonly Reporting[]): ProvincePart['silent'] {
	const voting = reports.filter((r) => takesPart(context.cycle, r.region) !== 'no');
	const about = { cycle: cycleName(context.cycle, context.lang) };
	// Nobody has been asked for real data: none is missing, and nobody is reminded.
	if (context.filters.nature === 'real') {
		const n = voting.filter((r) => EXPECTED.some((d) => isThere(r.states[d]))).length;
		return { title: text(M.silentTitleReal, context, about), lead: text(M.silentReal, context, { n, all: voting.length }), table: null, letters: null, why: null };
	}
	const lacking = voting.filter((r) => r.lacking.length > 0);
	const may = isOwn(context.scope, code);
	const letter = areaHref(context, code, '/surat');
	return {
		title: text(M.silent, context, about),
		lead: lacking.length === 0 ? text(M.silentNone, context) : text(M.silentCount, context, { n: lacking.length, all: voting.length }),
		table:
			lacking.length === 0
				? null
				: {
						columns: [{ label: text(M.regency, context), numeric: false }, { label: text(M.lacking, context), numeric: false }, ...(may ? [{ label: text(M.letterColumn, context), numeric: false }] : [])],
						rows: lacking.map((r) => [
							{ text: areaName(r.region, context.lang), href: areaHref(context, r.region), header: true as const },
							datasetNames(context, r.lacking),
							...(may ? [{ text: text(M.letterOne, context), href: `${letter}#surat-${r.region.replace('.', '-')}` }] : [])
						])
					},
		letters: may && lacking.length > 0 ? { label: text(M.letterLink, context), href: letter } : null,
		why: may || lacking.length === 0 ? null : text(M.letterNot, context)
	};
}
