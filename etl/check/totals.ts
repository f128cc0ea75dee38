/** Totals that are typed or cached must agree with their parts; they are checked, not loaded. */
import { parseNumber, profileNumbers, type NumberProfile } from '../normalise/numbers.ts';
import { cleanText, isMissing } from '../normalise/text.ts';
import type { Bilingual, Phrase } from '../phrase.ts';
import type { Body, Kind } from '../recognise/types.ts';
import { columnLetter, type GridRow } from '../read/grid.ts';
import { hold, type Ledger } from './rows.ts';
import type { Sink } from './sink.ts';

const AVERAGE = /rata-rata|rerata|average/i;
/** Written as the column writes its numbers, so that both can be compared. */
const spoken = (value: number, profile: NumberProfile | undefined): string => value.toLocaleString(profile?.decimal === '.' ? 'en-GB' : 'id-ID', { maximumFractionDigits: 2 });
const AGREES: Bilingual = { id: 'cocok dengan rinciannya', en: 'it agrees with its parts' };
const RECOGNISED: Bilingual = { id: 'dikenali', en: 'recognised' };

/** Number in a cell: 0 for a sign of nothing, null when unreadable. */
function numberIn(row: GridRow, column: number, profile: ReturnType<typeof profileNumbers>): number | null {
	const cell = row.cells[column];
	if (!cell) return 0;
	if (cell.problem) return null;
	const { text } = cleanText(cell.text);
	if (isMissing(text)) return 0;
	const parsed = cell.numeric ? { value: Number(text) } : parseNumber(text, profile, true);
	return 'value' in parsed && Number.isFinite(parsed.value) ? parsed.value : null;
}

/** Columns of shares, running numbers and years: their sum says nothing. */
const NOT_SUMMED = /%|persen|share|nomor|^no$|^tahun$/;

/** A figure of a total row beside the rows it may be the sum of. */
interface Figure {
	readonly column: number;
	readonly stated: string;
	readonly value: number;
	/** The sum of the rows since the total before, and of all rows. */
	readonly sums: readonly [since: number, all: number];
	readonly profile: NumberProfile;
}

/** Checks each total row against the sum of the rows since the total before it, or of all rows; says which columns could not be compared. */
export function checkTotalRows(body: Body, kind: Kind, sink: Sink, ledger: Ledger): void {
	const sums = body.totals.filter((row) => !row.cells.some((cell) => AVERAGE.test(cell.text)));
	for (const total of body.totals) {
		const before = kind.checkTotals === false ? -1 : sums.indexOf(total);
		const checked = before < 0 ? RECOGNISED : compareTotal(total, sums[before - 1]?.row ?? 0, before === sums.length - 1, body, sink, ledger);
		if (ledger.fates.get(total.row) === 'quarantined') continue;
		ledger.fates.set(total.row, 'dropped');
		sink.add('TOTAL_ROW_SKIPPED', { row: total.row }, { checked });
	}
}

/** How far the total agrees with its rows; a figure that does not is a finding. `since`: the row of the total before. */
function compareTotal(total: GridRow, since: number, last: boolean, body: Body, sink: Sink, ledger: Ledger): Phrase {
	const own = body.data.filter(({ row }) => row > since && row < total.row);
	const { figures, unread } = figuresOf(total, own, body);
	const wrong = ([0, 1] as const).map((at) => figures.filter(({ sums, value }) => Math.abs(sums[at] - value) >= 0.005));
	const [bySince = [], byAll = []] = wrong;
	// A subtotal is the sum of its own rows, the last total that of all; whichever fits better is meant.
	const meant = byAll.length < bySince.length || (byAll.length === bySince.length && (last || own.length === 0)) ? 1 : 0;
	for (const { column, stated, sums, profile } of wrong[meant] ?? []) {
		hold(ledger, total.row, 'TOTAL_MISMATCH');
		sink.add('TOTAL_MISMATCH', { row: total.row, column, value: stated }, { expected: spoken(sums[meant], profile) });
	}
	if (unread.length === 0) return figures.length > 0 ? AGREES : RECOGNISED;
	const columns = unread.map((column) => `"${body.header.headings[column] || columnLetter(column)}"`).join(', ');
	return figures.length > 0
		? { id: `cocok dengan rinciannya kecuali kolom ${columns}, yang tidak dapat dibandingkan`, en: `it agrees with its parts but for ${columns}, which could not be compared` }
		: { id: `kolom ${columns} tidak dapat dibandingkan`, en: `${columns} could not be compared` };
}

/** The figures of a total row that can be compared, and the columns of those that cannot: a part or the total itself is not readable. */
function figuresOf(total: GridRow, own: readonly GridRow[], body: Body): { figures: Figure[]; unread: number[] } {
	const figures: Figure[] = [];
	const unread: number[] = [];
	const width = Math.max(...body.data.map((row) => row.cells.length), 0);
	for (let column = 0; column < width; column++) {
		const stated = total.cells[column];
		const text = cleanText(stated?.text ?? '').text;
		if (!stated || /%$/.test(text) || NOT_SUMMED.test(body.header.keys[column] ?? '')) continue;
		if (stated.problem === null && (!/\d/.test(text) || /^\p{L}/u.test(text))) continue;
		const texts = [...body.data, total].map((row) => cleanText(row.cells[column]?.text ?? '').text);
		const profile = profileNumbers(texts.filter((own) => !isMissing(own)));
		const value = numberIn(total, column, profile);
		const parts = new Map(body.data.map((row) => [row, numberIn(row, column, profile)]));
		const nothing = body.data.every((row) => !row.cells[column]?.problem && isMissing(cleanText(row.cells[column]?.text ?? '').text));
		if (value === null || nothing || [...parts.values()].includes(null)) {
			if (value !== 0) unread.push(column);
			continue;
		}
		const sum = (rows: readonly GridRow[]): number => rows.reduce((all, row) => all + (parts.get(row) ?? 0), 0);
		figures.push({ column, stated: stated.text, value, sums: [sum(own), sum(body.data)], profile });
	}
	return { figures, unread };
}

/** `Jumlah` beside `Laki-laki` and `Perempuan`, or beside categories, in one row. */
export function checkRowTotals(body: Body, sink: Sink, ledger: Ledger): void {
	const { columns } = body.match;
	const total = columns.get('total');
	const male = columns.get('male');
	const female = columns.get('female');
	if (total === undefined) return;
	const levels = body.header.keys.flatMap((key, column) => (key.includes(' / ') && column !== male && column !== female && column !== total ? [column] : []));
	const parts = male !== undefined && female !== undefined ? [male, female] : levels;
	if (parts.length < 2) return;
	const profiles = new Map([...parts, total].map((column) => [column, profileNumbers(body.data.map((row) => cleanText(row.cells[column]?.text ?? '').text))]));
	const read = (row: GridRow, column: number) => {
		const profile = profiles.get(column);
		return profile ? numberIn(row, column, profile) : null;
	};
	for (const row of body.data) {
		const stated = read(row, total);
		const values = parts.map((column) => read(row, column));
		if (stated === null || values.some((value) => value === null) || (stated === 0 && values.every((value) => value === 0))) continue;
		const expected = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
		if (Math.abs(expected - stated) < 0.005) continue;
		hold(ledger, row.row, 'TOTAL_MISMATCH');
		sink.add('TOTAL_MISMATCH', { row: row.row, column: total, value: row.cells[total]?.text ?? '' }, { expected: spoken(expected, profiles.get(total)) });
	}
}
