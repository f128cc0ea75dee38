/** Derived columns of a large table: the derivation is asked once for every different combination of the texts it reads. */
import { Sink } from '../check/sink.ts';
import { brokenRule } from '../datasets/rules.ts';
import type { DatasetContract } from '../datasets/index.ts';
import type { CheckContext, RowValue } from '../findings.ts';
import { SQL_MISSING } from '../normalise/text.ts';
import type { Recognition } from '../recognise/index.ts';
import { isCopy, type Copy } from '../recognise/types.ts';
import { sqlType, type SqlColumn, type Warehouse } from '../warehouse.ts';
import type { PlannedColumn } from './columns.ts';
import { needsALook } from './dictionary.ts';

export interface Tuple {
	readonly texts: readonly string[];
	readonly values: Readonly<Record<string, RowValue | Copy>>;
	/** The rows must be looked at one by one: a finding holds them, or a text may have to be cleaned. */
	readonly suspect: boolean;
	/** A finding that does not hold the row, with the file column it is about. */
	readonly said: { readonly code: string; readonly cell: number; readonly value: string } | null;
}

const MAX_TUPLES = 200_000;

/** SQL expression of what a derivation reads: the text, or for `name?` a mark where something stands. */
export function readSql(name: string, columns: ReadonlyMap<string, number>): string {
	const cell = columns.get(name.replace(/\?$/, ''));
	if (cell === undefined) return "''";
	return name.endsWith('?') ? `CASE WHEN ${SQL_MISSING(`c${cell}`)} THEN '' ELSE '?' END` : `coalesce(trim(c${cell}), '')`;
}

/** All tuples of the file; one without texts when nothing is read. Null when there are too many. */
export async function findTuples(source: string, recognition: Recognition, context: CheckContext, warehouse: Warehouse): Promise<Tuple[] | null> {
	const { kind, match, header } = recognition;
	const derive = kind.plain?.derive;
	if (!derive) return [];
	const about = (say: (code: string, name: string) => void) => ({ context, header, has: (name: string) => match.columns.has(name), find: say });
	const reads = derive.reads.map((name) => readSql(name, match.columns));
	const rows = reads.length === 0 ? [{}] : await warehouse.all(`SELECT DISTINCT ${reads.map((sql, at) => `${sql} AS r${at}`).join(', ')} FROM ${source} LIMIT ${MAX_TUPLES + 1}`);
	if (rows.length > MAX_TUPLES) return null;
	return rows.map((row): Tuple => {
		const texts = Object.values(row).map(String);
		let suspect = texts.some((text) => text !== '?' && needsALook(text));
		let said: Tuple['said'] = null;
		const values = derive.of(texts, about((code, name) => {
			if (Sink.holdsRow(code)) suspect = true;
			else said = { code, cell: match.columns.get(name) ?? 0, value: texts[derive.reads.indexOf(name)] ?? '' };
		}));
		return { texts, values, suspect, said };
	});
}

const textOf = (value: RowValue | Copy): string | null => (value === null || isCopy(value) ? null : String(value));

/** Stores the tuples as table `tuple`: `r0…` texts, per derived column its canonical text and `typed_…` as it is stored, `suspect`, `said` (index or NULL). True when no row has to be looked at or counted for it. */
export async function storeTuples(tuples: readonly Tuple[], contract: DatasetContract, plan: readonly PlannedColumn[], asOf: string, warehouse: Warehouse): Promise<boolean> {
	const derived = plan.filter(({ origin }) => origin.of === 'tuple');
	const names = derived.map(({ column }) => column.name);
	const breaks = ({ values }: Tuple): boolean => derived.some(({ column, otherwise }) => brokenRule(column, textOf(values[column.name] ?? otherwise), asOf) !== null);
	const reads = tuples[0]?.texts.map((_, at) => `r${at}`) ?? [];
	const texts = [...reads, ...names].map((name): SqlColumn => ({ name, type: 'VARCHAR' }));
	const typed = names.map((name): SqlColumn => ({ name: `typed_${name}`, type: sqlType(contract, name) }));
	const rows = tuples.map((tuple, index) => {
		const values = names.map((name): [string, string | null] => [name, textOf(tuple.values[name] ?? null)]);
		return {
			...Object.fromEntries(tuple.texts.map((text, at) => [`r${at}`, text])),
			...Object.fromEntries(values.flatMap(([name, value]) => [[name, value], [`typed_${name}`, value]])),
			suspect: tuple.suspect || breaks(tuple),
			said: tuple.said ? index : null
		};
	});
	await warehouse.createTable('tuple', [...texts, ...typed, { name: 'suspect', type: 'BOOLEAN' }, { name: 'said', type: 'INTEGER' }], rows);
	return !tuples.some((tuple) => tuple.suspect || tuple.said !== null || breaks(tuple));
}
