/** The canonical columns of a large table as SQL over the staged texts, and which rows must be looked at one by one. */
import { columnOf } from '../datasets/contract.ts';
import { MISSING_CODE, brokenRuleSql, helperSql } from '../datasets/rules.ts';
import type { DatasetContract } from '../datasets/index.ts';
import { orderViolations } from '../datasets/violations.ts';
import type { CheckContext, RowValue } from '../findings.ts';
import { SQL_MISSING, SQL_NEEDS_A_LOOK } from '../normalise/text.ts';
import type { Recognition } from '../recognise/index.ts';
import { literal } from '../warehouse.ts';
import { employmentFromNip, type PlannedColumn } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { lineSql } from './lines.ts';
import type { Stage } from './stage.ts';
import { readSql } from './tuples.ts';

export interface CanonicalColumn {
	readonly name: string;
	/** VARCHAR expression: canonical text or NULL. */
	readonly value: string;
	/** Expression: the code of what is wrong with the value, or NULL. */
	readonly broken: string;
	/** File column it comes from, or null. */
	readonly cell: number | null;
}

export interface Canonical {
	readonly columns: readonly CanonicalColumn[];
	/** `FROM … WHERE …` with every join, without rows that say nothing; the stage is `s`, its record number `s.record`. */
	readonly from: string;
	readonly line: string;
	/** Condition: the row must be looked at. */
	readonly suspect: string;
	/** Index of the tuple whose finding is only counted, or NULL. */
	readonly said: string;
}

const NOTHING_BROKEN = 'CAST(NULL AS VARCHAR)';
const text = (value: RowValue): string => (value === null ? 'CAST(NULL AS VARCHAR)' : literal(String(value)));
/** As `parseNip` reads it: apostrophes, spaces, dots and hyphens do not count. */
const nipText = (cell: string): string => `CASE WHEN strlen(${cell}) = 18 THEN ${cell} ELSE nullif(translate(${cell}, ' .''-', ''), '') END`;

function columnSql(planned: PlannedColumn, dictionaries: ReadonlyMap<string, string>, contract: DatasetContract, asOf: string): CanonicalColumn {
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
	if (origin.of === 'tuple') return { name: column.name, value: filled(`t."${column.name}"`), broken: NOTHING_BROKEN, cell: null };
	const cell = `s.c${origin.cell}`;
	const own = `s."${column.name}"`;
	if (column.type === 'nip') return { name: column.name, value: own, broken: brokenRuleSql(column, own, asOf), cell: origin.cell };
	if (column.type === 'text') return { name: column.name, value: filled(own), broken: `CASE WHEN s.look_${column.name} THEN 'TEXT_INVISIBLE_CHARS' WHEN ${own} IS NULL THEN ${missing} END`, cell: origin.cell };
	const table = dictionaries.get(column.name) ?? '';
	return { name: column.name, value: filled(`${table}."value"`), broken: `CASE WHEN ${cell} IS NULL THEN ${missing} ELSE ${table}.broken END`, cell: origin.cell };
}

/** Columns made before the joins, where equal texts are still looked at once: canonical texts, NIP as numbers, what derivations read. */
function preparedSql(plan: readonly PlannedColumn[], { kind, match }: Recognition, others: readonly number[]): string[] {
	const typed = plan.flatMap(({ column, origin }): string[] => {
		if (origin.of !== 'cell') return [];
		const cell = `c${origin.cell}`;
		if (column.type === 'nip') return [`${nipText(cell)} AS "${column.name}"`, ...helperSql(column, nipText(cell))];
		if (column.type !== 'text') return [];
		return [`CASE WHEN ${SQL_MISSING(cell)} THEN NULL ELSE trim(${cell}) END AS "${column.name}"`, `${SQL_NEEDS_A_LOOK(cell, false)} AS look_${column.name}`];
	});
	const reads = (kind.plain?.derive?.reads ?? []).map((name, at) => `${readSql(name, match.columns)} AS read_${at}`);
	return [...typed, ...reads, ...others.flatMap((at) => [`${SQL_NEEDS_A_LOOK(`c${at}`, true)} AS look_${at}`])];
}

/** Kind of employment as the NIP tells it, else as the file says: `fillOut` in SQL. */
function employmentSql(plan: readonly PlannedColumn[], columns: readonly CanonicalColumn[], dictionaries: ReadonlyMap<string, string>): { value: string; broken: string } {
	const origin = plan.find(({ column }) => column.name === 'employment')?.origin;
	const nip = columns.find((column) => column.name === 'person_key')?.value ?? 'NULL';
	const said = origin?.of === 'cell' ? `${dictionaries.get('employment') ?? ''}."value"` : 'NULL';
	const broken = origin?.of === 'cell' ? `CASE WHEN s.c${origin.cell} IS NULL THEN NULL ELSE ${dictionaries.get('employment') ?? ''}.broken END` : NOTHING_BROKEN;
	return { value: `CASE WHEN ${nip} IS NULL THEN ${said} WHEN substr(${nip}, 13, 2) >= '21' THEN 'PPPK' ELSE 'PNS' END`, broken };
}

const LABEL_COLUMNS = 4;
const TOTAL_LIKE = (cell: string): string =>
	`(lower(${cell}[1]) IN ('j', 't', 'g', 's', 'r', 'o', 'a') AND regexp_matches(lower(${cell}), '^(grand |sub ?)?(jumlah|total|jml)|^(rata-rata|rerata|overall|group average|average)'))`;

/** Whether the first label of the row begins like a total or an average. A cell that is typed as something else is none, or its row is looked at anyway. */
function totalLike(width: number, typed: ReadonlySet<number>): string {
	const cells = Array.from({ length: Math.min(LABEL_COLUMNS, width) }, (_, at) => at);
	return `coalesce(CASE ${cells.map((at) => (typed.has(at) ? `WHEN s.c${at} IS NOT NULL THEN false` : `WHEN ltrim(s.c${at}) <> '' THEN ${TOTAL_LIKE(`ltrim(s.c${at})`)}`)).join(' ')} END, false)`;
}

/** Builds the SQL. `dropped`: records that are not data (column numbers, notes below the table). */
export function canonicalSql(stage: Stage, recognition: Recognition, contract: DatasetContract, plan: readonly PlannedColumn[], dictionaries: readonly Dictionary[], dropped: readonly number[], hasTuples: boolean, context: CheckContext, cellLength: number, longest: number): Canonical {
	const tables = new Map(dictionaries.map(({ planned, table }) => [planned.column.name, table]));
	const asOf = literal(context.asOf);
	const plain = plan.map((planned) => columnSql(planned, tables, contract, asOf));
	const columns = plain.map((column) => (column.value === '' ? { ...column, ...employmentSql(plan, plain, tables) } : column));
	const valueOf = (name: string): string => columns.find((column) => column.name === name)?.value ?? 'NULL';
	const reads = recognition.kind.plain?.derive?.reads ?? [];
	const derived = hasTuples && reads.length > 0;
	const joins = [
		...new Map(dictionaries.map(({ table, cell }) => [table, `LEFT JOIN ${table} ON ${table}.raw = s.c${cell}`])).values(),
		...(derived ? [`LEFT JOIN tuple t ON ${reads.map((_, at) => `t.r${at} = s.read_${at}`).join(' AND ')}`] : [])
	];
	const judged = new Set([...dictionaries.map(({ cell }) => cell), ...reads.flatMap((name) => (name.endsWith('?') ? [] : [recognition.match.columns.get(name) ?? -1])), ...columns.flatMap(({ cell }) => (cell === null ? [] : [cell]))]);
	const typed = new Set([...dictionaries.map(({ cell }) => cell), ...plan.flatMap(({ column, origin }) => (column.type === 'nip' && origin.of === 'cell' ? [origin.cell] : []))]);
	const all = Array.from({ length: stage.width }, (_, at) => at);
	const others = all.filter((at) => !judged.has(at));
	const area = contract.columns.some((column) => column.name === 'regency') && context.regency !== 'all' ? [`${valueOf('regency')} <> ${literal(context.regency)}`] : [];
	const suspect = [
		...columns.filter(({ broken }) => broken !== NOTHING_BROKEN).map(({ broken }) => `(${broken}) IS NOT NULL`),
		...orderViolations(contract, (name) => guarded(contract, name, valueOf(name))).map(({ sql }) => `(${sql}) IS NOT NULL`),
		...others.map((at) => `s.look_${at}`),
		...(longest > cellLength ? all.map((at) => `coalesce(strlen(s.c${at}) > ${cellLength}, false)`) : []),
		...area,
		totalLike(stage.width, typed),
		...(derived ? ['coalesce(t.suspect, true)'] : [])
	];
	const blank = all.map((at) => `coalesce(trim(s.c${at}), '') = ''`).join(' AND ');
	const prepared = preparedSql(plan, recognition, others);
	return {
		columns,
		from: `FROM (SELECT *${prepared.map((own) => `, ${own}`).join('')} FROM ${stage.source}) s ${joins.join(' ')} WHERE NOT (${blank})${dropped.length ? ` AND s.record NOT IN (${dropped.join(', ')})` : ''}`,
		line: lineSql('s.record', stage.headerLine, stage.shifts),
		suspect: suspect.map((condition) => `(${condition})`).join(' OR '),
		said: derived ? 't.said' : 'CAST(NULL AS INTEGER)'
	};
}

/** A number that keeps its own rules, so that comparing it never fails. */
function guarded(contract: DatasetContract, name: string, value: string): string {
	const { type } = columnOf(contract, name);
	return type === 'integer' || type === 'decimal' ? `try_cast(${value} AS DOUBLE)` : value;
}
