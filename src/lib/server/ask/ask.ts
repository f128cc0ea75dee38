/** The ask engine: question and scope in, answer out. The only place where a page's figures come from. */
import { takesPart } from '#etl/reference/cycles.ts';
import { measureById, sentFor, withCompanions, type Metric } from '../../metrics/index.ts';
import { scopeKey, type Scope } from '../access/scope.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Known, KnownCells, Place } from './cells.ts';
import { benchmarkPlace, NATION, withVerdict, type BenchmarkFacts } from './compare.ts';
import { fetchCoverage, type Coverage, type Sent } from './coverage.ts';
import { fetchDates, type Dates } from './dates.ts';
import { count, durationsOf, median, quotient } from './estimate.ts';
import { fetchCells } from './together.ts';
import type { Answer, Cell, CellResult, Question } from './types.ts';

/** Answers a question within a scope. Every combination of metric (and what must stand beside it), region, cycle and category gets a cell with a status. */
export async function ask(question: Question, scope: Scope, release: OpenRelease): Promise<Answer> {
	const complete = { ...question, metrics: withCompanions(question.metrics) };
	const key = JSON.stringify([release.id, scopeKey(scope), { ...complete, metrics: complete.metrics.map((m) => m.id) }]);
	const cached = answers.get(key);
	if (cached) return cached;
	const answer = compute(complete, scope, release);
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

interface Knowledge {
	readonly question: Question;
	readonly cells: KnownCells;
	readonly coverage: Coverage;
	readonly dates: Dates;
}

const measuresOf = (metrics: readonly Metric[]): readonly string[] => [...new Set(metrics.flatMap((m) => (m.denominator ? [m.numerator, m.denominator] : [m.numerator])))];

async function compute(question: Question, scope: Scope, release: OpenRelease): Promise<Answer> {
	const places = question.regions.flatMap((region) => question.cycles.flatMap((cycle) => benchmarkPlace(question.benchmark ?? 'nation', region, cycle) ?? []));
	const regions = [...new Set([...question.regions, NATION, ...places.map((p) => p.region)])];
	const cycles = [...new Set([...question.cycles, ...places.map((p) => p.cycle)])];
	const breakdowns = ['', ...(question.breakdown ? [question.breakdown] : []), ...(question.metrics.some((m) => m.interval === 'log_log') ? ['duration'] : [])];
	const measures = measuresOf(question.metrics);
	const [cells, coverage, dates] = await Promise.all([
		fetchCells({ nature: question.nature, measures, regions, cycles, breakdowns }, scope, release),
		fetchCoverage(question.nature, release),
		fetchDates(question, release)
	]);
	const known: Knowledge = { question, cells, coverage, dates };
	const categories = new Map(question.cycles.map((cycle) => [cycle, categoriesIn(known, measures, cycle)]));
	return {
		release: release.id,
		asOf: dates.latest ?? release.manifest.as_of,
		question,
		cells: question.metrics.flatMap((metric) =>
			question.cycles.flatMap((cycle) => question.regions.flatMap((region) => (categories.get(cycle) ?? []).map((category) => cellOf(known, metric, region, cycle, category))))
		)
	};
}

/** The one category asked about, or those that any asked measure shows in any asked region, so that every metric gets a cell for each; only the total without a breakdown. */
function categoriesIn({ question, cells }: Knowledge, measures: readonly string[], cycle: string): readonly (string | null)[] {
	const { breakdown, regions, from, to } = question;
	if (breakdown === null) return [null];
	if (question.category !== undefined) return [question.category];
	const found = new Set(measures.flatMap((measure) => regions.flatMap((region) => cells.categories(measure, { region, cycle, breakdown }))));
	const isMonth = breakdown === 'month' || breakdown === 'act_month';
	for (const category of found) if (isMonth && category !== WHOLE_LINE && ((from && category < from) || (to && category > to))) found.delete(category);
	if (found.size > 1) found.delete(WHOLE_LINE);
	// A breakdown that nobody but the entitled may see is one hidden cell for all others, not a silence.
	if (found.size === 0 && measures.some((m) => measureById(m).guard === 'entitled')) found.add(WHOLE_LINE);
	return [...found].sort();
}

function cellOf(known: Knowledge, metric: Metric, region: string, cycle: string, category: string | null): Cell {
	const expected = known.coverage.expected(region);
	return {
		metric,
		region,
		cycle,
		category,
		result: judged(known, metric, region, cycle, category),
		coverage: expected === null ? null : { received: known.coverage.received(neededFor(known, metric, region, category), region, cycle), expected }
	};
}

/** What must have arrived: of an area's regencies all that feeds the metric, of a single employer the dataset. */
function neededFor({ question, coverage }: Knowledge, metric: Metric, region: string, category: string | null): Sent {
	if (coverage.expected(region) !== null) return sentFor(metric, category === null ? null : question.breakdown);
	const { dataset } = measureById(metric.numerator);
	return dataset === null ? [] : [dataset];
}

/** The figure, and its verdict where it is a total. */
function judged(known: Knowledge, metric: Metric, region: string, cycle: string, category: string | null): CellResult {
	const { question, dates } = known;
	const result = resultOf(known, metric, region, cycle, category);
	if (result.status !== 'ok' || category !== null || metric.interval === null) return result;
	const kind = question.benchmark ?? 'nation';
	const place = benchmarkPlace(kind, region, cycle);
	const asked = { metric, region, cycle, nature: question.nature, knownUntil: (c: string) => dates.knownUntil(region, c), durations: durationsAt(known, metric, region, cycle) };
	return withVerdict(result, kind, asked, place ? factsOf(known, metric, place) : null);
}

const durationsAt = ({ cells }: Knowledge, metric: Metric, region: string, cycle: string) => {
	const line = metric.interval === 'log_log' ? cells.line(metric.numerator, { region, cycle, breakdown: 'duration' }) : null;
	return line ? durationsOf(line) : null;
};

function factsOf(known: Knowledge, metric: Metric, place: { region: string; cycle: string }): BenchmarkFacts | null {
	const result = resultOf(known, metric, place.region, place.cycle, null);
	if (result.status !== 'ok') return null;
	return { value: result.value, numerator: result.numerator, denominator: result.denominator, durations: durationsAt(known, metric, place.region, place.cycle) };
}

function resultOf(known: Knowledge, metric: Metric, region: string, cycle: string, category: string | null): CellResult {
	const { question, cells, coverage } = known;
	const measure = measureById(metric.numerator);
	if (takesPart(cycle, region) === 'no') return { status: 'not_applicable' };
	const missing = question.nature === 'real' ? 'not_published' : 'not_received';
	const needed = neededFor(known, metric, region, category);
	if (!coverage.speaks(needed, region, cycle)) {
		const [received, expected] = [coverage.received(needed, region, cycle), coverage.expected(region)];
		return received > 0 && expected !== null ? { status: missing, partial: { received, expected } } : { status: missing };
	}
	const at: Place = { region, cycle, breakdown: category === null ? '' : (question.breakdown ?? ''), category: category ?? '' };
	// What is compiled from publications is known where it was found; elsewhere nothing is known, and nothing is not zero.
	if (question.nature === 'real' && measure.family === 'events' && !cells.has(measure.id, at)) return { status: missing };
	if (metric.interval === 'log_log') {
		const line = cells.line(metric.numerator, { region, cycle, breakdown: 'duration' });
		return line ? median(line) : { status: 'suppressed', kind: measure.guard === 'entitled' ? 'entitled' : 'secondary' };
	}
	const hidden = (found: Known): CellResult => (found.kind === 'suppressed' ? { status: 'suppressed', kind: found.mark } : { status: missing });
	const numerator = cells.at(metric.numerator, at);
	if (numerator.kind !== 'value') return hidden(numerator);
	if (metric.denominator === null) return count(numerator.value);
	const denominator = cells.at(metric.denominator, at);
	return denominator.kind === 'value' ? quotient(metric, numerator.value, denominator.value) : hidden(denominator);
}
