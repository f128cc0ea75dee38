/** "Beginilah berkas Anda dibaca": how a file was read, for every answer. */
import type { Recognised } from '../findings.ts';
import type { DateOrder } from '../normalise/dates.ts';
import { maskNip } from '../normalise/nip.ts';
import { both, inLanguage, type Bilingual, type Phrase } from '../phrase.ts';
import type { Grid } from '../read/index.ts';
import type { SplitBody } from '../recognise/body.ts';
import type { Recognition } from '../recognise/index.ts';
import { range, unusedColumns } from './structure.ts';
import type { Profiles } from './typed.ts';

/** Notes beyond this many are left out. */
const NOTES = 200;

const maskedWords = (words: Phrase): Phrase => (typeof words === 'string' ? maskNip(words) : both((say) => maskNip(say(words))));

/** What a kind says about its reading while it makes drafts; NIP masked, a note said twice is kept once. */
export class Told {
	readonly orders = new Set<DateOrder>();
	readonly #notes = new Map<string, Phrase>();
	readonly #left = new Map<string, { readonly why: Phrase; readonly rows: number[] }>();

	note(words: Phrase): void {
		const masked = maskedWords(words);
		if (this.#notes.size < NOTES) this.#notes.set(inLanguage(masked, 'id'), masked);
	}
	/** A row that is left out; rows with the same reason are named together. */
	drop(row: number, why: Phrase): void {
		const reason = inLanguage(why, 'id');
		const known = this.#left.get(reason) ?? { why: maskedWords(why), rows: [] };
		if (this.#left.size < NOTES) this.#left.set(reason, known);
		known.rows.push(row);
	}
	/** Rows left out for this reason while they were looked at. */
	rowsFor(why: Bilingual): readonly number[] {
		return this.#left.get(why.id)?.rows ?? [];
	}
	/** Lines about rows and notes; reasons in `said` are left to whoever tells them. */
	notes(said: ReadonlySet<string>): Phrase[] {
		const left = [...this.#left].filter(([reason]) => !said.has(reason)).map(([, { why, rows }]) => rowsWords(inOrder(rows), why));
		return [...left, ...this.#notes.values()].slice(0, NOTES);
	}
}

const inOrder = (rows: readonly number[]): number[] => rows.toSorted((a, b) => a - b);

/** `baris 1-3: judul` */
export const rowsWords = (rows: readonly number[], why: Phrase): Bilingual =>
	both((say) => `${say(rows.length > 1 ? { id: 'baris', en: 'rows' } : { id: 'baris', en: 'row' })} ${range(rows)}: ${say(why)}`);

const TITLE: Bilingual = { id: 'judul', en: 'title' };
export const TOTAL: Bilingual = { id: 'jumlah atau rata-rata', en: 'total or average' };

/** Columns whose dates were read day first by custom alone. */
function assumedOrders({ header }: Recognition, profiles: Profiles | null): Phrase[] {
	const columns = [...(profiles?.dates ?? [])].filter(([, own]) => own.assumed).map(([column]) => `"${header.headings[column] ?? ''}"`);
	if (columns.length === 0) return [];
	const names = columns.join(', ');
	return [{ id: `urutan tanggal ${names} tidak terbukti dari isinya: dibaca hari-bulan-tahun (bila bukan, tulis tanggalnya 2024-07-04, atau minta operator mengisi "date_order" di source.json)`, en: `the order of the dates in ${names} is not proven by the cells: read as day-month-year (if it is not, write dates as 2024-07-04, or ask the operator to state "date_order" in source.json)` }];
}

/** How a recognised report was read; `profiles` are null when no row was typed. */
export function describe(recognition: Recognition, split: SplitBody, profiles: Profiles | null, told: Told): Recognised {
	const { grid, header, kind, match } = recognition;
	const orders = new Set([...told.orders, ...[...(profiles?.dates.values() ?? [])].filter((d) => !d.conflicting).map((d) => d.order)]);
	const decimals = new Set([...(profiles?.numbers.values() ?? [])].map((n) => n.decimal).filter((d) => d !== null));
	const left = Map.groupBy(split.dropped, ({ why }) => why.id);
	const dropped = [
		...(header.titleRows.length ? [rowsWords(header.titleRows, TITLE)] : []),
		...[...left.values()].flatMap((rows) => {
			const why = rows[0]?.why;
			return why ? [rowsWords(inOrder([...rows.map(({ row }) => row), ...told.rowsFor(why)]), why)] : [];
		}),
		...(split.totals.length ? [rowsWords(split.totals.map((row) => row.row), TOTAL)] : []),
		...(kind.dataset === null ? [] : unusedColumns(recognition, split.data)),
		...assumedOrders(recognition, profiles),
		...told.notes(new Set(left.keys()))
	];
	return {
		kind: kind.kind,
		language: match.language,
		encoding: grid.encoding,
		delimiter: grid.delimiter,
		sheet: grid.sheet,
		headerRows: header.rows,
		dateOrder: orders.size === 1 ? ([...orders][0] ?? null) : null,
		decimal: decimals.size === 1 ? ([...decimals][0] ?? null) : null,
		dropped
	};
}

const NOTHING: Recognised = { kind: null, language: null, encoding: null, delimiter: null, sheet: null, headerRows: [], dateOrder: null, decimal: null, dropped: [] };

/** Read, but no known report: the table says only how its text was written. */
export const unknownReport = (grid: Grid | undefined): Recognised => (grid ? { ...NOTHING, encoding: grid.encoding, delimiter: grid.delimiter, sheet: grid.sheet } : NOTHING);

/** Not read at all: only what the bytes are, where that is known. */
export const unreadable = (kind: string | null): Recognised => ({ ...NOTHING, kind });
