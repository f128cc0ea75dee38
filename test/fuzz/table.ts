/** Text tables that people have worked on: lines and cells moved, replaced, doubled; other writing, delimiter and line ends. */
import type { Random } from '../../etl/generate/random.ts';
import { nasty } from './nasty.ts';

/** A text table taken apart without understanding it. */
export interface Table {
	delimiter: string;
	rows: string[][];
	lineEnd: string;
}

const DELIMITERS = [';', ',', '\t', '|', ':'];
const FOOTERS: readonly (readonly string[])[] = [['JUMLAH', '', '12'], ['Jumlah', '1.234', '', '7'], ['', 'Sumber: BKPSDM'], ['Catatan: angka sementara'], ['', '', 'Mangupura, 5 Mei 2026'], ['Rata-rata', '50,5'], ['(1)', '(2)', '(3)'], ['']];

/** Takes a text apart at its most frequent delimiter. */
export function tableOf(text: string): Table {
	const [head = ''] = text.split('\n', 1);
	const delimiter = [...DELIMITERS].sort((a, b) => head.split(b).length - head.split(a).length)[0] ?? ';';
	return { delimiter, rows: text.split(/\r?\n/).map((line) => line.split(delimiter)), lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const spot = <T>(random: Random, list: readonly T[]): number => random.int(0, Math.max(0, list.length - 1));

/** Column of a cell: any, of any row. */
function place(table: Table, random: Random): { row: string[]; column: number } {
	const row = table.rows[spot(random, table.rows)] ?? [];
	return { row, column: spot(random, row) };
}

const CHANGES: readonly ((table: Table, random: Random, other: () => Table) => void)[] = [
	({ rows }, random) => rows.splice(spot(random, rows), random.int(1, 3)),
	({ rows }, random) => rows.splice(spot(random, rows), 0, ...Array.from({ length: random.int(1, 4) }, () => [...(rows[spot(random, rows)] ?? [])])),
	({ rows }, random) => {
		const [a, b] = [spot(random, rows), spot(random, rows)];
		[rows[a], rows[b]] = [rows[b] ?? [], rows[a] ?? []];
	},
	(table, random) => {
		const { row, column } = place(table, random);
		const value = nasty(random);
		row[column] = random.chance(0.7) && /["\n;,\t]/.test(value) ? quoted(value) : value;
	},
	(table, random) => {
		for (let cells = random.int(3, 40); cells > 0; cells--) {
			const { row, column } = place(table, random);
			const value = nasty(random);
			row[column] = random.chance(0.9) && /["\n;,\t]/.test(value) ? quoted(value) : value;
		}
	},
	({ rows }, random) => {
		const [column, value] = [spot(random, rows[0] ?? []), random.chance(0.5) ? nasty(random) : null];
		for (const row of rows.slice(1)) if (random.chance(0.8) && row.length > column) row[column] = value ?? nasty(random).replaceAll(/[\r\n"]/g, '');
	},
	(table, random) => {
		const { row, column } = place(table, random);
		row.splice(column, 1);
	},
	(table, random) => {
		const { row, column } = place(table, random);
		row.splice(column, 0, random.chance(0.5) ? '' : nasty(random));
	},
	(table, random) => {
		const { row, column } = place(table, random);
		const to = spot(random, row);
		[row[column], row[to]] = [row[to] ?? '', row[column] ?? ''];
	},
	({ rows }, random) => {
		const at = spot(random, rows);
		for (const row of rows.slice(at)) row.unshift(...Array<string>(random.int(1, 2)).fill(''));
	},
	(table, random) => {
		const column = spot(random, table.rows[0] ?? []);
		for (const row of table.rows) row.splice(column, 1);
	},
	(table, random) => {
		const column = spot(random, table.rows[0] ?? []);
		for (const row of table.rows) row.splice(column, 0, row[column] ?? '');
	},
	({ rows }, random) => {
		const head = rows[0] ?? [];
		if (random.chance(0.5)) head.splice(spot(random, head), random.int(1, 3));
		else head[spot(random, head)] = random.chance(0.3) ? '' : nasty(random);
	},
	({ rows }, random) => rows.splice(spot(random, rows), 0, [...(rows[0] ?? [])]),
	({ rows }, random) => rows.unshift(...Array.from({ length: random.int(1, 4) }, () => [random.pick(['REKAP', '', 'Keadaan per 31 Desember 2024', 'KABUPATEN BADUNG', nasty(random)])])),
	({ rows }, random) => rows.push(...Array.from({ length: random.int(1, 4) }, () => [...random.pick(FOOTERS)])),
	({ rows }, random, other) => rows.push(...other().rows.slice(random.int(0, 1))),
	(table, random) => (table.delimiter = random.pick(DELIMITERS)),
	(table, random) => (table.lineEnd = random.pick(['\r\n', '\r', '\n', '\n\n', '\n\r', '\u2028'])),
	({ rows }, random) => rows.splice(spot(random, rows), 0, [random.pick(['', '   ', '"', '""', ';;;;', ',,,', '\u00a0'])]),
	({ rows }, random) => {
		const body = rows.slice(1);
		for (let times = random.int(1, 3); times > 0 && rows.length < 20_000; times--) rows.push(...body.map((row) => [...row]));
	}
];

/** Changes a table in place, some times over. */
export function rework(table: Table, random: Random, other: () => Table): void {
	for (let times = random.pick([1, 1, 2, 3, 6]); times > 0; times--) random.pick(CHANGES)(table, random, other);
}

/** The table as text; now and then each line as one quoted field, or without its last line end. */
export function textOf({ rows, delimiter, lineEnd }: Table, random: Random): string {
	const lines = rows.map((row) => row.join(delimiter));
	const wrapped = random.chance(0.02) ? lines.map(quoted) : lines;
	return wrapped.join(lineEnd) + (random.chance(0.5) ? lineEnd : '');
}

/** Text in one of the encodings that exports come in; a text may not survive it. */
export function encoded(text: string, random: Random): Uint8Array {
	switch (random.int(0, 11)) {
		case 0:
			return Buffer.from(`\ufeff${text}`, 'utf16le');
		case 1:
			return Buffer.from(text, 'utf16le');
		case 2:
			return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
		case 3:
			return Buffer.from(text, 'latin1');
		case 4:
			return Buffer.concat([Buffer.from(text), Buffer.from('\u0096 \u00e4\n', 'latin1')]);
		case 5:
			return Buffer.from(`\ufeff${text}`);
		default:
			return Buffer.from(text);
	}
}
