/** What is real and can be compared: published tables by area, as printed, without a rate. */
import type { BarsSpec, TableSpec } from '../../charts/types.ts';
import { formatNumber } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { PUBLISHED } from '../../i18n/messages/published.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { text, type PageCard } from './cards.ts';
import { areaName, cycleName, linkTo, shortName, type PageContext } from './context.ts';
import { asOfOf, printed, printedUnit } from './printed.ts';
import { closingOf, linesOf, publishedCardOf, publishedRows, STAFF, tablesOf, type PublishedTable } from './published.ts';
import { sourceCell } from './words.ts';

const isOfAreas = (table: PublishedTable): boolean => !table.rows.some((r) => STAFF.has(String(r.measure))) && table.rows.filter((r) => r.level === 'regency').length >= 2 && new Set(table.rows.map((r) => String(r.measure))).size === 1;
const isRegency = (code: unknown): boolean => /^\d{2}\.\d{2}$/.test(String(code));
const isOfRegency = (r: Row): boolean => r.level === 'regency' && isRegency(r.region);
/** Regencies and cities that rows are about: what a province handled itself is a row, and no regency. */
export const regenciesIn = (rows: readonly Row[]): number => new Set(rows.filter(isOfRegency).map((r) => String(r.region))).size;
/** A regency or a provincial government, not an office in one. */
const isEmployer = (r: Row): boolean => isRegency(r.region) && (r.level === 'regency' || String(r.region).endsWith('.00'));
const provinceOf = (table: PublishedTable): string => String(table.rows.find((r) => r.level === 'regency')?.region ?? '').slice(0, 2);

/** Cards of the published tables by regency: of the chosen province, else the list of provinces that have one. */
export async function publishedComparison(context: PageContext): Promise<PageCard[]> {
	const tables = tablesOf(await publishedRows(context)).filter(isOfAreas).filter((t) => !context.filters.cycle || t.rows.some((r) => r.cycle === context.filters.cycle));
	const { province } = context.filters;
	if (!province) return [listCard(context, tables)];
	return tables.filter((t) => t.rows.some((r) => String(r.region ?? '').startsWith(`${province}.`))).map((t) => tableCard(context, t));
}

function tableCard(context: PageContext, table: PublishedTable): PageCard {
	const { lang } = context;
	const rows = table.rows.toSorted((a, b) => Number(b.value) - Number(a.value));
	const lines = linesOf({ ...table, rows });
	const first = table.total ?? rows[0];
	const spec: TableSpec = {
		columns: [
			{ label: text(PUBLISHED.place, context), numeric: false },
			{ label: `${text(M.count, context)} (${printed('unit', first?.unit ?? '', lang)})`, numeric: true },
			{ label: text(M.realVerdict, context), numeric: false },
			{ label: text(PUBLISHED.source, context), numeric: false }
		],
		rows: lines.map((r) => [
			{ text: r.role === 'printed_total' ? `${String(r.region_label ?? '')} (${text(PUBLISHED.printedTotal, context)})` : String(r.region_label ?? areaName(String(r.region), lang)), header: true as const, ...(isRegency(r.region) ? { href: linkTo(`/wilayah/${String(r.region)}`, context, { province: null }) } : {}) },
			formatNumber(Number(r.value), lang),
			r.role === 'printed_total' ? '' : text(M.realNoRate, context),
			sourceCell(r)
		])
	};
	const chart: BarsSpec = {
		kind: 'bars',
		form: 'bar',
		unit: printed('unit', first?.unit ?? '', lang),
		digits: 0,
		rows: rows.map((r) => ({ label: isEmployer(r) ? shortName(String(r.region)) : String(r.region_label ?? ''), marks: [{ status: 'ok' as const, value: Number(r.value), text: `${formatNumber(Number(r.value), lang)} ${printedUnit(r.unit, Number(r.value), lang)}` }] })),
		series: [{ name: printed('measure', first?.measure ?? '', lang), tone: { kind: 'accent' } }],
		benchmark: null
	};
	return publishedCardOf(
		context,
		{
			id: `terbit-${table.group.replaceAll(/[^a-z0-9-]+/gi, '-')}`,
			title: text(M.realTitle, context, { measure: printed('measure', first?.measure ?? '', lang), sum: table.sum, unit: printedUnit(first?.unit ?? '', table.sum, lang), n: regenciesIn(rows), also: rows.every(isOfRegency) ? '' : text(M.realAlso, context), cycle: first?.cycle ? cycleName(String(first.cycle), lang) : String(first?.period ?? '') }),
			subtitle: text(M.realSub, context, { body: printed('body', first?.body, lang), date: first ? asOfOf(context, first) : '' }),
			notes: [closingOf(context, table)]
		},
		chart,
		spec,
		lines
	);
}

function listCard(context: PageContext, tables: readonly PublishedTable[]): PageCard {
	const byProvince = Map.groupBy(tables, provinceOf);
	const lines = [...byProvince].sort(([a], [b]) => a.localeCompare(b));
	return publishedCardOf(
		context,
		{ id: 'provinsi', title: text(M.realChoose, context), subtitle: text(M.realChooseSub, context), notes: [] },
		null,
		{
			columns: [{ label: text(M.formProvince, context), numeric: false }, { label: text(M.realTables, context), numeric: true }, { label: text(M.realRows, context), numeric: true }],
			rows: lines.map(([code, own]) => [
				{ text: areaName(code, context.lang), header: true as const, href: linkTo('/bandingkan', context, { province: code }) },
				formatNumber(own.length, context.lang),
				formatNumber(regenciesIn(own.flatMap((t) => t.rows)), context.lang)
			])
		},
		tables.flatMap(linesOf)
	);
}
