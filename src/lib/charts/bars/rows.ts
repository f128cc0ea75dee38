/** The rows of a bar chart: their geometry, their names, and the words where a value is missing. */
import type { Lang } from '../../i18n/index.ts';
import { isNarrow, markNumber, type ChartEnv, type Plot } from '../frame.ts';
import { statusMark } from '../legend.ts';
import { colour } from '../palette.ts';
import type { Shape } from '../shapes.ts';
import { fitText, textWidth, wrapText } from '../text.ts';
import type { BarsSpec, Mark } from '../types.ts';

const PAD = 12;
/** Height of a name, and of each further line of it. */
const NAME = 18;
const LINE = 15;
/** A mark with the air that its number needs above and below. */
const THICK = 16;
/** A dense row, its name and the room for names; a long list, of more rows than `many`, stands closer. */
const DENSE = { height: 14.5, close: 12.8, many: 36, thick: 13, size: 12, share: 0.5 } as const;

/** What stands at the end of a mark: the data's words when short, else the number. */
export function endLabel(mark: Mark, lang: Lang, digits?: number): string {
	if (mark.status !== 'ok') return mark.text;
	return mark.text.length <= 22 ? mark.text : markNumber(mark.value, lang, digits);
}

/** Thickness of one mark, height of a row, and how the row divides. */
export interface Rows {
	readonly thick: number;
	readonly group: number;
	readonly height: number;
	/** Label above the marks (narrow) or left of them. */
	readonly above: boolean;
	/** Font size of the names. */
	readonly size: number;
	readonly labelWidth: number;
	readonly noteLines: boolean;
	/** Lines of the longest name. */
	readonly nameLines: number;
}

/** Room of a name above its marks: beside it stands its note. */
const roomAbove = (row: BarsSpec['rows'][number], env: ChartEnv): number => env.width * (row.note ? 0.54 : 1);

export function rowsOf(spec: BarsSpec, env: ChartEnv): Rows {
	if (spec.dense) {
		const all = spec.whole ?? spec.rows;
		const group = DENSE.thick * spec.series.length;
		const height = all.length > DENSE.many ? DENSE.close : DENSE.height;
		const widest = Math.max(40, ...all.map((row) => textWidth(row.label, DENSE.size)));
		return { thick: DENSE.thick, group, height: height - DENSE.thick + group, above: false, size: DENSE.size, labelWidth: Math.min(widest + 12, env.width * DENSE.share), noteLines: false, nameLines: 1 };
	}
	const above = isNarrow(env);
	const group = THICK * spec.series.length;
	const noteLines = spec.rows.some((row) => row.note !== undefined);
	if (above) {
		const lines = Math.max(1, ...spec.rows.map((row) => wrapText(row.label, roomAbove(row, env), 13).length));
		return { thick: THICK, group, height: NAME + LINE * (lines - 1) + group + PAD, above, size: 13, labelWidth: 0, noteLines, nameLines: lines };
	}
	const widest = Math.max(
		60,
		...spec.rows.map((row) => Math.max(textWidth(row.label, 13), textWidth(row.note ?? '', 11)))
	);
	const labelWidth = Math.min(widest + 12, env.width * 0.36);
	const lines = Math.max(1, ...spec.rows.map((row) => wrapText(row.label, labelWidth - 10, 13).length));
	return { thick: THICK, group, height: Math.max(group, 1 + LINE * (lines + Number(noteLines))) + PAD, above, size: 13, labelWidth, noteLines, nameLines: lines };
}

/** The same rows in `height` pixels instead of their own: more air between them, or all of them thinner. */
export function stretched(rows: Rows, count: number, height: number): Rows {
	const each = Math.max(12, height / Math.max(1, count));
	const share = Math.min(1, each / rows.height);
	return { ...rows, height: each, thick: rows.thick * share, group: rows.group * share };
}

/** Left or above: the row's name, its note smaller and paler. */
export function labelShapes(spec: BarsSpec, env: ChartEnv, rows: Rows, plot: Plot): Shape[] {
	return spec.rows.flatMap((row, i): Shape[] => {
		const top = plot.top + rows.height * i;
		if (rows.above) {
			const names = wrapText(row.label, roomAbove(row, env), 13);
			const name = names.at(-1) ?? '';
			const shapes: Shape[] = names.map((text, line) => ({ type: 'text', x: 0, y: top + 9 + LINE * (rows.nameLines - names.length + line), text, size: 13, fill: colour('ink'), halo: true }));
			const room = env.width - textWidth(name, 13) - 10;
			if (row.note && room > 40)
				shapes.push({
					type: 'text',
					x: env.width,
					y: top + 9 + LINE * (rows.nameLines - 1),
					text: fitText(row.note, room, 11),
					size: 11,
					fill: colour('ink-3'),
					align: 'right',
					halo: true
				});
			return shapes;
		}
		const middle = top + rows.height / 2;
		const room = rows.labelWidth - 10;
		const names = rows.nameLines === 1 ? [fitText(row.label, room, rows.size)] : wrapText(row.label, room, rows.size);
		const first = middle - (LINE * (names.length - (row.note ? 0 : 1))) / 2;
		const name = names.map((text, line): Shape => ({ type: 'text', x: 0, y: first + LINE * line, text, size: rows.size, fill: colour('ink') }));
		if (!row.note) return name;
		return [
			...name,
			{
				type: 'text',
				x: 0,
				y: first + LINE * names.length + 1,
				text: fitText(row.note, room, 11),
				size: 11,
				fill: colour('ink-3')
			}
		];
	});
}

/** Vertical centre of mark `j` in row `i`. */
export function centre(rows: Rows, plot: Plot, i: number, j: number): number {
	const top = plot.top + rows.height * i + (rows.above ? NAME + LINE * (rows.nameLines - 1) : (rows.height - rows.group) / 2);
	return top + rows.thick * (j + 0.5);
}

/** Hatch, dashes or dots where a value is missing, with the words that say why; once where a whole row has one reason. */
export function hiddenShapes(spec: BarsSpec, rows: Rows, plot: Plot): Shape[] {
	return spec.rows.flatMap((row, i) => {
		const first = row.marks[0];
		const whole =
			first !== undefined &&
			row.marks.length > 1 &&
			row.marks.every((m) => m.status === first.status && m.text === first.text);
		return row.marks.flatMap((mark, j): Shape[] => {
			if (mark.status === 'ok' || (whole && j > 0)) return [];
			const y = whole
				? (centre(rows, plot, i, 0) + centre(rows, plot, i, row.marks.length - 1)) / 2
				: centre(rows, plot, i, j);
			const tall = Math.min(rows.thick - 2, 12);
			const width = mark.status === 'suppressed' || mark.status === 'immature' ? 44 : 18;
			const room = plot.width - width - 8;
			// "cannot be computed: …", "hidden (…)": the reason stands in the words of the row and in the table.
			const [short = ''] = mark.text.split(/ ?[:(]/);
			const text = textWidth(mark.text, 12) <= room ? mark.text : fitText(short, room, 12);
			const words: Shape = { type: 'text', x: plot.left + width + 7, y, text, fill: colour('ink-2'), halo: true };
			return [...statusMark(mark.status, plot.left + 1, y - tall / 2, width, tall), words];
		});
	});
}
