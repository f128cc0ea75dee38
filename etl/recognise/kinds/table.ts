/** A report that is one plain table: headings by alias, one draft per row, with room for a kind's own reshaping. */
import type { DatasetName } from '../../datasets/index.ts';
import type { GridRow } from '../../read/grid.ts';
import { matchAliases, type Aliases } from '../match.ts';
import { input, type Body, type Draft, type DraftValue, type Kind, type Reporter } from '../types.ts';

export interface TableSpec {
	readonly kind: string;
	readonly dataset: DatasetName;
	readonly title: { readonly id: string; readonly en: string };
	readonly aliases: Aliases;
	/** Names without which the file cannot be used. */
	readonly required: readonly string[];
	/** How many of them make the kind recognisable, so that the missing ones can be named. */
	readonly atLeast?: number;
	/** Preferred over a kind with as many matching headings. */
	readonly weight?: number;
	readonly strict?: boolean;
	readonly decimal?: '.' | ',';
	readonly checkTotals?: boolean;
	/** Names that are not contract columns: read by `shape`, never passed on. */
	readonly helpers?: readonly string[];
	/** Row → drafts; `cells` already holds the columns by name. Default: one draft as it is. */
	readonly shape?: (row: GridRow, cells: Record<string, DraftValue>, body: Body, reporter: Reporter) => readonly Record<string, DraftValue>[];
}

/** Makes a kind of a table. */
export function tableKind(spec: TableSpec): Kind {
	const helpers = new Set(spec.helpers ?? []);
	return {
		kind: spec.kind,
		dataset: spec.dataset,
		title: spec.title,
		...(spec.strict === undefined ? {} : { strict: spec.strict }),
		...(spec.decimal === undefined ? {} : { decimal: spec.decimal }),
		...(spec.checkTotals === undefined ? {} : { checkTotals: spec.checkTotals }),
		match: (header) => matchAliases(header, spec.aliases, spec.required, { atLeast: spec.atLeast ?? spec.required.length, weight: spec.weight ?? 0 }),
		drafts: (body, reporter) => {
			const drafts: Draft[] = [];
			for (const row of body.data) {
				const cells: Record<string, DraftValue> = {};
				for (const [name, column] of body.match.columns) if (!helpers.has(name)) cells[name] = input(row, column);
				const shaped = spec.shape ? spec.shape(row, cells, body, reporter) : [cells];
				for (const own of shaped) drafts.push({ row: row.row, cells: own });
			}
			return drafts;
		}
	};
}
