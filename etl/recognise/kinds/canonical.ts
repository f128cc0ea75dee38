/** The plain canonical table: headings are the column names of a dataset's contract. */
import { CONTRACTS, type DatasetContract } from '../../datasets/index.ts';
import { input, type Draft, type DraftValue, type Kind } from '../types.ts';

function canonicalKind(contract: DatasetContract): Kind {
	const names = new Set(contract.columns.map((column) => column.name));
	const keyOf = (key: string) => key.replaceAll(' ', '_');
	return {
		kind: `canonical_${contract.name}`,
		dataset: contract.name,
		title: { id: `Tabel baku: ${contract.title.id}`, en: `Canonical table: ${contract.title.en}` },
		strict: true,
		decimal: '.',
		checkTotals: false,
		plain: { helpers: new Set() },
		match: (header) => {
			if (header.rows.length > 1) return null;
			const columns = new Map<string, number>();
			header.keys.forEach((key, column) => {
				if (names.has(keyOf(key)) && !columns.has(keyOf(key))) columns.set(keyOf(key), column);
			});
			const filled = header.keys.filter((key) => key !== '').length;
			const required = contract.columns.filter((column) => column.required);
			const missing = required.filter((column) => !columns.has(column.name) && !FILLED.has(column.name)).map((column) => column.name);
			if (columns.size < 3 || columns.size < filled / 2 || missing.length === required.length) return null;
			const weak = columns.size < filled * 0.8 || missing.length > required.length / 3;
			if (weak && missing.length === 0) return null;
			return { score: 10 + columns.size * 2 - missing.length * 5, language: 'en', columns, missing, ...(weak ? { weak } : {}) };
		},
		drafts: (body) =>
			body.data.map((row): Draft => {
				const cells: Record<string, DraftValue> = {};
				for (const [name, column] of body.match.columns) cells[name] = input(row, column);
				return { row: row.row, cells };
			})
	};
}

/** Columns the check itself can fill in. */
export const FILLED: ReadonlySet<string> = new Set(['regency', 'act_regency', 'employer', 'person_no', 'as_of']);

export const CANONICAL: readonly Kind[] = Object.values(CONTRACTS).map(canonicalKind);
