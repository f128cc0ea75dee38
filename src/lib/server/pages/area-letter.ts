/** Reminder letters from a province to those of its regencies that have not reported, ready to print. */
import { regionByCode } from '#etl/reference/regions.ts';
import { formatDate, formatMoment } from '../../i18n/index.ts';
import { LETTER as M } from '../../i18n/messages/area.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import type { LetterModel, LettersModel } from '../../ui/letter.ts';
import { isOwn } from '../access/scope.ts';
import { areaHref } from './area-facts.ts';
import { EXPECTED, reportingOf, type Reporting } from './area-reporting.ts';
import { text } from './cards.ts';
import { areaName, cycleName, pastCycles, regenciesOf, type PageContext } from './context.ts';
import { printedAddress } from './site-address.ts';

export const DOTS = '……………………………';

/** The letters of a province; or why there are none (404), or why this viewer may not write them (403). Nobody is reminded of real data, which nobody has been asked for. */
export async function lettersOf(context: PageContext, code: string, site: string): Promise<LettersModel | { readonly refused: string; readonly status: 403 | 404 }> {
	const area = areaName(code, context.lang);
	if (regionByCode(code)?.kind !== 'province') return { refused: text(M.notProvince, context, { area }), status: 403 };
	if (context.filters.nature === 'real') return { refused: text(M.notReal, context), status: 404 };
	if (!isOwn(context.scope, code)) return { refused: text(M.forbidden, context, { area }), status: 403 };
	const reports = (await reportingOf(context, regenciesOf(code).map((r) => r.code))).filter((r) => r.lacking.length > 0);
	return {
		heading: text(M.heading, context, { area, cycle: cycleName(context.cycle, context.lang) }),
		lead: reports.length === 0 ? text(M.none, context) : text(M.lead, context, { n: reports.length }),
		back: { label: text(M.back, context, { area }), href: areaHref(context, code) },
		contoh: text(M.contoh, context),
		letters: reports.flatMap((report) => [letterOf(inIndonesian(context), code, report, site), ...(context.lang === 'en' ? [letterOf(context, code, report, site)] : [])])
	};
}

/** The letter that goes out is Indonesian; English is a translation below it. */
const inIndonesian = (context: PageContext): PageContext => ({ ...context, lang: 'id', filters: { ...context.filters, lang: 'id' } });

function letterOf(context: PageContext, province: string, { region, lacking }: Reporting, site: string): LetterModel {
	const { lang } = context;
	const government = areaName(province, lang);
	const area = areaName(region, lang);
	const cycle = cycleName(context.cycle, lang);
	const vote = pastCycles().find((c) => c.code === context.cycle)?.voting_date ?? '';
	const isCity = regionByCode(region)?.kind === 'city';
	const bare = area.replace(/^(Kabupaten|Kota) | (Regency|City)$/g, '');
	return {
		id: `surat-${region.replace('.', '-')}${lang === 'en' ? '-en' : ''}`,
		lang,
		translation: lang === 'en' ? text(M.translation, context) : null,
		head: text(M.government, context, { area: government.toUpperCase() }),
		lines: [
			[text(M.number, context), DOTS],
			[text(M.character, context), text(M.characterValue, context)],
			[text(M.attachment, context), '–'],
			[text(M.subject, context), text(M.subjectValue, context, { cycle })]
		],
		place: `${DOTS}, ${DOTS}`,
		to: [text(M.to, context, { title: text(isCity ? M.mayor : M.regent, context), area: bare }), text(M.through, context), text(M.at, context)],
		title: area,
		opening: text(M.opening, context, { cycle, vote: formatDate(vote, lang), date: formatDate(context.release.manifest.as_of, lang), area, got: EXPECTED.length - lacking.length, all: EXPECTED.length }),
		lacking: lacking.map((d) => ({ name: DATASET_NAMES[d][lang], what: text(M.datasets[d], context) })),
		how: text(M.how, context),
		ways: [text(M.howFile, context), text(M.howCheck, context, { address: printedAddress(site, '/periksa', lang) }), text(M.howSend, context, { dots: DOTS }), text(M.howNil, context)],
		closing: text(M.closing, context),
		signature: [text(M.onBehalf, context, { area: government }), text(M.secretary, context)],
		signed: [DOTS, `${text(M.nip, context)} ${DOTS}`],
		copies: text(M.copies, context, { area: government }),
		release: text(M.sign, context, { release: context.release.id, built: formatMoment(context.release.manifest.built_at, lang, regionByCode(province)?.timeZone ?? 'WIB') })
	};
}
