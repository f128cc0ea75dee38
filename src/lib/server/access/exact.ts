/**
 * The exact file of a release, as one viewer may read it. Nothing reads that file in any other way: every statement is
 * registered here by name, must say which column holds the area of its rows, and gets the viewer's own area bound to it.
 */
import type { Row, Value, Warehouse } from '../warehouse/warehouse.ts';
import { ownRoot, type Scope } from './scope.ts';

/** The condition that a row's area is the viewer's own; `column` is a name of the statement's text, never a value. */
export type Own = (column: string) => string;

export interface ExactStatement {
	readonly id: string;
	/** The text, with the condition where `own` was called. The viewer's area is the parameter after the statement's own. */
	readonly text: (own: Own) => string;
	/** Values that the statement itself takes. */
	readonly takes: number;
}

const statements = new Map<string, ExactStatement>();

/** Every statement there is, for the tests that take the condition out of each in turn. */
export const exactStatements = (): readonly ExactStatement[] => [...statements.values()];

/** `$n` is the area at the top of what the viewer owns; `ID` owns every row. */
const ownAt = (n: number): Own => (column) => `($${n} = 'ID' OR ${column} = $${n} OR starts_with(${column}, $${n} || '.'))`;

/** Declares a statement over the exact file. Throws when it never says whose rows it reads, or for a name given twice. */
export function exactStatement(id: string, takes: number, text: (own: Own) => string): ExactStatement {
	let asked = 0;
	text((column) => ((asked += 1), ownAt(takes + 1)(column)));
	if (asked === 0) throw new Error(`the exact statement ${id} does not say whose rows it reads`);
	if (statements.has(id)) throw new Error(`two exact statements are called ${id}`);
	const statement = { id, text, takes };
	statements.set(id, statement);
	return statement;
}

export class ExactFile {
	readonly #warehouse: Warehouse;
	readonly #root: string;

	private constructor(warehouse: Warehouse, root: string) {
		this.#warehouse = warehouse;
		this.#root = root;
	}

	/** Null for who owns no area: the public has no way to this file. */
	static of(warehouse: Warehouse, scope: Scope): ExactFile | null {
		const root = ownRoot(scope);
		return root === null ? null : new ExactFile(warehouse, root);
	}

	/** Rows of own areas only. Throws BusyError as the warehouse does. */
	query(statement: ExactStatement, values: readonly Value[]): Promise<Row[]> {
		if (values.length !== statement.takes) throw new Error(`the exact statement ${statement.id} takes ${statement.takes} values`);
		return this.#warehouse.query(statement.text(ownAt(statement.takes + 1)), [...values, this.#root]);
	}
}
