/** Totals that are typed or cached must agree with their parts; they are checked, not loaded. */
import { parseNumber, profileNumbers, type NumberProfile } from '../normalise/numbers.ts';
import { cleanText, isMissing } from '../normalise/text.ts';
import type { Bilingual } from '../phrase.ts';
import type { Body, Kind } from '../recognise/types.ts';
import type { GridRow } from '../read/grid.ts';
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

/** Checks each total row against the sum of the data rows, column by column; unreadable parts leave a column unchecked. */
export function checkTotalRows(body: Body, kind: Kind, sink: Sink, ledger: Ledger): void {
	for (const total of body.totals) {
		const average = total.cells.some((cell) => AVERAGE.test(cell.text));
		const checked = kind.checkTotals === false || average || body.totals.length > 1 ? null : compareColumns(total, body, sink, ledger);
		if (ledger.fates.get(total.row) === 'quarantined') continue;
		ledger.fates.set(total.row, 'dropped');
		sink.add('TOTAL_ROW_SKIPPED', { row: total.row }, { checked: checked ? AGREES : RECOGNISED });
	}
}

/** True when at least one column could be compared and all agree. */
function compareColumns(total: GridRow, body: Body, sink: Sink, ledger: Ledger): boolean {
	let compared = false;
	const width = Math.max(...body.data.map((row) => row.cells.length), 0);
	for (let column = 0; column < width; column++) {
		const stated = total.cells[column];
		if (!stated || stated.problem || !/\d/.test(stated.text) || /%$|persen|share|nomor|^no$/.test(`${stated.text.trim()} ${body.header.keys[column] ?? ''}`)) continue;
		const texts = [...body.data, total].map((row) => cleanText(row.cells[column]?.text ?? '').text);
		const profile = profileNumbers(texts.filter((text) => !isMissing(text)));
		const parts = body.data.map((row) => numberIn(row, column, profile));
		const value = numberIn(total, column, profile);
		if (value === null || parts.some((part) => part === null) || parts.every((part) => part === 0)) continue;
		const expected = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
		compared = true;
		if (Math.abs(expected - value) < 0.005) continue;
		hold(ledger, total.row, 'TOTAL_MISMATCH');
		sink.add('TOTAL_MISMATCH', { row: total.row, column, value: stated.text }, { expected: spoken(expected, profile) });
	}
	return compared && ledger.fates.get(total.row) !== 'quarantined';
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
