/** The ask engine: question and scope in, answer out. The only place where a page's figures come from. */
import { takesPart } from '#etl/reference/cycles.ts';
import { measureById, type Measure, type Metric } from '../../metrics/index.ts';
import { poissonRate, verdict as judge, wilson, type Estimate } from '../../statistics/index.ts';
import { isOwn, scopeKey, type Scope } from '../access/scope.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Row, Warehouse } from '../warehouse/warehouse.ts';
import type { Answer, Cell, CellResult, Question } from './types.ts';

const NATION = 'ID';

const CELLS_SQL = `SELECT measure, region, "cycle", breakdown, category, value, SHOWN AS shown FROM measure_cell
	WHERE nature = $1 AND list_contains($2, measure) AND list_contains($3, region) AND list_contains($4, "cycle") AND (breakdown = '' OR breakdown = $5)`;
/** The public file has a mark for every cell; in the internal file every cell is open. */
const PUBLIC_CELLS = CELLS_SQL.replace('SHOWN', 'shown');
const INTERNAL_CELLS = CELLS_SQL.replace('SHOWN', "'open'");

const COVERAGE_SQL = `SELECT c.dataset, p.ancestor AS region, c."cycle", count(DISTINCT c.regency) AS received
	FROM coverage c JOIN region_path p ON p.code = c.regency JOIN region r ON r.code = c.regency
	WHERE (r.kind IN ('regency', 'city') OR p.ancestor = c.regency) AND c.nature = $1 AND list_contains($2, p.ancestor) AND list_contains($3, c."cycle") GROUP BY ALL`;
const EXPECTED_SQL = `SELECT p.ancestor AS region, count(*) AS expected FROM region r JOIN region_path p ON p.code = r.code
	WHERE r.kind IN ('regency', 'city') AND list_contains($1, p.ancestor) GROUP BY ALL`;

type Known = { readonly kind: 'value'; readonly value: number } | { readonly kind: 'suppressed'; readonly mark: 'primary' | 'secondary' } | { readonly kind: 'absent' };

const cellKey = (measure: string, region: string, cycle: string, breakdown: string, category: string): string =>
	[measure, region, cycle, breakdown, category].join('\u001f');

/** Cells as the viewer may know them: exact for own areas, from the public file for all others. */
async function fetchCells(question: Question, measures: readonly string[], regions: readonly string[], scope: Scope, release: OpenRelease): Promise<Map<string, Known>> {
	const own = regions.filter((r) => isOwn(scope, r));
	const others = regions.filter((r) => !isOwn(scope, r));
	const read = (source: Warehouse, sql: string, codes: readonly string[]): Promise<Row[]> =>
		codes.length === 0 ? Promise.resolve([]) : source.query(sql, [question.nature, measures, codes, question.cycles, question.breakdown ?? '']);
	const [exact, open] = await Promise.all([read(release.internal, INTERNAL_CELLS, own), read(release.public, PUBLIC_CELLS, others)]);
	const known = new Map<string, Known>();
	for (const row of [...exact, ...open]) {
		const key = cellKey(String(row.measure), String(row.region), String(row.cycle), String(row.breakdown), String(row.category));
		if (row.shown === 'open') known.set(key, { kind: 'value', value: Number(row.value) });
		else known.set(key, { kind: 'suppressed', mark: row.shown === 'primary' ? 'primary' : 'secondary' });
	}
	return known;
}

interface Coverage {
	received(dataset: string, region: string, cycle: string): number;
	expected(region: string): number | null;
}

async function fetchCoverage(question: Question, regions: readonly string[], release: OpenRelease): Promise<Coverage> {
	const [rows, expected] = await Promise.all([
		release.public.query(COVERAGE_SQL, [question.nature, regions, question.cycles]),
		release.public.query(EXPECTED_SQL, [regions])
	]);
	const received = new Map(rows.map((r) => [`${r.dataset}|${r.region}|${r.cycle}`, Number(r.received)]));
	const sizes = new Map(expected.map((r) => [String(r.region), Number(r.expected)]));
	return {
		received: (dataset, region, cycle) => received.get(`${dataset}|${region}|${cycle}`) ?? 0,
		expected: (region) => (region.includes('.') ? null : (sizes.get(region) ?? null))
	};
}

/** Answers a question within a scope. Every combination of metric, region, cycle (and category) gets a cell with a status. */
export async function ask(question: Question, scope: Scope, release: OpenRelease): Promise<Answer> {
	const key = JSON.stringify([release.id, scopeKey(scope), { ...question, metrics: question.metrics.map((m) => m.id) }]);
	const cached = answers.get(key);
	if (cached) return cached;
	const answer = compute(question, scope, release);
	remember(key, answer);
	return answer;
}

/** Promises, not values: identical questions in flight are asked once. A failed one is forgotten. */
const answers = new Map<string, Promise<Answer>>();
const CACHE_SIZE = 500;

function remember(key: string, answer: Promise<Answer>): void {
	answers.set(key, answer);
	answer.catch(() => answers.delete(key));
	const oldest = answers.keys().next();
	if (answers.size > CACHE_SIZE && !oldest.done) answers.delete(oldest.value);
}

async function compute(question: Question, scope: Scope, release: OpenRelease): Promise<Answer> {
	const measures = [...new Set(question.metrics.flatMap((m) => (m.denominator ? [m.numerator, m.denominator] : [m.numerator])))];
	const regions = [...new Set([...question.regions, NATION])];
	const [known, coverage] = await Promise.all([fetchCells(question, measures, regions, scope, release), fetchCoverage(question, regions, release)]);
	const cells: Cell[] = [];
	const categoriesOf = new Map(question.cycles.map((cycle) => [cycle, categoriesIn(question, measures, cycle, known)]));
	for (const metric of question.metrics) {
		for (const cycle of question.cycles) {
			const categories = categoriesOf.get(cycle) ?? [];
			for (const region of question.regions) {
				for (const category of categories) cells.push(cellOf(question, metric, region, cycle, category, known, coverage));
			}
		}
	}
	return { release: release.id, asOf: await asOfAnswer(question, release), question, cells };
}

const AS_OF_SQL = `SELECT max(as_of) AS latest, max(as_of) FILTER (list_has_any(covers, $4)) AS stated FROM submission
	WHERE nature = $1 AND list_contains($2, dataset) AND state IN ('accepted', 'nil') AND (regency = 'all' OR $5 OR list_contains($3, regency))`;

/** The latest date that the submissions behind an answer speak about: of its datasets, its regencies, and its cycles where they state one. */
async function asOfAnswer(question: Question, release: OpenRelease): Promise<string> {
	const datasets = [...new Set(question.metrics.map((m) => measureById(m.numerator).dataset))].flatMap((d): string[] => (d === 'training' ? ['training', 'training_totals'] : [d]));
	const wide = question.regions.some((r) => !r.includes('.'));
	const [row] = await release.public.query(AS_OF_SQL, [question.nature, datasets, question.regions, question.cycles, wide]);
	const found = row?.stated ?? row?.latest;
	return typeof found === 'string' ? found : release.manifest.as_of;
}

/** The categories that any asked measure shows in any asked region, so that every metric gets a cell for each; only the total without a breakdown. */
function categoriesIn(question: Question, measures: readonly string[], cycle: string, known: ReadonlyMap<string, Known>): readonly (string | null)[] {
	if (question.breakdown === null) return [null];
	const asked = new Set(question.regions);
	const found = new Set<string>();
	for (const key of known.keys()) {
		const [measure = '', region, inCycle, breakdown, category = ''] = key.split('\u001f');
		if (!measures.includes(measure)) continue;
		if (inCycle !== cycle || breakdown !== question.breakdown || !asked.has(region ?? '')) continue;
		if (question.breakdown === 'month' && category !== WHOLE_LINE && ((question.from && category < question.from) || (question.to && category > question.to))) continue;
		found.add(category);
	}
	if (found.size > 1) found.delete(WHOLE_LINE);
	return [...found].sort();
}

function cellOf(
	question: Question,
	metric: Metric,
	region: string,
	cycle: string,
	category: string | null,
	known: ReadonlyMap<string, Known>,
	coverage: Coverage
): Cell {
	const measure = measureById(metric.numerator);
	const received = coverage.received(measure.dataset, region, cycle);
	const expected = coverage.expected(region);
	const result = resultOf(question, metric, measure, region, cycle, category, known, enough(received, expected) ? received : 0, coverage);
	return { metric, region, cycle, category, result, coverage: expected === null ? null : { received, expected } };
}

function lookUp(known: ReadonlyMap<string, Known>, measure: string, region: string, cycle: string, breakdown: string, category: string, received: number): Known {
	const found = known.get(cellKey(measure, region, cycle, breakdown, category));
	if (found) return found;
	const line = breakdown === '' ? undefined : known.get(cellKey(measure, region, cycle, breakdown, WHOLE_LINE));
	if (line) return line;
	return received > 0 && measureById(measure).absent === 'zero' ? { kind: 'value', value: 0 } : { kind: 'absent' };
}

function resultOf(
	question: Question,
	metric: Metric,
	measure: Measure,
	region: string,
	cycle: string,
	category: string | null,
	known: ReadonlyMap<string, Known>,
	received: number,
	coverage: Coverage
): CellResult {
	if (takesPart(cycle, region) === 'no') return { status: 'not_applicable' };
	const missing = question.nature === 'real' ? 'not_published' : 'not_received';
	if (received === 0) return { status: missing };
	const breakdown = category === null ? '' : (question.breakdown ?? '');
	// What is compiled from publications is known where it was found; elsewhere nothing is known, and nothing is not zero.
	const silent = question.nature === 'real' && measure.family === 'events' && !known.has(cellKey(measure.id, region, cycle, breakdown, category ?? ''));
	if (silent) return { status: missing };
	const numerator = lookUp(known, measure.id, region, cycle, breakdown, category ?? '', received);
	if (numerator.kind === 'suppressed') return { status: 'suppressed', kind: numerator.mark };
	if (numerator.kind === 'absent') return { status: missing };
	if (metric.denominator === null) return count(numerator.value);
	const denominator = lookUp(known, metric.denominator, region, cycle, breakdown, category ?? '', received);
	if (denominator.kind === 'suppressed') return { status: 'suppressed', kind: denominator.mark };
	if (denominator.kind === 'absent' || denominator.value === 0) return { status: missing };
	const nation = enough(coverage.received(measure.dataset, NATION, cycle), coverage.expected(NATION));
	const benchmark = category === null && region !== NATION && nation ? valueOf(metric, known, cycle) : null;
	return quotient(metric, numerator.value, denominator.value, benchmark);
}

/** A province or the nation speaks once half of its regencies have sent; before that its sum would pass for the whole. */
const enough = (received: number, expected: number | null): boolean => expected === null || received * 2 >= expected;

const count = (value: number): CellResult => ({ status: 'ok', value, numerator: value, denominator: null, interval: null, verdict: null, benchmark: null });

/** The nation's value of a quotient, when the viewer may know it. */
function valueOf(metric: Metric, known: ReadonlyMap<string, Known>, cycle: string): number | null {
	const n = known.get(cellKey(metric.numerator, NATION, cycle, '', ''));
	const d = metric.denominator ? known.get(cellKey(metric.denominator, NATION, cycle, '', '')) : undefined;
	if (n?.kind !== 'value' || d?.kind !== 'value' || d.value === 0) return null;
	return (metric.per * n.value) / d.value;
}

/** The estimate in the metric's own unit (percent, per 1,000); null for a metric without interval. */
function estimate(metric: Metric, x: number, n: number, level: 0.95 | 0.998): Estimate | null {
	if (metric.interval === 'poisson') return poissonRate(x, n, level, metric.per);
	if (metric.interval !== 'wilson') return null;
	const share = wilson(x, n, level);
	if (share.kind !== 'estimate') return share;
	return { kind: 'estimate', value: share.value * metric.per, lower: share.lower * metric.per, upper: share.upper * metric.per };
}

function quotient(metric: Metric, x: number, n: number, benchmark: number | null): CellResult {
	const at95 = estimate(metric, x, n, 0.95);
	const at998 = estimate(metric, x, n, 0.998);
	return {
		status: 'ok',
		value: (metric.per * x) / n,
		numerator: x,
		denominator: n,
		interval: at95?.kind === 'estimate' ? { lower: at95.lower, upper: at95.upper } : null,
		verdict: at95 && at998 ? (benchmark === null ? 'not_compared' : judge(at95, at998, benchmark, metric.polarity)) : null,
		benchmark: benchmark === null ? null : { region: NATION, value: benchmark }
	};
}
