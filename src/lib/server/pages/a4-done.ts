/** What was done: prevention by stage and lately, training; and which reports have come. */
import { takesPart } from '#etl/reference/cycles.ts';
import type { Region } from '#etl/reference/regions.ts';
import type { TableCell } from '../../charts/types.ts';
import { formatDate, formatNumber, say } from '../../i18n/index.ts';
import { A4 as M } from '../../i18n/messages/a4.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { OUTREACH } from '../../i18n/messages/pages.ts';
import { gridText } from '../../i18n/messages/ui.ts';
import type { A4Body, A4Table } from '../../ui/a4.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { lanesOf } from './a4-charts.ts';
import { sentencesOf } from './area-facts.ts';
import { EXPECTED, isThere, reportingOf, type Reporting } from './area-reporting.ts';
import { cellOf, text } from './cards.ts';
import { askPage, cycleName, shortName, type PageContext } from './context.ts';
import { ribbon, sourceCell } from './words.ts';

/** So many events have room; the nation's other parts are longer, and what is real has fewer. */
const LATEST = { contoh: 3, real: 5 } as const;
const LATEST_NATION = { contoh: 1, real: 2 } as const;
/** Letters of a title that two lines of the table hold. */
const TITLE = 120;

export const cut = (words: string, most: number): string => (words.length <= most ? words : `${words.slice(0, most - 1).replace(/\s+\S*$/, '')} …`);

export async function doneOf(context: PageContext, region: Region, events: readonly Row[]): Promise<A4Body['done']> {
	const { code } = region;
	const prevention = events.filter((r) => r.class === 'prevention');
	const [count, training, stages] = await Promise.all([
		askPage(context, ['events_prevention'], { regions: [code] }),
		askPage(context, ['training_completion', 'training_pass'], { regions: [code] }),
		askPage(context, ['events_prevention'], { regions: [code], breakdown: 'stage' })
	]);
	const known = cellOf(count, 'events_prevention', code, context.cycle)?.result.status === 'ok';
	const byStage = ribbon(context.cycle, context.lang).flatMap((band) => {
		const result = cellOf(stages, 'events_prevention', code, context.cycle, band.code)?.result;
		return result?.status === 'ok' && result.value > 0 ? [text(M.stage, context, { name: band.label, n: formatNumber(result.value, context.lang) })] : [];
	});
	const some = !known && prevention.length > 0;
	return {
		title: text(M.done, context),
		sentences: [
			...(some ? [text(M.someEvents, context, { n: prevention.length, areas: new Set(prevention.map((r) => r.regency)).size })] : sentencesOf(context, count.cells)),
			...(byStage.length > 0 ? [text(M.byStage, context, { stages: byStage.join('; ') })] : []),
			...sentencesOf(context, training.cells)
		],
		events: prevention.length === 0 ? null : eventsTable(context, prevention, (region.kind === 'nation' ? LATEST_NATION : LATEST)[context.filters.nature], code.includes('.'))
	};
}

/** Sources are numbered; the number leads to the paper. */
function eventsTable(context: PageContext, prevention: readonly Row[], most: number, alone: boolean): A4Table {
	const { lang } = context;
	const latest = prevention.toSorted((a, b) => String(b.event_date).localeCompare(String(a.event_date))).slice(0, most);
	const organised = latest.some((r) => r.organiser);
	const cellOfSource = (r: Row): TableCell => (r.source_title === null && r.file_name !== null ? String(r.file_name) : sourceCell(r));
	const titleOf = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.text);
	const sources = [...new Set(latest.map((r) => titleOf(cellOfSource(r))))];
	return {
		title: prevention.length > latest.length ? text(M.latestOf, context, { shown: latest.length, all: prevention.length }) : text(M.latest, context),
		notes: [numberedSources(context, sources)],
		table: {
			columns: [M.date, M.event, ...(organised ? [OUTREACH.organiser] : []), M.source].map((label) => ({ label: text(label, context), numeric: false })),
			rows: latest.map((r) => {
				const source = cellOfSource(r);
				const number = `[${sources.indexOf(titleOf(source)) + 1}]`;
				return [
					{ text: formatDate(String(r.event_date), lang, 'short').replaceAll(' ', '\u00a0'), header: true as const },
					cut(`${alone ? '' : `${shortName(String(r.regency))}: `}${String(r.title)}`, TITLE),
					...(organised ? [cut(String(r.organiser ?? ''), 40)] : []),
					typeof source === 'string' || source.href === undefined ? number : { text: number, href: source.href }
				];
			})
		}
	};
}

/** "[1] Title. [2] Title." */
export const numberedSources = (context: PageContext, sources: readonly string[]): string => sources.map((source, i) => text(M.numbered, context, { n: i + 1, title: cut(source, 90) })).join(' ');

/** Reports expected of the area, or of those below it. A provincial government owes none. */
export function reportsOf(context: PageContext, region: Region): Promise<readonly Reporting[]> {
	return reportingOf(context, lanesOf(region).filter((lane) => region.kind === 'province_government' || !lane.endsWith('.00')));
}

/** Which of the expected reports are there, one dataset a column. Not about persons. */
export function completeOf(context: PageContext, reports: readonly Reporting[]): A4Table {
	const { lang } = context;
	const isReal = context.filters.nature === 'real';
	const voting = reports.filter((r) => takesPart(context.cycle, r.region) !== 'no');
	const [only] = reports;
	const stateOf = (dataset: (typeof EXPECTED)[number]): string => {
		if (reports.length === 1 && only) return say(gridText[only.states[dataset]], lang);
		const n = voting.filter((r) => isThere(r.states[dataset])).length;
		if (!isReal) return text(M.completeOf, context, { n, all: voting.length });
		const isOurs = voting.every((r) => r.states[dataset] !== 'received');
		return n === 0 ? say(gridText.not_due, lang) : text(M.gatheredOf, context, { word: say(isOurs ? gridText.gathered : gridText.received, lang), n, all: voting.length });
	};
	return {
		even: true,
		title: text(isReal ? M.gathered : M.complete, context, { cycle: cycleName(context.cycle, lang) }),
		notes: [],
		table: { columns: EXPECTED.map((d) => ({ label: DATASET_NAMES[d][lang], numeric: false })), rows: [EXPECTED.map((d) => ({ text: stateOf(d) }))] }
	};
}
