/** Asal of a printed figure: who printed it, when, where, in which table; copied as it stands, never computed. */
import { formatDate, formatMoment } from '../../i18n/index.ts';
import { ORIGIN as M } from '../../i18n/messages/origin.ts';
import { OVERVIEW } from '../../i18n/messages/overview.ts';
import { PUBLISHED } from '../../i18n/messages/published.ts';
import { submissionOf } from '../ask/origin.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { text } from './cards.ts';
import { areaPath, cycleName, linkTo, type PageContext } from './context.ts';
import { submissionsOf, type Fact, type OriginModel } from './origin.ts';
import { asOfOf, figureText, measureText, placeOf, printed } from './printed.ts';
import { anchorOf, closingOf, publishedRows, tablesOf } from './published.ts';

const DAY = 86_400_000;
const WEB = /^https?:\/\//;

/** The page about the published row `id`; null where the release has no such row. `today` is an ISO date. */
export async function publishedOrigin(context: PageContext, id: string, today: string): Promise<OriginModel | null> {
	const { lang, release } = context;
	const rows = await publishedRows(context);
	const row = rows.find((r) => r.row_id === id);
	if (!row) return null;
	const table = tablesOf(rows).find((t) => t.group === row.table_group);
	const path = row.region === null ? null : areaPath(context, String(row.region));
	const all = linkTo('/angka-terbit', context, { region: null, province: null });
	const address = String(row.source_address ?? '');
	return {
		heading: text(M.heading, context, { metric: measureText(context, row) }),
		where: [placeOf(context, row), row.cycle === null ? String(row.period ?? '') : cycleName(String(row.cycle), lang)].filter(Boolean).join(', '),
		facts: [
			[text(M.figure, context), figureText(context, row)],
			[text(M.nature, context), text(M.printedNature, context)],
			[text(PUBLISHED.body, context), printed('body', row.body, lang)],
			[text(PUBLISHED.asOf, context), [asOfOf(context, row), ageOf(context, row, today)].filter(Boolean).join(', ')],
			...fact(text(PUBLISHED.source, context), String(row.source_title), WEB.test(address) ? address : undefined),
			...fact(text(M.printedOn, context), printedOn(context, row)),
			...(table ? fact(text(M.printedTable, context), closingOf(context, table), `${all}#${anchorOf(table)}`) : []),
			...fact(text(PUBLISHED.note, context), row.note === null ? '' : printed('note', row.note, lang)),
			[text(M.release, context), text(M.releaseText, context, { release: release.id, built: formatMoment(release.manifest.built_at, lang, 'WIB'), date: formatDate(release.manifest.as_of, lang) })]
		],
		definition: { label: text(PUBLISHED.heading, context), href: all },
		area: path ? { label: text(M.back, context), href: path } : null,
		submissions: submissionsOf(context, { submissions: (await submissionOf(String(row.submission), release)).map((found) => ({ row: found, here: null })), denominatorDates: [] })
	};
}

const fact = (name: string, value: string, href?: string): Fact[] => (value === '' ? [] : [href === undefined ? [name, value] : [name, value, href]]);

/** How long ago a figure spoke; empty where its day is not known. */
export const ageOf = (context: PageContext, row: Row, today: string): string =>
	String(row.as_of ?? '').length === 10 ? text(OVERVIEW.age, context, { days: Math.round((Date.parse(today) - Date.parse(String(row.as_of))) / DAY) }) : '';

/** The day of the paper, as far as it is known; a remark behind it stays in the file. */
function printedOn(context: PageContext, row: Row): string {
	const [on] = /^\d{4}(-\d{2}){0,2}/.exec(String(row.published_on ?? '')) ?? [];
	return on === undefined ? '' : formatDate(on, context.lang);
}
