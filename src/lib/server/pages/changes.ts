/** Yang berubah antarrilis: submissions and published figures that came, went or changed since a kept release. */
import type { Manifest } from '#etl/publish/manifest.ts';
import type { TableSpec } from '../../charts/types.ts';
import { filterQuery } from '../../filters/filters.ts';
import { formatDate, formatMoment, formatNumber } from '../../i18n/index.ts';
import { CHANGES as M } from '../../i18n/messages/changes.ts';
import { DATA } from '../../i18n/messages/data.ts';
import { PUBLISHED } from '../../i18n/messages/published.ts';
import { toldReleases } from '../release/told.ts';
import { changesSince, type Change, type Changed, type ReleaseChanges } from '../release/changes.ts';
import type { Plain } from '../warehouse/warehouse.ts';
import { text } from './cards.ts';
import { areaName, type PageContext } from './context.ts';
import { datasetName, stateName } from './data-words.ts';
import { asOfOf, nameOf, printed } from './printed.ts';
import { sourceCell } from './words.ts';

/** A release's id as it may stand in an address or a cookie. */
export const RELEASE_ID = /^R\d{8}-[0-9a-f]{8}$/;

export interface ChangesModel {
	readonly heading: string;
	readonly lead: string;
	readonly note: string;
	readonly choice: { readonly label: string; readonly submit: string; readonly current: string; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly hidden: readonly [string, string][] } | null;
	readonly parts: readonly { readonly id: string; readonly title: string; readonly none: string; readonly table: TableSpec | null }[];
	readonly releases: { readonly href: string; readonly label: string };
}

/** Address of the page that lists what changed since a release. */
export function changesPath(context: PageContext, since: string): string {
	const query = new URLSearchParams(filterQuery(context.filters, { cycle: null, province: null, region: null, from: null, to: null }));
	query.set('sejak', since);
	return `/perubahan?${query}`;
}

export const releasesPath = (context: PageContext): string => `/data${filterQuery(context.filters, { cycle: null, province: null, region: null, from: null, to: null })}#rilis`;

/** Of the nature that the page shows; published figures are real. */
const submissionsOf = (context: PageContext, changes: ReleaseChanges): readonly Changed[] => changes.submissions.filter(({ row }) => row.nature === context.filters.nature);
const publishedOf = (context: PageContext, changes: ReleaseChanges): readonly Changed[] => (context.filters.nature === 'real' ? changes.published : []);

/** "2 kiriman baru, 1 ditarik, 5 angka terbit baru"; the words for nothing where nothing changed. */
export function countsText(context: PageContext, changes: ReleaseChanges): string {
	const count = (list: readonly Changed[], change: Change): number => list.filter((c) => c.change === change).length;
	const submissions = submissionsOf(context, changes);
	const published = publishedOf(context, changes);
	const parts = ([
		[M.added, count(submissions, 'added')],
		[M.removed, count(submissions, 'removed')],
		[M.changed, count(submissions, 'changed')],
		[M.figuresAdded, count(published, 'added')],
		[M.figuresRemoved, count(published, 'removed')],
		[M.figuresChanged, count(published, 'changed')]
	] as const).flatMap(([message, n]) => (n > 0 ? [text(message, context, { n })] : []));
	return parts.length > 0 ? parts.join(', ') : text(changes.sameRules ? M.nothing : M.onlyRules, context);
}

/** The page for `since` (an id as the reader gave it, or none: the newest other kept release). */
export async function changesPage(context: PageContext, since: string | null): Promise<ChangesModel> {
	const kept = toldReleases(context.release.manifest).filter((m) => m.id !== context.release.id);
	const asked = since !== null && RELEASE_ID.test(since) && since !== context.release.id ? since : (kept[0]?.id ?? null);
	const changes = asked === null ? null : await changesSince(context.release, asked);
	const releases = { href: releasesPath(context), label: text(M.releases, context) };
	const common = { heading: text(M.heading, context), choice: choiceOf(context, kept, changes?.from ?? ''), releases };
	if (changes === null) return { ...common, lead: asked === null ? text(M.none, context) : text(M.gone, context, { release: asked }), note: '', parts: [] };
	const submissions = submissionsOf(context, changes);
	const published = publishedOf(context, changes);
	return {
		...common,
		lead: text(M.lead, context, { from: changes.from, to: changes.to, what: countsText(context, changes) }),
		note: !changes.sameRules && submissions.length + published.length > 0 ? text(M.rulesToo, context) : '',
		parts: submissions.length + published.length === 0 ? [] : [
			{ id: 'kiriman', title: text(M.submissions, context), none: text(M.noSubmissions, context), table: submissions.length > 0 ? submissionsTable(context, submissions) : null },
			...(context.filters.nature === 'real' ? [{ id: 'terbit', title: text(M.published, context), none: text(M.noPublished, context), table: published.length > 0 ? publishedTable(context, published) : null }] : [])
		]
	};
}

function choiceOf(context: PageContext, kept: readonly Manifest[], current: string): ChangesModel['choice'] {
	if (kept.length === 0) return null;
	return {
		label: text(M.choose, context),
		submit: text(M.show, context),
		current,
		options: kept.map((m) => ({ value: m.id, label: text(M.option, context, { release: m.id, built: formatMoment(m.built_at, context.lang, 'WIB', 'short') }) })),
		hidden: [...new URLSearchParams(filterQuery(context.filters, { cycle: null, province: null, region: null, from: null, to: null }))]
	};
}

const head = (label: string, numeric = false): { label: string; numeric: boolean } => ({ label, numeric });

/** "12 → 14" where it changed, else the one value. */
function turn(context: PageContext, before: Plain | undefined, now: Plain | undefined): string {
	const said = (value: Plain | undefined): string => (value === null || value === undefined ? '' : formatNumber(Number(value), context.lang));
	return before === undefined || before === now ? said(now) : text(M.beforeNow, context, { before: said(before), now: said(now) });
}

function submissionsTable(context: PageContext, changed: readonly Changed[]): TableSpec {
	return {
		columns: [head(text(DATA.aboutArea, context)), head(text(M.change, context)), head(text(DATA.dataset, context)), head(text(DATA.file, context)), head(text(DATA.asOf, context)), head(text(M.rows, context), true), head(text(DATA.state, context))],
		rows: changed.map(({ change, row, before }) => [
			{ text: row.regency === 'all' ? printed('body', row.office, context.lang) : areaName(String(row.regency), context.lang), header: true as const },
			text(M.words[change], context),
			datasetName(String(row.dataset ?? ''), context),
			row.state === 'nil' ? String(row.statement ?? '') : String(row.file_name),
			formatDate(String(row.as_of), context.lang, 'short'),
			turn(context, before?.n_accepted, row.n_accepted),
			stateName(row.state ?? null, context)
		])
	};
}

function publishedTable(context: PageContext, changed: readonly Changed[]): TableSpec {
	return {
		columns: [head(text(PUBLISHED.label, context)), head(text(M.change, context)), head(text(PUBLISHED.measure, context)), head(text(PUBLISHED.value, context), true), head(text(PUBLISHED.body, context)), head(text(PUBLISHED.asOf, context)), head(text(PUBLISHED.source, context))],
		rows: changed.map(({ change, row, before }) => [
			{ text: nameOf(context, row), header: true as const },
			text(M.words[change], context),
			printed('measure', row.measure, context.lang),
			turn(context, before?.value, row.value),
			printed('body', row.body, context.lang),
			asOfOf(context, row),
			sourceCell(row)
		])
	};
}
