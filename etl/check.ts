/** Check: bytes and what the sender says about them → what is accepted, what is held, and every finding. Never throws for bad input. */
import { checkTexts, checkHeader, checkSheet, checkWidths, range, unusedColumns } from './check/structure.ts';
import { numberPersons, withoutDuplicates } from './check/duplicates.ts';
import { periodProblem } from './check/period.ts';
import { hold, profile, scopeRows, toChecked, typeRows, type Fate, type Ledger, type TypedRow } from './check/rows.ts';
import { Sink } from './check/sink.ts';
import { checkRowTotals, checkTotalRows } from './check/totals.ts';
import { isProvinceName, type Profiles } from './check/typed.ts';
import { CONTRACTS, type DatasetName } from './datasets/index.ts';
import { DEFAULT_LIMITS, type CheckContext, type CheckResult, type Limits, type Recognised } from './findings.ts';
import type { DateOrder } from './normalise/dates.ts';
import { read, ReadProblem, type Grid, type Reading } from './read/index.ts';
import { splitBody, type SplitBody } from './recognise/body.ts';
import { choose, KINDS, recogniseGrid, type Body, type Draft, type Recognition, type Reporter } from './recognise/index.ts';

/**
 * Checks one file in stages: size, type, archive, encoding, delimiter, kind, header, types, keys, rows.
 * The first stage with a reason to refuse ends the check.
 * `rows.read` counts the rows below the header that are not blank, totals and notes included; read = accepted + quarantined + dropped.
 */
export async function check(bytes: Uint8Array, context: CheckContext): Promise<CheckResult> {
	const limits: Limits = { ...DEFAULT_LIMITS, ...context.limits };
	const sink = new Sink(limits.findings);
	try {
		const reading = await read(bytes, limits);
		for (const note of reading.notes) sink.add(note.code, {}, note.values);
		return checkReading(reading, context, sink);
	} catch (error) {
		if (!(error instanceof ReadProblem)) throw error;
		sink.add(error.code, { sheet: error.where.sheet ?? null, row: error.where.row ?? null, column: error.where.column ?? null, value: error.where.value ?? null }, error.values);
		return refusal(sink, null, null, 0);
	}
}

function refusal(sink: Sink, dataset: DatasetName | null, recognised: Recognised | null, read: number): CheckResult {
	return { outcome: 'reject_file', dataset, recognised, rows: { read, accepted: 0, quarantined: read, dropped: 0 }, findings: sink.findings(), accepted: [], quarantined: [] };
}

function checkReading(reading: Reading, context: CheckContext, sink: Sink): CheckResult {
	const found = recognise(reading.grids, context, sink);
	if (!('recognition' in found)) return refusal(sink, null, found.recognised, 0);
	const { recognition } = found;
	const dataset = recognition.kind.dataset;
	if (!dataset) return refusal(sink, null, null, 0);
	sink.sheet = recognition.grid.sheet;
	sink.headings = recognition.header.headings;
	const split = withProvinceTotals(splitBody(recognition.grid, recognition.header), recognition);
	const read = split.data.length + split.totals.length + split.dropped.length;
	const words = new Set<string>();
	const orders = new Set<DateOrder>();
	const described = (profiles: Profiles | null) => describe(recognition, split, profiles, words, orders);
	if (!checkHeader(recognition, split, sink)) return refusal(sink, dataset, described(null), read);
	if (split.data.length === 0) {
		sink.add('FILE_NO_ROWS', { row: recognition.header.rows.at(-1) ?? null });
		return refusal(sink, dataset, described(null), read);
	}
	checkSheet(recognition.grid, reading.grids, split, sink);
	const ledger: Ledger = { fates: new Map(), codes: new Map() };
	const { rows, profiles } = checkRows(recognition, split, dataset, context, sink, ledger, { words, orders });
	if (sink.overflow) sink.addOverflow();
	const recognised = described(profiles);
	if (sink.outcome === 'reject_file') return refusal(sink, dataset, recognised, read);
	return settle(rows, split, read, dataset, recognised, sink, ledger);
}

/** What a kind says about its reading, for "how we read your file". */
interface Told {
	readonly words: Set<string>;
	readonly orders: Set<DateOrder>;
}

function checkRows(recognition: Recognition, split: SplitBody, dataset: DatasetName, context: CheckContext, sink: Sink, ledger: Ledger, told: Told): { rows: TypedRow[]; profiles: Profiles } {
	const contract = CONTRACTS[dataset];
	checkWidths(recognition, split, sink, ledger);
	checkTexts(split.data, sink, ledger);
	const body: Body = { ...recognition, data: split.data.filter((row) => !ledger.codes.has(row.row)), totals: split.totals };
	checkErrorCells(body, sink, ledger);
	const drafts = makeDrafts(recognition, body, context, sink, ledger, told);
	const profiles = profile(drafts, contract, recognition.kind, body, context);
	const typed = typeRows(drafts, dataset, profiles, context, sink, ledger);
	const whole: Body = { ...body, data: split.data };
	checkTotalRows(whole, recognition.kind, sink, ledger);
	checkRowTotals(whole, sink, ledger);
	const inScope = scopeRows(typed.filter((row) => !ledger.codes.has(row.row)), contract, context, sink, ledger);
	if (dataset === 'cases') numberPersons(inScope);
	const unique = withoutDuplicates(inScope, contract, recognition.grid, sink, ledger);
	const period = periodProblem(unique, contract, context);
	if (period) sink.add('PERIOD_MISMATCH', {}, period);
	return { rows: unique.filter((row) => !ledger.codes.has(row.row)), profiles };
}

/** Formula and error cells hold their row, also in columns that only stand beside what is loaded (a total). */
function checkErrorCells(body: Body, sink: Sink, ledger: Ledger): void {
	const used = new Set(body.match.columns.values());
	for (const row of body.data) {
		row.cells.forEach((cell, column) => {
			if (!cell.problem || !used.has(column)) return;
			const code = cell.problem === 'formula_no_value' ? 'CELL_FORMULA_NO_VALUE' : 'CELL_ERROR_VALUE';
			hold(ledger, row.row, code);
			sink.add(code, { row: row.row, column, value: cell.text });
		});
	}
}

function makeDrafts(recognition: Recognition, body: Body, context: CheckContext, sink: Sink, ledger: Ledger, told: Told): Draft[] {
	const reporter: Reporter = {
		context,
		language: recognition.match.language,
		drop: (row, why) => {
			ledger.fates.set(row, 'dropped');
			told.words.add(`baris ${row}: ${why}`);
		},
		find: (code, at, values) => {
			if (at.row !== undefined && Sink.holdsRow(code)) hold(ledger, at.row, code);
			sink.add(code, { row: at.row ?? null, column: at.column ?? null, value: at.value ?? null }, values);
		},
		dates: (own) => {
			if (!own.conflicting) told.orders.add(own.order);
		},
		note: (text) => told.words.add(text)
	};
	const usable: Body = { ...body, data: body.data.filter((row) => !ledger.codes.has(row.row)) };
	return recognition.kind.drafts?.(usable, reporter) ?? [];
}

/** In a table of regencies, a row named after a province is the sum of the province, not its government. */
function withProvinceTotals(split: SplitBody, recognition: Recognition): SplitBody {
	const column = recognition.match.columns.get('regency');
	if (recognition.kind.dataset !== 'headcount' || column === undefined || recognition.kind.decimal === '.') return split;
	const isTotal = (row: SplitBody['data'][number]) => isProvinceName(row.cells[column]?.text ?? '');
	const provinces = split.data.filter(isTotal);
	return { ...split, data: split.data.filter((row) => !isTotal(row)), dropped: [...split.dropped, ...provinces.map((row) => ({ row: row.row, why: 'jumlah provinsi' }))] };
}

/** Chooses sheet and kind; findings say why when none can be used. */
function recognise(grids: readonly Grid[], context: CheckContext, sink: Sink): { recognition: Recognition } | { recognised: null } {
	const visible = grids.filter((grid) => !grid.hiddenSheet && grid.rows.length > 0);
	const candidates = visible.length > 0 ? visible : grids.filter((grid) => grid.rows.length > 0);
	if (candidates.length === 0) {
		sink.add('FILE_EMPTY');
		return { recognised: null };
	}
	const recognitions = candidates.flatMap((grid) => recogniseGrid(grid)).sort((a, b) => Number(a.match.missing.length > 0) - Number(b.match.missing.length > 0) || b.match.score - a.match.score);
	const choice = choose(recognitions, context.dataset);
	if ('found' in choice) return { recognition: choice.found };
	if ('found' in choice === false && !('incomplete' in choice) && candidates.every((grid) => grid.rows.length <= 1)) sink.add('FILE_NO_ROWS');
	else refuseKind(choice, context, sink);
	return { recognised: null };
}

function refuseKind(choice: Exclude<ReturnType<typeof choose>, { found: Recognition }>, context: CheckContext, sink: Sink): void {
	const asked = context.dataset ? `data "${CONTRACTS[context.dataset].title.id}"` : 'salah satu laporan yang dikenal';
	if ('incomplete' in choice) {
		const { header, kind, match } = choice.incomplete;
		sink.sheet = choice.incomplete.grid.sheet;
		sink.add('HEADER_MISSING', { row: header.rows[0] ?? null }, { columns: `${match.missing.map((name) => `"${name}"`).join(', ')} (${kind.title.id})` });
		return;
	}
	const suitable = KINDS.filter((kind) => kind.dataset !== null && kind.dataset === context.dataset && !kind.kind.startsWith('canonical_')).map((kind) => kind.title.id);
	const remedy = suitable.length ? `Kirim salah satu dari: ${suitable.join('; ')}` : 'Lihat daftar laporan yang diterima, atau pakai templat';
	if ('wrong' in choice) {
		sink.sheet = choice.wrong.grid.sheet;
		sink.add('REPORT_WRONG_KIND', { row: choice.wrong.header.rows[0] ?? null }, { found: `"${choice.wrong.kind.title.id}"`, asked, remedy });
	} else sink.add('REPORT_WRONG_KIND', {}, { found: 'laporan yang tidak dikenali', asked, remedy });
}

function describe(recognition: Recognition, split: SplitBody, profiles: Profiles | null, words: Set<string>, told: Set<DateOrder>): Recognised {
	const { grid, header, kind, match } = recognition;
	const orders = new Set([...told, ...[...(profiles?.dates.values() ?? [])].filter((d) => !d.conflicting).map((d) => d.order)]);
	const decimals = new Set([...(profiles?.numbers.values() ?? [])].map((n) => n.decimal).filter((d) => d !== null));
	const grouped = new Map<string, number[]>();
	for (const { row, why } of split.dropped) grouped.set(why, [...(grouped.get(why) ?? []), row]);
	const dropped = [
		...(header.titleRows.length ? [`baris ${range(header.titleRows)}: judul`] : []),
		...[...grouped].map(([why, rows]) => `baris ${range(rows)}: ${why}`),
		...(split.totals.length ? [`baris ${range(split.totals.map((row) => row.row))}: jumlah atau rata-rata`] : []),
		...unusedColumns(recognition),
		...[...words].slice(0, 200)
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

/** Gives every row below the header exactly one fate. */
function settle(rows: readonly TypedRow[], split: SplitBody, read: number, dataset: DatasetName, recognised: Recognised, sink: Sink, ledger: Ledger): CheckResult {
	const fates = new Map<number, Fate>(split.dropped.map(({ row }) => [row, 'dropped']));
	for (const row of split.totals) fates.set(row.row, 'dropped');
	for (const row of split.data) fates.set(row.row, 'accepted');
	for (const [row, fate] of ledger.fates) if (fates.has(row)) fates.set(row, fate);
	for (const row of ledger.codes.keys()) if (fates.has(row)) fates.set(row, 'quarantined');
	const count = (fate: Fate) => [...fates.values()].filter((own) => own === fate).length;
	const quarantined = [...ledger.codes].filter(([row]) => fates.get(row) === 'quarantined').map(([row, codes]) => ({ row, codes: [...codes] }));
	return {
		outcome: sink.outcome,
		dataset,
		recognised,
		rows: { read, accepted: count('accepted'), quarantined: count('quarantined'), dropped: count('dropped') },
		findings: sink.findings(),
		accepted: toChecked(rows, CONTRACTS[dataset]),
		quarantined: quarantined.sort((a, b) => a.row - b.row)
	};
}
