/**
 * The check of a large plain table: its columns are typed by their different texts and judged in SQL, a million rows at once.
 * Rows that are not plainly good take the way of a small file's rows, so that both ways say the same (a test compares them).
 */
import { Told, describe } from '../check/recognised.ts';
import type { Ledger, TypedRow } from '../check/rows.ts';
import { Sink } from '../check/sink.ts';
import { checkHeader } from '../check/structure.ts';
import { CONTRACTS, type DatasetName } from '../datasets/index.ts';
import { DEFAULT_LIMITS, type CheckContext, type CheckResult, type Limits } from '../findings.ts';
import { ReadProblem, type Grid, type GridRow } from '../read/grid.ts';
import { readCsv } from '../read/csv.ts';
import { splitBody, type SplitBody } from '../recognise/body.ts';
import { choose, recogniseGrid, type Recognition } from '../recognise/index.ts';
import { recogniseMapped } from '../recognise/mapping.ts';
import { identifier } from '../warehouse.ts';
import { canonicalSql, keySql, type Canonical, type Typed } from './canonical.ts';
import { fitsColumns, planColumns } from './columns.ts';
import { findTexts, profileDictionaries, storeDictionary } from './dictionary.ts';
import { checkOneByOne, gridRows, refusedRows, type RowChecker } from './one-by-one.ts';
import { lineOf } from './lines.ts';
import { countRest, endOfCheck, periodFinding } from './outcome.ts';
import { settleRepeats } from './repeats.ts';
import { blankRecords, copyCsv, stageOf, totalLike, type Layout, type Stage } from './stage.ts';
import { StagedRows } from './staged.ts';
import { headOf, survey, type Survey } from './survey.ts';
import { findTuples, storeTuples, type Tuple } from './tuples.ts';
import { openWorkroom, type Workroom } from './workroom.ts';

/** `result.accepted` is empty: the accepted rows stay in `rows`, which the caller closes with its room. */
export interface LargeCheck {
	readonly result: CheckResult;
	readonly rows: StagedRows | null;
}

const HEAD_BYTES = 256 * 1024;
/** Rows looked at one by one, at a time. */
const CHUNK = 20_000;
/** Rows at the end of the file in which notes and signatures are sought. */
const TAIL = 60;

/** What is known once the file is recognised and staged. */
interface Opened {
	readonly surveyed: Survey;
	readonly recognition: Recognition;
	readonly dataset: DatasetName;
	readonly head: SplitBody;
	readonly stage: Stage;
	readonly refused: readonly GridRow[];
	/** Notes and column numbers among the rows, by line. */
	readonly dropped: SplitBody['dropped'];
}

/**
 * Checks a text file as columns. Null when it is not a plain table that can be read so: the caller then reads it row by row.
 * Findings, counts and accepted rows are those of `check`. Throws only for faults of our own.
 */
export async function checkLarge(path: string, context: CheckContext): Promise<LargeCheck | null> {
	const limits: Limits = { ...DEFAULT_LIMITS, ...context.limits };
	const room = await openWorkroom();
	let kept = false;
	try {
		const opened = await open(path, context, limits, room);
		if (opened === null) return null;
		const checked = await checkColumns(opened, context, limits, room);
		kept = checked?.rows != null;
		return checked;
	} catch (error) {
		// The row-by-row check words what is wrong with the bytes.
		if (error instanceof ReadProblem) return null;
		throw error;
	} finally {
		if (!kept) room.close();
	}
}

async function open(path: string, context: CheckContext, limits: Limits, room: Workroom): Promise<Opened | null> {
	// The bytes are judged while DuckDB reads them; only a text that is not UTF-8 is read again from its copy.
	const layout = await layoutOf(path, null, context, limits);
	const copying = layout ? copyCsv(path, layout, room) : Promise.resolve(false);
	// Whatever the survey says, the room is not closed under a running query: the process would hang at its end.
	const surveyed = await survey(path, room.folder).finally(() => copying);
	const copied = await copying;
	if (surveyed.openQuote !== null || surveyed.unstarted === null || surveyed.misread) return null;
	const recoded = surveyed.path !== path;
	const own = recoded ? await layoutOf(surveyed.path, surveyed.encoding, context, limits) : layout;
	if (own === null) return null;
	if (recoded) await room.warehouse.run('DROP TABLE IF EXISTS refused; DROP TABLE IF EXISTS refused_scan');
	if (!(recoded ? await copyCsv(surveyed.path, own, room) : copied)) return null;
	const { recognition, dataset, head, grid } = own;
	const stage = await stageOf(surveyed, surveyed.unstarted, own, room);
	if (stage === null || stage.records <= TAIL) return null;
	const refused = refusedRows(stage, own.delimiter, limits);
	const lastCut = surveyed.openEnd && refused.at(-1)?.row === surveyed.lines;
	// Where most rows are wider than the header, those that are not say how its columns are written.
	const mostShifted = stage.width > recognition.header.headings.length && refused.some(({ cells }) => cells.length < stage.width);
	if (lastCut || mostShifted) return null;
	const tail = [...(await gridRows(stage, `record >= ${stage.records - TAIL}`, limits, room.warehouse)), ...refused].sort((a, b) => a.row - b.row).slice(-TAIL);
	const notes = splitBody({ ...grid, rows: tail, merges: [] }, { ...recognition.header, dataFrom: 0 }).dropped;
	const dropped = [...head.dropped.filter(({ row }) => row === recognition.grid.rows[recognition.header.dataFrom]?.row), ...notes];
	return { surveyed, recognition, dataset, head, stage, refused, dropped };
}

/** How the head of a text says that it is to be read. */
interface Recognised extends Layout {
	readonly grid: Grid;
	readonly recognition: Recognition;
	readonly dataset: DatasetName;
	readonly head: SplitBody;
}

/** Null when the head is not that of a plain table. `encoding` null: not known yet. */
async function layoutOf(path: string, encoding: string | null, context: CheckContext, limits: Limits): Promise<Recognised | null> {
	const { grid, note } = readCsv(await headOf(path, HEAD_BYTES), encoding ?? 'UTF-8', limits.cellLength, limits.columns);
	if (note !== null || grid.delimiter === null) return null;
	const mapping = context.source?.mapping;
	const choice = mapping === undefined ? choose(recogniseGrid(grid), context.dataset) : recogniseMapped([grid], mapping, context.dataset ?? context.source?.dataset, context.asOf);
	if (!('found' in choice)) return null;
	const recognition = choice.found;
	const dataset = recognition.kind.dataset;
	if (dataset === null || recognition.header.rows.length !== 1 || !fitsColumns(CONTRACTS[dataset], recognition)) return null;
	const width = Math.max(recognition.header.headings.length, usualWidth(grid.rows.slice(recognition.header.dataFrom)));
	if (width > limits.columns) return null;
	return { delimiter: grid.delimiter, width, headerLine: recognition.header.rows[0] ?? 1, grid, recognition, dataset, head: splitBody(grid, recognition.header) };
}

async function checkColumns(opened: Opened, context: CheckContext, limits: Limits, room: Workroom): Promise<LargeCheck | null> {
	const { surveyed, recognition, dataset, head, stage, dropped } = opened;
	const { warehouse } = room;
	const contract = CONTRACTS[dataset];
	const totals = await totalLike(stage, warehouse);
	// A total that may be the sum of its rows is compared with them row by row.
	if (totals === null || (totals.length > 0 && recognition.kind.checkTotals !== false)) return null;
	const kept = [...(totals.length ? [`record NOT IN (${totals.join(', ')})`] : []), ...inWidth(stage, recognition)];
	const data: Stage = kept.length === 0 ? stage : { ...stage, source: `(SELECT * FROM ${stage.source} WHERE ${kept.join(' AND ')})` };
	const tuples = await findTuples(stage.source, recognition, context, warehouse);
	const plan = tuples && planColumns(contract, recognition, tuples, context);
	const dictionaries = plan && (await findTexts(data.source, plan, recognition, warehouse));
	const profiles = dictionaries && profileDictionaries(dictionaries, recognition, context);
	if (!tuples || !plan || !dictionaries || !profiles) return null;
	const tables = new Map<string, Omit<Typed, 'name'>>();
	for (const own of dictionaries) if (!tables.has(own.table)) tables.set(own.table, await storeDictionary(own, recognition, dataset, profiles, context, limits, warehouse));
	const typed = new Map(dictionaries.map(({ planned, table }) => [planned.column.name, { fine: false, least: null, ...tables.get(table), name: table }]));
	const derived = (recognition.kind.plain?.derive?.reads.length ?? 0) > 0;
	const stored = derived ? { fine: await storeTuples(tuples, contract, plan, context.asOf, warehouse) } : null;
	const lines = new Set(dropped.map(({ row }) => row));
	const droppedRecords = await gridRecords(stage, lines, room);
	const canonical = canonicalSql({ stage, recognition, contract, plan, dictionaries, typed, tuples: stored, dropped: droppedRecords, blank: await blankRecords(stage, warehouse), totals, asOf: context.asOf, cellLength: limits.cellLength, longestLine: surveyed.longestLine });

	const sink = new Sink(limits.findings);
	if (surveyed.note) sink.add(surveyed.note.code, {}, surveyed.note.values);
	sink.sheet = null;
	sink.headings = recognition.header.headings;
	const told = new Told();
	const split: SplitBody = { data: head.data, totals: [], dropped, filled: [] };
	const counts = await markSuspects(canonical, room);
	const read = counts.rows + droppedRecords.length + opened.refused.length;
	if (!checkHeader(recognition, split, sink)) return null;
	const ledger: Ledger = { fates: new Map(dropped.map(({ row }) => [row, 'dropped'])), codes: new Map() };
	const checker: RowChecker = { recognition, dataset, context, profiles, limits };
	const refused = opened.refused.filter(({ row }) => !lines.has(row));
	const last = await lookAtSuspects(stage, refused, checker, sink, ledger, told, room);
	if (sink.overflow) await countRest(canonical, last, sink, room);
	else {
		const looked = contract.key.map((name) => `l.${identifier(name)}`);
		await warehouse.run(`CREATE TEMP VIEW keyed AS SELECT record, _row, key FROM seen WHERE NOT suspect
			UNION ALL SELECT s.record, l._row, ${keySql(looked)} FROM looked l LEFT JOIN seen s ON s._row = l._row`);
		await settleRepeats(stage, refused, checker, sink, ledger, warehouse);
	}
	await addSaid(tuples, sink, room);
	const [set] = await warehouse.all('SELECT (SELECT count(*) FROM set_aside) + (SELECT count(*) FROM looked) AS n');
	const rows = new StagedRows(contract, canonical, room, Number(set?.n ?? 0) > 0);
	await periodFinding(rows, contract, context, sink, room);
	const recognised = { ...describe(recognition, split, profiles, told), encoding: surveyed.encoding };
	return endOfCheck({ dataset, recognised, read, sink, ledger, rows });
}

/** Cells that most rows have. */
function usualWidth(rows: readonly GridRow[]): number {
	const widths = [...Map.groupBy(rows, (row) => row.cells.length)].sort(([, a], [, b]) => b.length - a.length);
	return widths[0]?.[0] ?? 0;
}

/** Conditions of a row that is not wider than the header: texts of shifted rows say nothing about how a column is written. */
const inWidth = ({ width }: Stage, { header }: Recognition): string[] =>
	Array.from({ length: Math.max(0, width - header.headings.length) }, (_, at) => `coalesce(trim(c${header.headings.length + at}), '') = ''`);

/** Records on the given lines. */
async function gridRecords(stage: Stage, lines: ReadonlySet<number>, room: Workroom): Promise<number[]> {
	if (lines.size === 0) return [];
	const records = await room.warehouse.all(`SELECT record FROM ${stage.source} s WHERE record < 5 OR record >= ${stage.records - TAIL} ORDER BY record`);
	return records.map(({ record }) => Number(record)).filter((record) => lines.has(lineOf(record, stage.headerLine, stage.shifts)));
}

/** Table `seen`: every row that says anything, with the hash of its key and whether it must be looked at; `set_aside` starts with those. */
async function markSuspects(canonical: Canonical, room: Workroom): Promise<{ rows: number }> {
	const { warehouse } = room;
	await warehouse.run(`CREATE TEMP TABLE seen AS ${canonical.judgement}`);
	await warehouse.run('CREATE TEMP TABLE set_aside AS SELECT record FROM seen WHERE suspect');
	await warehouse.run(`CREATE TABLE looked (${canonical.columns.map(({ name }) => `${identifier(name)} VARCHAR`).join(', ')}, _row INTEGER)`);
	await warehouse.run('CREATE TABLE taken_back (_row INTEGER)');
	const [counted] = await warehouse.all('SELECT count(*) AS n FROM seen');
	return { rows: Number(counted?.n ?? 0) };
}

/** Looks at suspects in the order of the file until more errors are met than are listed. Returns the last record looked at. */
async function lookAtSuspects(stage: Stage, refused: readonly GridRow[], checker: RowChecker, sink: Sink, ledger: Ledger, told: Told, room: Workroom): Promise<number> {
	let last = -1;
	let waiting = [...refused];
	for (;;) {
		const records = (await room.warehouse.all(`SELECT record FROM seen WHERE suspect AND record > ${last} ORDER BY record LIMIT ${CHUNK}`)).map((row) => Number(row.record));
		const until = records.at(-1);
		const staged = until === undefined ? [] : await gridRows(stage, `record > ${last} AND record <= ${until} AND record IN (SELECT record FROM seen WHERE suspect)`, checker.limits, room.warehouse);
		const end = records.length < CHUNK ? Number.MAX_SAFE_INTEGER : (staged.at(-1)?.row ?? Number.MAX_SAFE_INTEGER);
		const rows = [...staged, ...waiting.filter(({ row }) => row <= end)].sort((a, b) => a.row - b.row);
		waiting = waiting.filter(({ row }) => row > end);
		if (rows.length > 0) keep(checkOneByOne(rows, checker, sink, ledger, told), checker, await room.warehouse.connection.createAppender('looked'));
		if (until !== undefined) last = until;
		if (records.length < CHUNK || sink.overflow) return last;
	}
}

function keep(rows: readonly TypedRow[], { dataset }: RowChecker, appender: Awaited<ReturnType<Workroom['warehouse']['connection']['createAppender']>>): void {
	for (const { row, values } of rows) {
		for (const { name } of CONTRACTS[dataset].columns) {
			const value = values[name] ?? null;
			if (value === null) appender.appendNull();
			else appender.appendVarchar(String(value));
		}
		appender.appendInteger(row);
		appender.endRow();
	}
	appender.closeSync();
}

/** Findings that hold no row are counted, for the rows nobody looked at. */
async function addSaid(tuples: readonly Tuple[], sink: Sink, room: Workroom): Promise<void> {
	const counted = await room.warehouse.all('SELECT said, count(*) AS n, min(_row) AS first FROM seen WHERE said IS NOT NULL AND NOT suspect GROUP BY said ORDER BY first');
	for (const row of counted) {
		const said = tuples[Number(row.said)]?.said;
		if (said) sink.add(said.code, { row: Number(row.first), column: said.cell, value: said.value }, {}, Number(row.n));
	}
}
