/** Which part of the second sheet the first one has room for. Heights are CSS pixels as printed; a test prints and counts. */
import type { A4Body, A4Chart, A4Key, A4Table } from '../../ui/a4.ts';
import type { MetricRow } from '../../ui/area.ts';

/** Between the heads and feet of a sheet. The question has two lines at most; then lines of the answer. */
const SHEET = 900;
const QUESTION = 50;
const ANSWER = { line: 20, letters: 84 } as const;
/** Title, how to read it, two lines of notes. */
const AROUND = 66;
const GAP = 9;
/** With the gap above it. */
const TIME = 262 + GAP;
/** What was done: its title, and sentences of so many letters a line. */
const DONE = { title: 22 + GAP, line: 17, letters: 118 } as const;
/** Of a table: caption, heads of two lines and a note; a line of text; what is around the lines of a row. */
const HEAD = 76;
const LINE = 15;
const PADDING = 6;
/** A printed figure; with the cycle beside it the columns are narrow. */
const ROW = 31;
const ROW_NARROW = 46;
const NARROW_COLUMNS = 6;
const NOTES = 66;
/** Letters that a line of a column of the key table holds: measure, verdict, change. */
const LETTERS = { measure: 26, nation: 12, change: 34 } as const;

const linesOf = (text: string, letters: number): number => Math.max(1, Math.ceil(text.length / letters));

function rowHeight({ name, nation, change }: MetricRow): number {
	const changed = change ? `${change.icon ? '→ ' : ''}${change.word} (${change.from})` : '';
	return PADDING + LINE * Math.max(linesOf(name, LETTERS.measure), linesOf(nation?.text ?? '', LETTERS.nation), linesOf(changed, LETTERS.change));
}

const keyHeight = ({ rows }: A4Key): number => HEAD + rows.reduce((sum, row) => sum + rowHeight(row), 0);

function tableHeight({ table }: A4Table): number {
	const row = (table?.columns.length ?? 0) < NARROW_COLUMNS ? ROW : ROW_NARROW;
	return HEAD + NOTES + row * (table?.rows.length ?? 0);
}

/** Height of a comparison on paper: its tallest drawing at the width it is printed at. */
function heightOf({ drawings }: A4Chart): number {
	const tall = drawings.map(({ wide }) => {
		const [, width = 1, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(wide) ?? []).map(Number);
		return (height * (drawings.length === 1 ? 680 : 327)) / width;
	});
	return Math.max(0, ...tall) + AROUND;
}

/** The time chart where it fits, else what was done, else nothing more. */
export function firstSheet({ answer, key, published, comparison, done }: Pick<A4Body, 'key' | 'published' | 'comparison' | 'done'> & { readonly answer: string }): A4Body['first'] {
	const doneHeight = DONE.title + DONE.line * done.sentences.reduce((sum, sentence) => sum + linesOf(sentence, DONE.letters), 0);
	const table = (key ? keyHeight(key) : 0) + (published ? tableHeight(published) : 0);
	const room = SHEET - QUESTION - ANSWER.line * linesOf(answer, ANSWER.letters) - table - GAP - heightOf(comparison) - GAP;
	return room >= TIME ? 'time' : room >= doneHeight ? 'done' : 'none';
}
