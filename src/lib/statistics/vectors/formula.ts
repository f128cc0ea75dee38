import type { Column } from '../poisson-regression.ts';
import { harmonics } from '../poisson-regression.ts';

/** Named columns of numbers of equal length. */
export type Table = Readonly<Record<string, readonly number[]>>;

export type Model = {
	readonly count: readonly number[];
	readonly exposure: readonly number[];
	/** The columns with seasonal pairs ordered sines first, and with each sine beside its cosine. */
	readonly designs: readonly (readonly Column[])[];
};

/**
 * Reads the part of R's formula language that the vectors use:
 * `y ~ offset(log(exposure)) + x + log(x) + I(x - 36) + a:b + a*b + harmonic(month, 2, 12)`.
 */
export function readFormula(formula: string, table: Table): Model {
	const [left = '', right = ''] = formula.replaceAll(/\s+/g, '').split('~');
	const parts = splitAt(right, '+').flatMap(expandStar);
	const count = column(table, left);
	const offset = parts.map((part) => /^offset\(log\((\w[\w.]*)\)\)$/.exec(part)?.[1]).find((name) => name !== undefined);
	const terms = [...new Set(parts.filter((part) => !part.startsWith('offset(')))];
	const variables = terms.flatMap((term) => splitAt(term, ':'));
	const main = terms.filter((term) => splitAt(term, ':').length === 1);
	const crossed = terms.filter((term) => splitAt(term, ':').length === 2);
	const design = (pairwise: boolean): Column[] => [
		...main.flatMap((term) => atom(term, table, pairwise)),
		...crossed.map((term) => interaction(term, variables, table))
	];
	return {
		count,
		exposure: offset === undefined ? count.map(() => 1) : column(table, offset),
		designs: [design(false), design(true)]
	};
}

function column(table: Table, name: string): readonly number[] {
	const values = table[name];
	if (!values) throw new Error(`the formula names "${name}", which the data do not hold`);
	return values;
}

/** Splits outside parentheses. */
function splitAt(text: string, separator: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const letter of text) {
		depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
		if (letter === separator && depth === 0) parts.push('');
		else parts[parts.length - 1] += letter;
	}
	return parts.filter((part) => part !== '');
}

function expandStar(term: string): string[] {
	const [a, b] = splitAt(term, '*');
	return a !== undefined && b !== undefined ? [a, b, `${a}:${b}`] : [term];
}

function interaction(term: string, variables: readonly string[], table: Table): Column {
	const [a, b] = splitAt(term, ':')
		.sort((x, y) => variables.indexOf(x) - variables.indexOf(y))
		.map((name) => atom(name, table, false)[0]);
	if (!a || !b) throw new Error(`cannot read the interaction "${term}"`);
	return { name: `${a.name}:${b.name}`, values: a.values.map((value, i) => value * (b.values[i] ?? Number.NaN)) };
}

function atom(term: string, table: Table, pairwise: boolean): Column[] {
	const wave = /^harmonic\((\w[\w.]*),(\d+),(\d+)\)$/.exec(term);
	if (wave) return season(wave, table, pairwise);
	const logged = /^log\((\w[\w.]*)\)$/.exec(term)?.[1];
	if (logged) return [{ name: term, values: column(table, logged).map(Math.log) }];
	const shifted = /^I\((\w[\w.]*)([-+*/^])(\d+(?:\.\d+)?)\)$/.exec(term);
	if (shifted) {
		const [, name = '', sign = '', by = ''] = shifted;
		const label = sign === '^' ? `I(${name}^${by})` : `I(${name} ${sign} ${by})`;
		return [{ name: label, values: column(table, name).map((x) => arithmetic(x, sign, Number(by))) }];
	}
	return [{ name: term, values: column(table, term) }];
}

function arithmetic(x: number, sign: string, by: number): number {
	if (sign === '+') return x + by;
	if (sign === '-') return x - by;
	if (sign === '*') return x * by;
	return sign === '/' ? x / by : x ** by;
}

function season(wave: RegExpExecArray, table: Table, pairwise: boolean): Column[] {
	const [, name = '', pairs = '', period = ''] = wave;
	const columns = harmonics(column(table, name), Number(pairs), Number(period));
	const half = columns.length / 2;
	const ordered = pairwise ? columns.map((_, i) => columns[Math.floor(i / 2) + (i % 2) * half]) : columns;
	return ordered.flatMap((found, i) =>
		found ? [{ name: `harmonic(${name}, ${pairs}, ${period})${i + 1}`, values: found.values }] : []
	);
}
