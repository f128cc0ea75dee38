/** The canonical columns of a large table as SQL over the staged texts, and which rows must be looked at one by one. */
import { columnOf } from '../datasets/contract.ts';
import { MISSING_CODE, brokenRuleSql, digitsOf, helperSql } from '../datasets/rules.ts';
import type { DatasetContract } from '../datasets/index.ts';
import { orderViolations } from '../datasets/violations.ts';
import type { RowValue } from '../findings.ts';
import { SQL_MISSING, SQL_NEEDS_A_LOOK } from '../normalise/text.ts';
import type { Recognition } from '../recognise/index.ts';
import { literal, sqlType } from '../warehouse.ts';
import { employmentFromNip, type PlannedColumn } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { lineSql } from './lines.ts';
import type { Stage } from './stage.ts';
import { readSql } from './tuples.ts';

export interface CanonicalColumn {
	readonly name: string;
	/** VARCHAR expression: canonical text or NULL. */
	readonly value: string;
	/** The same as it is stored. */
	readonly typed: string;
	/** Expression: the code of what is wrong with the value, or NULL. */
	readonly broken: string;
	/** File column it comes from, or null. */
	readonly cell: number | null;
}

export interface Canonical {
	readonly columns: readonly CanonicalColumn[];
	/** `FROM … WHERE …` without rows that say nothing, with the joins that `select` needs; the stage is `s`, its record number `s.record`. */
	from(select: string): string;
	readonly line: string;
	/** The judgement of every row: `SELECT record, _row, key, suspect, said …`, with only the joins it needs. */
	readonly judgement: string;
}

const NOTHING_BROKEN = 'CAST(NULL AS VARCHAR)';
const text = (value: RowValue): string => (value === null ? 'CAST(NULL AS VARCHAR)' : literal(String(value)));
/** As `parseNip` reads it: apostrophes, spaces, dots and hyphens do not count. */
const nipText = (cell: string): string => `CASE WHEN strlen(${cell}) = 18 THEN ${cell} ELSE nullif(translate(${cell}, ' .''-', ''), '') END`;

/** A table of texts, and whether all of them are good. */
export interface Typed {
	readonly name: string;
	readonly fine: boolean;
	/** The least canonical text that is good. */
	readonly least: string | null;
}

/** A column before its stored form is known; `stored` where a table of texts already holds it. */
type Made = Omit<CanonicalColumn, 'typed'> & { readonly stored?: string };

function columnSql(planned: PlannedColumn, dictionaries: ReadonlyMap<string, Typed>, contract: DatasetContract, asOf: string): Made {
	const { column, origin } = planned;
	const otherwise = planned.otherwise;
	const missing = column.required && otherwise === null ? `'${MISSING_CODE[column.type]}'` : NOTHING_BROKEN;
	const filled = (value: string): string => (otherwise === null ? value : `coalesce(${value}, ${text(otherwise)})`);
	if (column.name === 'employment' && employmentFromNip(contract)) return { name: column.name, value: '', broken: '', cell: origin.of === 'cell' ? origin.cell : null };
	if (origin.of === 'constant') {
		const value = filled(text(origin.value));
		return { name: column.name, value, broken: origin.value === null && otherwise === null ? missing : brokenRuleSql(column, value, asOf), cell: null };
	}
	// What a derivation gives is judged with its tuple.
	if (origin.of === 'tuple') return { name: column.name, value: filled(`t."${column.name}"`), broken: NOTHING_BROKEN, cell: null, ...(otherwise === null ? { stored: `t."typed_${column.name}"` } : {}) };
	const cell = `s.c${origin.cell}`;
	const own = `s."${column.name}"`;
	if (column.type === 'nip') return { name: column.name, value: own, broken: brokenRuleSql(column, own, asOf), cell: origin.cell };
	const table = dictionaries.get(column.name);
	if (!table) return { name: column.name, value: filled(own), broken: `CASE WHEN s.look_${column.name} THEN 'TEXT_INVISIBLE_CHARS' WHEN ${own} IS NULL THEN ${missing} END`, cell: origin.cell };
	const broken = table.fine ? (missing === NOTHING_BROKEN ? missing : `CASE WHEN ${cell} IS NULL THEN ${missing} END`) : `CASE WHEN ${cell} IS NULL THEN ${missing} ELSE ${table.name}.broken END`;
	return { name: column.name, value: filled(`${table.name}."value"`), broken, cell: origin.cell, ...(otherwise === null ? { stored: `${table.name}.typed` } : {}) };
}

function withType({ stored, ...column }: Made, contract: DatasetContract): CanonicalColumn {
	const type = sqlType(contract, column.name);
	return { ...column, typed: stored ?? (type === 'VARCHAR' ? column.value : `CAST(${column.value} AS ${type})`) };
}

/** Columns made before the joins, where equal texts are still looked at once: canonical texts, NIP as numbers, what derivations read. */
function preparedSql(plan: readonly PlannedColumn[], dictionaries: ReadonlyMap<string, Typed>, { kind, match }: Recognition, others: readonly number[]): string[] {
	const typed = plan.flatMap(({ column, origin }): string[] => {
		if (origin.of !== 'cell') return [];
		const cell = `c${origin.cell}`;
		if (column.type === 'nip') return [`${nipText(cell)} AS "${column.name}"`, ...helperSql(column, nipText(cell))];
		if (dictionaries.has(column.name)) return [];
		return [`CASE WHEN ${SQL_MISSING(cell)} THEN NULL ELSE trim(${cell}) END AS "${column.name}"`, `${SQL_NEEDS_A_LOOK(cell, false)} AS look_${column.name}`];
	});
	const reads = (kind.plain?.derive?.reads ?? []).map((name, at) => `${readSql(name, match.columns)} AS read_${at}`);
	return [...typed, ...reads, ...others.flatMap((at) => [`${SQL_NEEDS_A_LOOK(`c${at}`, true)} AS look_${at}`])];
}

/** Kind of employment as the NIP tells it, else as the file says: `fillOut` in SQL. */
function employmentSql(plan: readonly PlannedColumn[], columns: readonly Made[], dictionaries: ReadonlyMap<string, Typed>): { value: string; broken: string; differs: string } {
	const origin = plan.find(({ column }) => column.name === 'employment')?.origin;
	const nip = columns.find((column) => column.name === 'person_key')?.value ?? 'NULL';
	const table = dictionaries.get('employment');
	const said = table ? `${table.name}."value"` : 'NULL';
	const broken = table && origin?.of === 'cell' && !table.fine ? `CASE WHEN s.c${origin.cell} IS NULL THEN NULL ELSE ${table.name}.broken END` : NOTHING_BROKEN;
	const byNip = `CASE WHEN substr(${nip}, 13, 2) >= '21' THEN 'PPPK' ELSE 'PNS' END`;
	const differs = table ? `coalesce(${nip} IS NOT NULL AND ${said} <> ${byNip}, false)` : '';
	return { value: `CASE WHEN ${nip} IS NULL THEN ${said} ELSE ${byNip} END`, broken, differs };
}

/** What the SQL is made of. `dropped`: records that are not data (column numbers, notes below the table); `blank`: those that say nothing; `totals`: records that begin like a total. */
export interface Parts {
	readonly stage: Stage;
	readonly recognition: Recognition;
	readonly contract: DatasetContract;
	readonly plan: readonly PlannedColumn[];
	readonly dictionaries: readonly Dictionary[];
	/** Tables of texts by contract column. */
	readonly typed: ReadonlyMap<string, Typed>;
	/** The table of tuples; null where nothing is derived from texts. */
	readonly tuples: { readonly fine: boolean } | null;
	readonly dropped: readonly number[];
	readonly blank: { readonly records: readonly number[]; readonly rest: string | null };
	readonly totals: readonly number[];
	readonly asOf: string;
	readonly cellLength: number;
	readonly longestLine: number;
}

/** Builds the SQL. */
export function canonicalSql(parts: Parts): Canonical {
	const { stage, recognition, contract, plan, dictionaries, typed, tuples, dropped, blank, totals, asOf, cellLength, longestLine } = parts;
	const made = plan.map((planned) => columnSql(planned, typed, contract, literal(asOf)));
	const employment = employmentSql(plan, made, typed);
	const byNip = made.some((column) => column.value === '');
	const columns = made.map((column) => withType(column.value === '' ? { ...column, value: employment.value, broken: employment.broken } : column, contract));
	const valueOf = (name: string): string => columns.find((column) => column.name === name)?.value ?? 'NULL';
	const reads = recognition.kind.plain?.derive?.reads ?? [];
	const all = Array.from({ length: stage.width }, (_, at) => at);
	const judged = new Set([...dictionaries.map(({ cell }) => cell), ...reads.flatMap((name) => (name.endsWith('?') ? [] : [recognition.match.columns.get(name) ?? -1])), ...columns.flatMap(({ cell }) => (cell === null ? [] : [cell]))]);
	const others = all.filter((at) => !judged.has(at));
	const suspect = [
		...columns.filter(({ broken }) => broken !== NOTHING_BROKEN).map(({ broken }) => `(${broken}) IS NOT NULL`),
		...(byNip && employment.differs !== '' ? [employment.differs] : []),
		...orderViolations(contract, (name) => guarded(contract, name, valueOf(name))).map(({ column, sql }) => onlyWhere(appointedLate(contract, column, typed), `(${sql}) IS NOT NULL`)),
		...others.map((at) => `s.look_${at}`),
		...all.slice(recognition.header.headings.length).map((at) => `coalesce(trim(s.c${at}), '') <> ''`),
		...(longestLine > cellLength ? all.map((at) => `coalesce(strlen(s.c${at}) > ${cellLength}, false)`) : []),
		...(totals.length ? [`s.record IN (${totals.join(', ')})`] : []),
		...(tuples && !tuples.fine ? ['coalesce(t.suspect, true)'] : [])
	];
	const joins = new Map(dictionaries.map(({ table, cell }) => [table, `LEFT JOIN ${table} ON ${table}.raw = s.c${cell}`]));
	if (tuples) joins.set('t', `LEFT JOIN tuple t ON ${reads.map((_, at) => `t.r${at} = s.read_${at}`).join(' AND ')}`);
	const left = [...dropped, ...blank.records];
	const prepared = preparedSql(plan, typed, recognition, others);
	const source = `FROM (SELECT *${prepared.map((own) => `, ${own}`).join('')} FROM ${stage.source}) s`;
	const where = ['WHERE true', ...(blank.rest === null ? [] : [`NOT (${blank.rest})`]), ...(left.length ? [`s.record NOT IN (${left.join(', ')})`] : [])].join(' AND ');
	const line = lineSql('s.record', stage.headerLine, stage.shifts);
	const said = tuples && !tuples.fine ? 't.said' : 'CAST(NULL AS INTEGER)';
	const select = `SELECT s.record, CAST(${line} AS INTEGER) AS _row, ${keySql(contract.key.map(valueOf))} AS key, coalesce(${suspect.map((condition) => `(${condition})`).join(' OR ') || 'false'}, true) AS suspect, ${said} AS said`;
	const from = (wanted: string): string => [source, ...[...joins].filter(([table]) => new RegExp(`\\b${table}\\.`).test(wanted)).map(([, join]) => join), where].join(' ');
	return { columns, line, from, judgement: `${select} ${from(select)}` };
}

const onlyWhere = (condition: string | null, sql: string): string => (condition === null ? sql : `CASE WHEN ${condition} THEN ${sql} ELSE false END`);

/** A quick condition without which a date of the file cannot lie before an appointment; null for other rules. */
function appointedLate(contract: DatasetContract, column: string, typed: ReadonlyMap<string, Typed>): string | null {
	const least = typed.get(column)?.least;
	return least && contract.afterAppointment?.includes(column) ? `(s."${digitsOf({ name: 'person_key' })}" // 1000000) % 10000 >= ${Number(least.slice(0, 4))}` : null;
}

/** Hash of a key's canonical texts. */
export const keySql = (values: readonly string[]): string => `hash(${values.join(', ')})`;

/** A number that keeps its own rules, so that comparing it never fails. */
function guarded(contract: DatasetContract, name: string, value: string): string {
	const { type } = columnOf(contract, name);
	return type === 'integer' || type === 'decimal' ? `try_cast(${value} AS DOUBLE)` : value;
}
