/** A report that is one plain table: headings by alias, one draft per row, with room for a kind's own reshaping. */
import type { DatasetName } from '../../datasets/index.ts';
import type { GridRow } from '../../read/grid.ts';
import { matchAliases, type Aliases } from '../match.ts';
import { input, isCopy, readText, textAt, type Body, type Derivation, type Draft, type DraftValue, type Kind, type Reporter } from '../types.ts';

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
	/** Columns that follow from others, one draft a row: such a table can also be checked by the million. Not together with `shape`. */
	readonly derive?: Derivation;
	/** Row → drafts; `cells` already holds the columns by name. Default: one draft as it is. */
	readonly shape?: (row: GridRow, cells: Record<string, DraftValue>, body: Body, reporter: Reporter) => readonly Record<string, DraftValue>[];
}

/** One draft of one row: the columns as they are, and what follows from them. */
function plainDraft(row: GridRow, cells: Record<string, DraftValue>, derive: Derivation | undefined, body: Body, reporter: Reporter): Record<string, DraftValue> {
	if (!derive) return cells;
	const { columns } = body.match;
	const given = derive.of(
		derive.reads.map((name) => readText(name, textAt(row, columns.get(name.replace(/\?$/, ''))))),
		{ context: reporter.context, header: body.header, has: (name) => columns.has(name), find: (code, name) => reporter.find(code, { row: row.row, column: columns.get(name) ?? 0, value: textAt(row, columns.get(name)) }) }
	);
	const own: Record<string, DraftValue> = { ...cells };
	for (const [name, value] of Object.entries(given)) own[name] = isCopy(value) ? (cells[value.from] ?? null) : value;
	return own;
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
		...(spec.strict ? { headings: Object.fromEntries(Object.entries(spec.aliases).map(([name, words]) => [name, words[0] ?? name])) } : {}),
		...(spec.shape ? {} : { plain: { helpers, ...(spec.derive ? { derive: spec.derive } : {}) } }),
		match: (header) => matchAliases(header, spec.aliases, spec.required, { atLeast: spec.atLeast ?? spec.required.length, weight: spec.weight ?? 0, weakly: true }),
		drafts: (body, reporter) => {
			const drafts: Draft[] = [];
			for (const row of body.data) {
				const cells: Record<string, DraftValue> = {};
				for (const [name, column] of body.match.columns) if (!helpers.has(name)) cells[name] = input(row, column);
				const shaped = spec.shape ? spec.shape(row, cells, body, reporter) : [plainDraft(row, cells, spec.derive, body, reporter)];
				for (const own of shaped) drafts.push({ row: row.row, cells: own });
			}
			return drafts;
		}
	};
}
