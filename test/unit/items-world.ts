/** Made-up quiz files for the tests of items, and a plain recomputation from their rows. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS } from '../../etl/datasets/index.ts';

export const CYCLE = 'PILKADA-2024';

export interface Attempt {
	readonly person: number;
	readonly attempt: number;
	readonly state: string;
	/** As in the file. */
	readonly items: string;
	readonly points: number | null;
}
export interface QuizCourse {
	readonly regency: string;
	readonly course: string;
	readonly attempts: readonly Attempt[];
}

const two = (n: number): string => String(n).padStart(2, '0');
const nip = (n: number): string => `${1960 + (n % 30)}${two(1 + (n % 12))}${two(1 + (n % 28))}${2010 + (n % 8)}${two(1 + (n % 12))}${1 + (n % 2)}${901 + (n % 99)}`;

/** The same numbers every time. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Marks of one attempt as file text; the points out of 100. */
const attemptOf = (person: number, attempt: number, marks: readonly (number | null)[]): Attempt => ({
	person,
	attempt,
	state: 'finished',
	items: marks.map((m) => (m === null ? '' : `${m}/10`)).join(';'),
	points: marks.includes(null) ? null : (marks.reduce<number>((total, m) => total + (m ?? 0), 0) * 10) / marks.length
});

/** Answers by ability: item i is right with a chance that falls with its hardness. */
function answers(random: () => number, hardness: readonly number[]): number[] {
	const ability = 3 * (random() - 0.5);
	return hardness.map((hard) => (random() < 1 / (1 + Math.exp(2 * (hard - ability))) ? 10 : 0));
}

/** A course in which the first `wrong[i]` persons, counted from a different one for each item, are wrong; everybody tries once. */
export function exact(persons: number, wrong: readonly number[]): Attempt[] {
	return Array.from({ length: persons }, (_, p) => attemptOf(p, 1, wrong.map((w, i) => ((p + 17 * i) % persons < w ? 0 : 10))));
}

/** Every kind of attempt: second tries, unfinished ones, ungraded questions, another number of questions, partial marks. */
function mixed(): Attempt[] {
	const random = numbers(7);
	const all: Attempt[] = [];
	for (let p = 0; p < 174; p += 1) {
		const own = answers(random, [-1, -0.5, 0, 0.2, 0, -1, 1.6, 0]);
		own[2] = own[0] === 10 && own[1] === 10 && own[3] === 10 ? 0 : 10;
		own[5] = 10;
		if (random() < 0.8) own[4] = random() < 0.5 ? 10 : 0;
		if (p % 9 === 0 && own[7] === 0) own[7] = 5;
		const skipped = own.map((mark, i) => (i === 1 ? null : mark));
		if (p < 6) all.push(attemptOf(p, 1, skipped));
		else if (p < 13) all.push(attemptOf(p, 1, own.slice(0, 7)));
		else if (p < 20) all.push(attemptOf(p, 1, skipped), attemptOf(p, 2, own));
		else if (p < 30) all.push({ person: p, attempt: 1, state: 'in_progress', items: '', points: null }, attemptOf(p, 2, own));
		else if (p < 60) all.push(attemptOf(p, 2, own.map(() => 10)), attemptOf(p, 1, own));
		else if (p < 66) all.push({ person: p, attempt: 1, state: 'abandoned', items: own.map((m) => `${m}/10`).join(';'), points: null });
		else all.push(attemptOf(p, 1, own));
	}
	return all;
}

const partial = (): Attempt[] => exact(110, [20, 25, 30, 35, 40]).map((a) => (a.person < 2 ? attemptOf(a.person, 1, [5, 10, 10, 10, 10]) : a));
/** The first question is worth 1 instead of 10; points as the whole file then has them. */
const weighted = (attempts: readonly Attempt[]): Attempt[] =>
	attempts.map((a) => {
		const items = a.items.replace(/^(\d+)\/10/, (_, reached: string) => `${Number(reached) / 10}/1`);
		const marks = items.split(';').map((text) => text.split('/').map(Number));
		return { ...a, items, points: (100 * marks.reduce((total, [reached = 0]) => total + reached, 0)) / marks.reduce((total, [, maximum = 0]) => total + maximum, 0) };
	});
const withoutMarks = (attempts: readonly Attempt[], persons: number): Attempt[] => attempts.map((a) => (a.person < persons ? { ...a, items: a.items.replace(/^[^;]*/, '') } : a));

export const WORLD: readonly QuizCourse[] = [
	{ regency: '51.03', course: 'Besar', attempts: mixed() },
	{ regency: '51.03', course: 'Kecil', attempts: exact(40, [8, 12, 20, 10, 9]) },
	{ regency: '51.03', course: 'Mini', attempts: exact(29, [6, 6, 6, 6, 6]) },
	// Two persons wrong at question 2.
	{ regency: '51.02', course: 'Rahasia', attempts: exact(120, [30, 2, 40, 20, 50, 12]) },
	{ regency: '51.02', course: 'Pendek', attempts: exact(130, [30, 40, 50]) },
	// Three takers hide the takers of both courses in the public file.
	{ regency: '65.01', course: 'Besar', attempts: exact(140, [30, 40, 50, 30, 25]) },
	{ regency: '65.01', course: 'Tiga', attempts: exact(3, [1, 1, 1, 1, 1]) },
	// Two persons without a mark at the first question.
	{ regency: '65.02', course: 'Sisa', attempts: withoutMarks(exact(150, [30, 40, 50, 30, 25]), 2) },
	{ regency: '65.03', course: 'Sebagian', attempts: partial() },
	// Two persons wrong at question 1, which is worth a tenth of the others.
	{ regency: '65.03', course: 'Bobot', attempts: weighted(exact(120, [2, 60, 30, 50, 40, 20])) },
	// As `Pendek`, with three questions that everybody got right.
	{ regency: '51.02', course: 'Tetap', attempts: exact(130, [30, 40, 50, 0, 0, 0]) }
];

/** One folder per regency, as they would be sent; persons of different courses are different. */
export function writeWorld(dir: string, world: readonly QuizCourse[] = WORLD): void {
	const columns = CONTRACTS.quiz.columns.map((c) => c.name);
	for (const [regency, courses] of Map.groupBy(world, (c) => c.regency)) {
		const rows = courses.flatMap(({ course, attempts }) =>
			attempts.map((a): Readonly<Record<string, string>> => ({
				regency, course, person_key: nip(1000 * world.findIndex((w) => w.regency === regency && w.course === course) + a.person), attempt_no: String(a.attempt), state: a.state,
				started_date: '2024-08-01', grade: a.points === null ? '' : String(a.points), max_grade: '100', items: a.items, cycle: CYCLE
			}))
		);
		mkdirSync(join(dir, regency), { recursive: true });
		writeFileSync(join(dir, regency, 'kuis.csv'), `${[columns.join(','), ...rows.map((row) => columns.map((c) => row[c] ?? '').join(','))].join('\n')}\n`);
		writeFileSync(join(dir, regency, 'source.json'), JSON.stringify({ regency, office: 'Uji', files: [{ file: 'kuis.csv', dataset: 'quiz', nature: 'contoh', as_of: '2024-12-31' }] }));
	}
}

export interface Expected {
	readonly persons: number;
	readonly leftOut: number;
	readonly alpha: number | null;
	readonly meanTotal: number;
	readonly items: readonly { readonly right: number; readonly share: number; readonly itemRest: number | null; readonly discrimination: number }[];
}

/** From the rows, by the textbook: KR-20, Pearson's r by sums, the upper and lower 27 % with ties shared. */
export function recount({ attempts }: QuizCourse): Expected {
	const persons = new Map<number, Attempt[]>();
	for (const a of attempts) if (a.state === 'finished') persons.set(a.person, [...(persons.get(a.person) ?? []), a]);
	const chosen: number[][] = [];
	for (const own of persons.values()) {
		const usable = own.filter((a) => a.items.split(';').every((text) => /^\d+\/\d+$/.test(text))).sort((a, b) => a.attempt - b.attempt)[0];
		if (usable) chosen.push(usable.items.split(';').map((text) => Number(text.split('/')[0]) / Number(text.split('/')[1])));
	}
	const lengths = chosen.map((marks) => marks.length);
	const usual = [...new Set(lengths)].sort((a, b) => lengths.filter((l) => l === b).length - lengths.filter((l) => l === a).length)[0] ?? 0;
	const kept = chosen.filter((marks) => marks.length === usual);
	const n = kept.length;
	const zeroOne = kept.map((marks) => marks.map((m): number => (m === 1 ? 1 : 0)));
	const totals = zeroOne.map((own) => own.reduce((a, b) => a + b, 0));
	const mean = totals.reduce((a, b) => a + b, 0) / n;
	const spread = totals.reduce((a, t) => a + (t - mean) ** 2, 0) / n;
	const shares = Array.from({ length: usual }, (_, i) => zeroOne.filter((own) => own[i] === 1).length / n);
	const size = Math.max(1, Math.round(0.27 * n));
	return {
		persons: n,
		leftOut: persons.size - n,
		alpha: usual < 2 || spread === 0 ? null : (usual / (usual - 1)) * (1 - shares.reduce((a, p) => a + p * (1 - p), 0) / spread),
		meanTotal: mean,
		items: shares.map((p, i) => {
			const x = zeroOne.map((own) => own[i] ?? 0);
			const rest = totals.map((t, j) => t - (x[j] ?? 0));
			return {
				right: Math.round(p * n),
				share: kept.reduce((a, marks) => a + (marks[i] ?? 0), 0) / n,
				itemRest: pearson(x, rest),
				discrimination: groupMean(x, totals, size, (a, b) => b - a) - groupMean(x, totals, size, (a, b) => a - b)
			};
		})
	};
}

function pearson(x: readonly number[], y: readonly number[]): number | null {
	const [n, sx, sy] = [x.length, x.reduce((a, b) => a + b, 0), y.reduce((a, b) => a + b, 0)];
	const sxy = x.reduce((a, v, i) => a + v * (y[i] ?? 0), 0);
	const [sxx, syy] = [x.reduce((a, v) => a + v * v, 0), y.reduce((a, v) => a + v * v, 0)];
	const below = Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
	return below === 0 ? null : (n * sxy - sx * sy) / below;
}

/** Mean of x in the first `size` persons by total; those who tie at the border count with equal weight. */
function groupMean(x: readonly number[], totals: readonly number[], size: number, order: (a: number, b: number) => number): number {
	let [places, sum] = [size, 0];
	for (const total of [...new Set(totals)].sort(order)) {
		const own = x.filter((_, i) => totals[i] === total);
		const taken = Math.min(places, own.length);
		sum += (taken * own.reduce((a, b) => a + b, 0)) / own.length;
		places -= taken;
	}
	return sum / size;
}
