/** Data: what arrived, what is missing, why rows were quarantined, which releases there were. */
import { takesPart } from '#etl/reference/cycles.ts';
import type { CardSpec, TableSpec } from '../../charts/types.ts';
import { formatDate, formatMoment, formatNumber } from '../../i18n/index.ts';
import { DATA as M } from '../../i18n/messages/data.ts';
import { FINDINGS } from '../../i18n/messages/findings.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import type { GridCell, GridSpec } from '../../ui/grid.ts';
import type { BriefRow } from '../export/brief.ts';
import { exactStatement } from '../access/exact.ts';
import { isOwn } from '../access/scope.ts';
import { toldReleases } from '../release/told.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { text, type PageCard } from './cards.ts';
import { gatheredIn } from './area-reporting.ts';
import { changesPath } from './changes.ts';
import { areaName, pastCycles, shortName, type PageContext } from './context.ts';
import { datasetName, stateName } from './data-words.ts';
import { printed } from './printed.ts';

/** Datasets of the completeness grid; each is asked of a regency for every cycle. */
const ASKED = ['cases', 'training', 'events', 'pacts', 'headcount'] as const;

export interface DataModel {
	readonly heading: string;
	readonly lead: string;
	readonly grid: GridSpec;
	readonly cards: readonly PageCard[];
}

export async function dataPage(context: PageContext): Promise<DataModel> {
	const { release, filters } = context;
	const submissions = await release.public.query('SELECT * FROM submission WHERE nature = $1 ORDER BY regency, dataset, as_of, file_name', [filters.nature]);
	const wanted = submissions.filter((s) => concerns(context, String(s.regency)));
	const total = (name: string): number => wanted.reduce((n, s) => n + Number(s[name]), 0);
	const arrived = { files: wanted.length, rows: total('n_read'), quarantined: total('n_quarantined') };
	const cards = [arrivedCard(context, wanted, text(M.arrivedTitle, context, arrived)), await reasonsCard(context), ...(await detailCards(context)), await releasesCard(context)];
	return { heading: text(M.heading, context), lead: filters.nature === 'real' ? text(M.compiledNote, context) : text(M.arrivedTitle, context, arrived), grid: await gridOf(context), cards };
}

const concerns = (context: PageContext, regency: string): boolean => {
	const { region, province } = context.filters;
	if (region) return regency === region;
	return province ? regency.startsWith(`${province}.`) : true;
};

/** Areas × datasets × cycles, each received, gathered, nil, missing, or without an election. */
async function gridOf(context: PageContext): Promise<GridSpec> {
	const areas = context.areas.filter((a) => a.includes('.'));
	const cycles = pastCycles().slice(-4);
	const [rows, isOurs] = await Promise.all([context.release.public.query('SELECT dataset, regency, "cycle", how FROM coverage WHERE nature = $1 AND list_contains($2, regency)', [context.filters.nature, areas]), gatheredIn(context)]);
	const how = new Map(rows.map((r) => [`${r.dataset}|${r.regency}|${r.cycle}`, String(r.how)]));
	const state = (dataset: string, area: string, cycle: string): GridCell => {
		if (takesPart(cycle, area) === 'no') return { state: 'not_applicable' };
		const found = how.get(`${dataset}|${area}|${cycle}`);
		return { state: found === 'nil' ? 'nil' : found ? (isOurs(dataset, area) ? 'gathered' : 'received') : context.filters.nature === 'real' ? 'not_due' : 'missing' };
	};
	const cellsOf = (dataset: string, area: string): GridCell[] => cycles.map((c) => state(dataset, area, c.code));
	// A dataset that nobody was asked for needs no column of its own.
	const isUnasked = (dataset: string): boolean => areas.every((area) => cellsOf(dataset, area).every((cell) => cell.state === 'not_due' || cell.state === 'not_applicable'));
	const unasked = ASKED.filter(isUnasked);
	const shown = unasked.length === ASKED.length ? ASKED : ASKED.filter((dataset) => !unasked.includes(dataset));
	const nameOf = (dataset: (typeof ASKED)[number]): string => DATASET_NAMES[dataset][context.lang];
	return {
		caption: [text(context.filters.nature === 'real' ? M.gridCaptionReal : M.gridCaption, context), ...(shown.length < ASKED.length ? [text(M.gridUnasked, context, { names: unasked.map(nameOf).join(', ') })] : [])].join(' '),
		datasets: shown.map((dataset) => ({ label: nameOf(dataset), periods: cycles.map((c) => shortCycle(c.code)) })),
		rows: areas.map((area) => ({ label: shortName(area), cells: shown.flatMap((dataset) => cellsOf(dataset, area)) }))
	};
}

const shortCycle = (code: string): string => `${code.split('-')[0]?.charAt(0)}${code.split('-')[0]?.slice(1).toLowerCase()} ’${code.slice(-2)}`;

const plainCard = (context: PageContext, about: { id: string; title: string; subtitle: string }, table: TableSpec, rows: readonly BriefRow[] = []): PageCard => {
	const card: CardSpec = {
		...about,
		source: `Pantau; ${context.release.id}`,
		chart: null,
		table,
		notes: [],
		definitions: [],
		downloads: [],
		contoh: context.filters.nature === 'contoh'
	};
	return { card, rows };
};

function arrivedCard(context: PageContext, submissions: readonly Row[], title: string): PageCard {
	const { lang } = context;
	const n = (row: Row, name: string): string => formatNumber(Number(row[name]), lang);
	const table: TableSpec = {
		columns: [
			{ label: text(context.filters.nature === 'real' ? M.aboutArea : M.sender, context), numeric: false },
			{ label: text(M.file, context), numeric: false },
			{ label: text(M.dataset, context), numeric: false },
			{ label: text(M.asOf, context), numeric: false },
			{ label: text(M.read, context), numeric: true },
			{ label: text(M.accepted, context), numeric: true },
			{ label: text(M.quarantined, context), numeric: true },
			{ label: text(M.dropped, context), numeric: true },
			{ label: text(M.state, context), numeric: false }
		],
		rows: submissions.map((s) => [
			{ text: s.regency === 'all' ? printed('body', s.office, context.lang) : shortName(String(s.regency)), header: true as const },
			s.state === 'nil' ? String(s.statement ?? '') : String(s.file_name),
			datasetName(String(s.dataset ?? ''), context),
			formatDate(String(s.as_of), lang, 'short').replaceAll(' ', '\u00a0'),
			n(s, 'n_read'),
			n(s, 'n_accepted'),
			n(s, 'n_quarantined'),
			n(s, 'n_dropped'),
			stateName(s.state ?? null, context)
		])
	};
	return plainCard(context, { id: 'kiriman', title, subtitle: text(M.arrivedSub, context) }, table, submissions.map((s) => submissionRow(context, s)));
}

/** A submission in the brief's columns: accepted of read rows. */
function submissionRow(context: PageContext, s: Row): BriefRow {
	return {
		release: context.release.id, nature: String(s.nature), source: `${String(s.office)}; ${String(s.file_name)}`, as_of: String(s.as_of), cycle: null,
		region_code: s.regency === 'all' ? 'ID' : String(s.regency), region_name: areaName(s.regency === 'all' ? 'ID' : String(s.regency), context.lang),
		metric: 'rows_accepted', breakdown: 'dataset', category: s.dataset === null ? null : String(s.dataset), unit: 'rows', period_start: null, period_end: null,
		numerator: Number(s.n_accepted), denominator: Number(s.n_read), value: Number(s.n_accepted), ci95_lower: null, ci95_upper: null, benchmark: null,
		benchmark_value: null, verdict: null, status: 'ok', note: text(M.rowNote, context, { state: stateName(s.state ?? null, context), quarantined: Number(s.n_quarantined), dropped: Number(s.n_dropped) }), definition: '/data'
	};
}

async function reasonsCard(context: PageContext): Promise<PageCard> {
	const rows = await context.release.public.query(
		`SELECT f.code, f.severity, sum(f.n) AS n, count(DISTINCT f.submission) AS files, any_value(s.regency) AS regency
			FROM finding_count f JOIN submission s ON s.id = f.submission WHERE s.nature = $1 AND f.severity = 'error' AND (s.regency = $2 OR left(s.regency, 3) = $2 OR $2 = '') GROUP BY f.code, f.severity ORDER BY n DESC`,
		[context.filters.nature, context.filters.region ?? (context.filters.province ? `${context.filters.province}.` : '')]
	);
	const table: TableSpec = {
		columns: [{ label: text(M.reason, context), numeric: false }, { label: text(M.findings, context), numeric: true }, { label: text(M.filesWith, context), numeric: true }],
		rows: rows.map((r) => [{ text: reasonName(String(r.code), context), header: true as const }, formatNumber(Number(r.n), context.lang), formatNumber(Number(r.files), context.lang)])
	};
	return plainCard(context, { id: 'alasan', title: text(M.reasonsTitle, context), subtitle: text(M.reasonsSub, context) }, table);
}

const reasonName = (code: string, context: PageContext): string => {
	const found = FINDINGS[code];
	return found ? `${text(found, context)} (${code})` : code;
};

const FINDINGS_OF = exactStatement(
	'findings',
	2,
	(own) => `SELECT f.*, s.file_name FROM finding f JOIN submission s ON s.id = f.submission
		WHERE s.regency = $1 AND s.nature = $2 AND f.severity <> 'info' AND ${own('s.regency')} ORDER BY s.file_name, f."row" NULLS FIRST LIMIT 100`
);

/** Findings one by one, for those who may see the regency's own files. */
async function detailCards(context: PageContext): Promise<PageCard[]> {
	const { region } = context.filters;
	const own = region && isOwn(context.scope, region) ? [region] : [];
	const cards = await Promise.all(
		own.map(async (area) => {
			const rows = (await context.release.exact(context.scope)?.query(FINDINGS_OF, [area, context.filters.nature])) ?? [];
			if (rows.length === 0) return null;
			return plainCard(context, { id: `temuan-${area.replace('.', '-')}`, title: text(M.detailTitle, context, { area: areaName(area, context.lang) }), subtitle: text(M.detailSub, context) }, findingsTable(context, rows));
		})
	);
	return cards.filter((c) => c !== null);
}

function findingsTable(context: PageContext, rows: readonly Row[]): TableSpec {
	const place = (r: Row): string =>
		[
			r.sheet === null ? null : String(r.sheet),
			r.row === null ? null : `${text(M.row, context)} ${String(r.row)}`,
			r.column_letter === null ? null : `${text(M.column, context)} ${String(r.column_letter)}`
		]
			.filter((p) => p !== null)
			.join(', ');
	// Findings recorded before English was kept have Indonesian words only.
	const words = (r: Row, name: 'message' | 'remedy'): string => String((context.lang === 'en' && r[`${name}_en`]) || r[name]);
	return {
		columns: [M.file, M.place, M.what, M.why, M.remedy].map((label) => ({ label: text(label, context), numeric: false })),
		rows: rows.map((r) => [{ text: String(r.file_name), header: true as const }, place(r), r.value === null ? String(r.code) : String(r.value), words(r, 'message'), words(r, 'remedy')])
	};
}

/** Names of the files behind some submissions of this release, the first few of them. */
async function fileNames(context: PageContext, ids: readonly string[]): Promise<string> {
	const rows = await context.release.public.query('SELECT DISTINCT file_name FROM submission WHERE list_contains($1, id) ORDER BY file_name LIMIT 4', [ids]);
	const names = rows.slice(0, 3).map((r) => String(r.file_name));
	return ids.length > names.length ? [...names, text(M.andMore, context, { n: ids.length - names.length })].join(', ') : names.join(', ');
}

async function releasesCard(context: PageContext): Promise<PageCard> {
	const { lang } = context;
	const releases = toldReleases(context.release.manifest);
	const added = await Promise.all(releases.map((m) => fileNames(context, m.changes.submissions_added)));
	const table: TableSpec = {
		columns: [
			{ label: text(M.release, context), numeric: false },
			{ label: text(M.built, context), numeric: false },
			{ label: text(M.asOf, context), numeric: false },
			{ label: text(M.inputs, context), numeric: true },
			{ label: text(M.added, context), numeric: true },
			{ label: text(M.removed, context), numeric: true },
			{ label: text(M.changed, context), numeric: false },
			{ label: text(M.hidden, context), numeric: true }
		],
		rows: releases.map((m, i) => [
			m.id === context.release.id ? { text: `${m.id} ●`, header: true as const } : { text: m.id, header: true as const, href: changesPath(context, m.id) },
			formatMoment(m.built_at, lang, 'WIB', 'short').replaceAll(' ', '\u00a0').replace(',\u00a0', ', '),
			formatDate(m.as_of, lang, 'short').replaceAll(' ', '\u00a0'),
			formatNumber(m.inputs.length, lang),
			formatNumber(m.changes.submissions_added.length, lang),
			formatNumber(m.changes.submissions_removed.length, lang),
			added[i] ?? '',
			`${formatNumber(m.cells.comparison.hidden, lang)} / ${formatNumber(m.cells.comparison.cells, lang)}`
		])
	};
	return plainCard(context, { id: 'rilis', title: text(M.releasesTitle, context), subtitle: text(M.releasesSub, context) }, table);
}

