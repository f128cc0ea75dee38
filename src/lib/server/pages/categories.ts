/** A breakdown of one area as bars or dots, and as the table under them. */
import type { BarsSpec, Link, Mark, TableSpec, Tone } from '../../charts/types.ts';
import type { PickName } from '../../filters/pick.ts';
import { formatNumber, say, upperFirst, type Lang, type Text } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { BREAKDOWN_NAMES, UNITS } from '../../i18n/messages/status.ts';
import type { Answer, Cell } from '../ask/types.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import { cellOf, linked, MISSING, scaleOf, spelledCell, text } from './cards.ts';
import type { PageContext } from './context.ts';
import { pressCategory } from './press.ts';
import { categoryName, cellText, markOf, shortCategory } from './words.ts';

interface Options {
	/** Categories in this order, others after them; without it the largest first. */
	readonly order?: readonly string[];
	/** Rows of the chart at most, 14 by default; the table has them all. */
	readonly most?: number;
	/** How many of the metrics are drawn, all by default; the table has them all. */
	readonly series?: number;
	readonly tones: readonly Tone[];
	readonly form?: 'bar' | 'dot';
	/** The page looks closer at a category that is pressed. */
	readonly press?: PickName;
	/** Heading of a column for what the leading share leaves: its denominator less its numerator. The most of it stands on top. */
	readonly rest?: Text;
}

/**
 * The chart leaves out categories in which nothing can be computed, and metrics hidden in every category, which `notes` names;
 * the table has every cell.
 */
export function categoryBars(context: PageContext, answer: Answer, options: Options): { chart: BarsSpec; table: TableSpec; notes: readonly string[] } {
	const { lang, cycle, focus } = context;
	const { metrics, breakdown } = answer.question;
	const [lead] = metrics;
	const at = (id: string, category: string): Cell | undefined => cellOf(answer, id, focus, cycle, category);
	const ordered = order(answer, focus, options.order, (category) => {
		const cell = lead ? at(lead.id, category) : undefined;
		if (options.rest) return leftOf(cell) ?? -1;
		return cell?.result.status === 'ok' ? cell.result.numerator : -1;
	});
	const name = (category: string): string => categoryName(breakdown ?? '', category, lang);
	const way = (category: string): Link | null => (options.press && category !== WHOLE_LINE ? pressCategory(context, options.press, category) : null);
	const mark = (id: string, category: string): Mark => {
		const cell = at(id, category);
		return cell ? markOf(cell, lang) : MISSING;
	};
	const wanted = metrics.slice(0, options.series);
	const drawable = ordered.filter((category) => wanted.some((m) => mark(m.id, category).status !== 'not_applicable'));
	const drawn = drawable.slice(0, options.most ?? 14);
	const hidden = wanted.filter((m) => drawn.every((category) => mark(m.id, category).status === 'suppressed'));
	const shown = hidden.length === wanted.length ? wanted : wanted.filter((m) => !hidden.includes(m));
	return {
		chart: {
			kind: 'bars',
			form: options.form ?? 'bar',
			unit: lead ? say(UNITS[lead.unit], lang) : '',
			rows: drawn.map((category) => ({ label: shortCategory(breakdown ?? '', category, lang), ...linked(way(category)), ...noteOf(options.rest, lead ? at(lead.id, category) : undefined, lang), marks: shown.map((m) => mark(m.id, category)) })),
			series: shown.map((m) => ({ name: m.name[lang], tone: options.tones[metrics.indexOf(m)] ?? { kind: 'accent' } })),
			benchmark: null,
			...scaleOf(lead)
		},
		table: {
			columns: [{ label: breakdown ? upperFirst(say(BREAKDOWN_NAMES[breakdown], lang)) : '', numeric: false }, ...(options.rest ? [{ label: say(options.rest, lang), numeric: true }] : []), ...metrics.map((m) => ({ label: m.name[lang], numeric: true }))],
			rows: ordered.map((category) => [{ text: name(category), header: true as const, href: way(category)?.href }, ...(options.rest ? [restOf(lead ? at(lead.id, category) : undefined, lang)] : []), ...metrics.map((m) => spelledCell(context, answer, at(m.id, category)))])
		},
		notes: [...(drawable.length > drawn.length ? [text(PAGE.mostRows, context, { n: drawn.length, all: drawable.length })] : []), ...wanted.filter((m) => !shown.includes(m)).map((m) => text(PAGE.hiddenSeries, context, { name: m.name[lang] }))]
	};
}

/** What a share leaves; null where it is hidden or is no share. */
const leftOf = (cell: Cell | undefined): number | null => (cell?.result.status === 'ok' && cell.result.denominator !== null ? cell.result.denominator - cell.result.numerator : null);

/** "Belum selesai (orang): 934" under a row's name. */
function noteOf(rest: Text | undefined, cell: Cell | undefined, lang: Lang): { note?: string } {
	const left = leftOf(cell);
	return rest && left !== null ? { note: `${say(rest, lang)}: ${formatNumber(left, lang)}` } : {};
}

function restOf(cell: Cell | undefined, lang: Lang): string {
	const left = leftOf(cell);
	if (left !== null) return formatNumber(left, lang);
	return cell && cell.result.status !== 'ok' ? cellText(cell.metric, cell.result, lang) : '';
}

function order(answer: Answer, focus: string, wanted: readonly string[] | undefined, weight: (category: string) => number): readonly string[] {
	const present = [...new Set(answer.cells.flatMap((c) => (c.region === focus && c.category !== null ? [c.category] : [])))];
	if (!wanted) return present.sort((a, b) => weight(b) - weight(a) || a.localeCompare(b));
	return [...wanted.filter((c) => present.includes(c)), ...present.filter((c) => !wanted.includes(c))];
}
