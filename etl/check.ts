/** Check: bytes and what the sender says about them → what is accepted, what is held, and every finding. Never throws for bad input. */
import { typeBody } from './check/body.ts';
import { kindOfBytes } from './check/bytes-kind.ts';
import { describe, Told, unknownReport, unreadable } from './check/recognised.ts';
import { checkHeader, checkSheet } from './check/structure.ts';
import { numberPersons, withoutDuplicates } from './check/duplicates.ts';
import { cycleDates, periodProblem } from './check/period.ts';
import { toChecked, type Fate, type Ledger, type TypedRow } from './check/rows.ts';
import { Sink } from './check/sink.ts';
import { isProvinceName, type Profiles } from './check/typed.ts';
import { addIncomplete, addWrongKind } from './check/wrong-kind.ts';
import { CONTRACTS, type DatasetName } from './datasets/index.ts';
import { DEFAULT_LIMITS, type CheckContext, type CheckResult, type Limits, type Recognised } from './findings.ts';
import { read, ReadProblem, type Grid, type Reading } from './read/index.ts';
import { splitBody, type SplitBody } from './recognise/body.ts';
import { byFit, choose, recogniseGrid, type Choice, type Recognition } from './recognise/index.ts';
import { recogniseMapped } from './recognise/mapping.ts';
import { withoutReplyColumn } from './reply/marker.ts';

/**
 * Checks one file in stages: size, type, archive, encoding, delimiter, kind, header, types, keys, rows.
 * The first stage with a reason to refuse ends the check.
 * `rows.read` counts the rows below the header that are not blank, totals and notes included; read = accepted + quarantined + dropped.
 */
export async function check(bytes: Uint8Array, context: CheckContext): Promise<CheckResult> {
	const limits: Limits = { ...DEFAULT_LIMITS, ...context.limits };
	const sink = new Sink(limits.findings);
	try {
		const reading = await read(bytes, limits, context.fileName);
		for (const note of reading.notes) sink.add(note.code, {}, note.values);
		return checkReading({ ...reading, grids: reading.grids.map(withoutReplyColumn) }, context, sink);
	} catch (error) {
		if (!(error instanceof ReadProblem)) throw error;
		addProblem(error, sink);
		return refusal(sink, null, unreadable(kindOfBytes(bytes)), 0);
	}
}

/** The answer to a text that is too large to be read row by row and is not a plain table. Sizes in bytes. */
export function tooLarge(size: number, limit: number): CheckResult {
	const sink = new Sink(DEFAULT_LIMITS.findings);
	const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
	sink.add('FILE_TOO_LARGE', {}, { what: { id: `berkas ${megabytes(size)} yang bukan tabel biasa`, en: `a file of ${megabytes(size)} that is not a plain table` }, limit: megabytes(limit) });
	return refusal(sink, null, unreadable(null), 0);
}

function addProblem({ code, where, values }: ReadProblem, sink: Sink): void {
	const { sheet = null, row = null, column = null, heading, value = null } = where;
	if (heading !== undefined) sink.lettered = false;
	sink.add(code, { sheet, row, column, value, ...(heading === undefined ? {} : { heading }) }, values);
}

function refusal(sink: Sink, dataset: DatasetName | null, recognised: Recognised, read: number): CheckResult {
	return { outcome: 'reject_file', dataset, recognised, rows: { read, accepted: 0, quarantined: read, dropped: 0 }, findings: sink.findings(), accepted: [], quarantined: [] };
}

function checkReading(reading: Reading, context: CheckContext, sink: Sink): CheckResult {
	const found = recognise(reading.grids, context, sink);
	if (!('recognition' in found)) return refusal(sink, null, found.recognised, 0);
	const { recognition, dataset } = found;
	sink.sheet = recognition.grid.sheet;
	sink.headings = recognition.header.headings;
	sink.lettered = recognition.grid.kind !== 'json';
	const split = withProvinceTotals(splitBody(recognition.grid, recognition.header), recognition);
	const read = split.data.length + split.totals.length + split.dropped.length;
	const told = new Told();
	const described = (profiles: Profiles | null) => describe(recognition, split, profiles, told);
	if (!checkHeader(recognition, split, sink)) return refusal(sink, dataset, described(null), read);
	const nil = nilStatement(split);
	if (nil !== null) {
		const empty: SplitBody = { ...split, data: [], dropped: [...split.dropped, ...split.data.map(({ row }) => ({ row, why: NIL }))] };
		return { ...settle([], empty, read, dataset, describe(recognition, empty, null, told), sink, { fates: new Map(), codes: new Map() }), nil };
	}
	if (split.data.length === 0) {
		sink.add('FILE_NO_ROWS', { row: recognition.header.rows.at(-1) ?? null });
		return refusal(sink, dataset, described(null), read);
	}
	checkSheet(recognition.grid, reading.grids, split, sink);
	const ledger: Ledger = { fates: new Map(), codes: new Map() };
	const checked = rowsOrProblem(() => checkRows(recognition, split, dataset, context, sink, ledger, told));
	if (checked instanceof ReadProblem) {
		addProblem(checked, sink);
		return refusal(sink, null, described(null), 0);
	}
	const { rows, profiles } = checked;
	if (sink.overflow) sink.addOverflow();
	const recognised = described(profiles);
	if (sink.outcome === 'reject_file') return refusal(sink, dataset, recognised, read);
	return settle(rows, split, read, dataset, recognised, sink, ledger);
}

/** A file that turns out to be cut off ends the check, but not without saying how it was read. */
function rowsOrProblem<T>(work: () => T): T | ReadProblem {
	try {
		return work();
	} catch (error) {
		if (error instanceof ReadProblem) return error;
		throw error;
	}
}

function checkRows(recognition: Recognition, split: SplitBody, dataset: DatasetName, context: CheckContext, sink: Sink, ledger: Ledger, told: Told): { rows: TypedRow[]; profiles: Profiles } {
	const contract = CONTRACTS[dataset];
	const { rows: inScope, profiles } = typeBody(recognition, split, dataset, context, sink, ledger, told);
	if (dataset === 'cases') numberPersons(inScope);
	const unique = withoutDuplicates(inScope, contract, recognition.grid, sink, ledger);
	const period = periodProblem(cycleDates(unique, contract), context);
	if (period) sink.add('PERIOD_MISMATCH', {}, period);
	return { rows: unique.filter((row) => !ledger.codes.has(row.row)), profiles };
}

const NIL = { id: 'laporan nihil', en: 'a nil return' };

/** The words of a table whose only row says that there is nothing: "NIHIL". Null for any other table. */
function nilStatement({ data }: SplitBody): string | null {
	const [row, other] = data;
	if (!row || other) return null;
	const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '' && !/^[\d.\u2013-]+$/.test(text));
	return texts.length > 0 && texts.every((text) => /^nihil\b/i.test(text)) ? (texts[0] ?? null) : null;
}

const PROVINCE_TOTAL = { id: 'jumlah provinsi', en: 'total of a province' };

/** In a table of regencies, a row named after a province is the sum of the province, not its government. */
function withProvinceTotals(split: SplitBody, recognition: Recognition): SplitBody {
	const column = recognition.match.columns.get('regency');
	if (recognition.kind.dataset !== 'headcount' || column === undefined || recognition.kind.decimal === '.') return split;
	const isTotal = (row: SplitBody['data'][number]) => isProvinceName(row.cells[column]?.text ?? '');
	const provinces = split.data.filter(isTotal);
	return { ...split, data: split.data.filter((row) => !isTotal(row)), dropped: [...split.dropped, ...provinces.map((row) => ({ row: row.row, why: PROVINCE_TOTAL }))] };
}

const NO_TABLE = { id: 'Tidak ada tabel dalam berkas ini, hanya judul', en: 'There is no table in this file, only a title' };
/** More lines of one cell are a list, not titles. */
const TITLE_LINES = 5;

/** A few lines of a text or a sheet with one cell each. */
const isTitleOnly = ({ kind, rows }: Grid): boolean => kind !== 'json' && kind !== 'parquet' && rows.length <= TITLE_LINES && rows.every((row) => row.cells.filter((cell) => cell.text.trim() !== '').length <= 1);

function chooseIn(grids: readonly Grid[], context: CheckContext): Choice {
	const recognitions = grids.flatMap((grid) => recogniseGrid(grid)).sort(byFit);
	return choose(recognitions, context.dataset);
}

/** Chooses sheet and kind; findings say why when none can be used. */
function recognise(grids: readonly Grid[], context: CheckContext, sink: Sink): { recognition: Recognition; dataset: DatasetName } | { recognised: Recognised } {
	const visible = grids.filter((grid) => !grid.hiddenSheet && grid.rows.length > 0);
	const candidates = visible.length > 0 ? visible : grids.filter((grid) => grid.rows.length > 0);
	if (candidates.length === 0) {
		sink.add('FILE_EMPTY');
		return { recognised: unknownReport(grids[0]) };
	}
	const mapping = context.source?.mapping;
	if (mapping !== undefined) {
		const mapped = recogniseMapped(candidates, mapping, context.dataset ?? context.source?.dataset, context.asOf);
		if ('found' in mapped && mapped.found.kind.dataset) return { recognition: mapped.found, dataset: mapped.found.kind.dataset };
		for (const what of 'problems' in mapped ? mapped.problems : []) sink.add('MAPPING_INVALID', {}, { what });
		return { recognised: unknownReport(candidates[0]) };
	}
	const choice = chooseIn(candidates, context);
	// Visible sheets may only explain, and a hidden one hold the data.
	const behind = 'found' in choice ? choice : chooseIn(grids.filter((grid) => grid.hiddenSheet), context);
	if ('found' in behind && behind.found.kind.dataset) return { recognition: behind.found, dataset: behind.found.kind.dataset };
	const seen = 'incomplete' in choice ? choice.incomplete : 'wrong' in choice ? choice.wrong : null;
	if (seen === null && candidates.every(isTitleOnly)) sink.add('FILE_NO_ROWS', {}, { what: NO_TABLE });
	else if (!('incomplete' in choice) && candidates.every((grid) => grid.rows.length <= 1)) sink.add('FILE_NO_ROWS');
	else {
		if (seen) sink.sheet = seen.grid.sheet;
		if ('incomplete' in choice) addIncomplete(choice.incomplete, sink);
		else addWrongKind(seen, context, sink);
	}
	return { recognised: seen ? describe(seen, splitBody(seen.grid, seen.header), null, new Told()) : unknownReport(candidates[0]) };
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
