/** Before and after an event: windows fixed beforehand, the exact ratio of two rates, the segmented model where it may be shown. */
import { EVENTS_IN_ALL, exactRatio, POINTS_EACH_SIDE, stepEffect, twoRates, type Estimate, type Ratio } from '../../statistics/index.ts';
import { monthsBetween, shiftMonth } from './months.ts';

/** Whole months on each side of the event's month. */
export const WINDOW = 6;

export interface Months {
	/** `YYYY-MM` → persons; a month that is not in it has none. Null: hidden from the viewer. */
	readonly counts: ReadonlyMap<string, number> | null;
	/** First and last whole month that the data speak about. */
	readonly first: string;
	readonly last: string;
	/** Month of the event. */
	readonly event: string;
	/** Civil servants of the employer; null where not received. */
	readonly asn: number | null;
	/** Stage of a month's middle, for the covariates of the model. */
	readonly stageOf: (month: string) => string | null;
}

export interface Side {
	readonly months: readonly string[];
	readonly count: number;
}

/** Why the segmented model gives no number. `empty_stage`: without a person in a stage its share cannot be told from the event's. */
export type NoModel = 'too_few_points' | 'too_few_events' | 'empty_side' | 'one_stage' | 'empty_stage' | 'not_estimable';

export type Model =
	| { readonly kind: 'effect'; readonly ratio: Extract<Estimate, { kind: 'estimate' }> }
	| { readonly kind: 'none'; readonly reason: NoModel; readonly before: number; readonly after: number; readonly events: number; readonly emptyStages: readonly string[] };

export type BeforeAfter =
	| {
			readonly kind: 'compared';
			readonly before: Side;
			readonly after: Side;
			/** Rate after over rate before, per ASN and month. */
			readonly ratio: Ratio;
			readonly direction: 'similar' | 'lower' | 'higher' | 'much_lower' | 'much_higher';
			readonly p: number;
			/** Per 1,000 ASN-years. */
			readonly difference: Estimate;
			readonly model: Model;
	  }
	| { readonly kind: 'no_events'; readonly before: Side; readonly after: Side }
	| { readonly kind: 'too_short'; readonly before: number; readonly after: number }
	| { readonly kind: 'hidden' }
	| { readonly kind: 'no_asn' };

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The months of the two windows that the data speak about; the event's own month is in neither. */
export function windowsOf({ event, first, last }: Pick<Months, 'event' | 'first' | 'last'>): { readonly before: readonly string[]; readonly after: readonly string[] } {
	return {
		before: monthsBetween(later(first, shiftMonth(event, -WINDOW)), earlier(last, shiftMonth(event, -1))),
		after: monthsBetween(later(first, shiftMonth(event, 1)), earlier(last, shiftMonth(event, WINDOW)))
	};
}

/** Compares (methods 2.7); the segmented model (2.10) is given only when its conditions hold. */
export function compareBeforeAfter(given: Months): BeforeAfter {
	const { counts, asn } = given;
	if (counts === null) return { kind: 'hidden' };
	if (asn === null || asn <= 0) return { kind: 'no_asn' };
	const windows = windowsOf(given);
	if (windows.before.length === 0 || windows.after.length === 0) return { kind: 'too_short', before: windows.before.length, after: windows.after.length };
	const sideOf = (months: readonly string[]): Side => ({ months, count: months.reduce((n, m) => n + (counts.get(m) ?? 0), 0) });
	const [before, after] = [sideOf(windows.before), sideOf(windows.after)];
	const counted = (side: Side) => ({ count: side.count, exposure: (asn * side.months.length) / 12 });
	const found = twoRates(counted(after), counted(before), 0.95);
	if (found.kind === 'none') return { kind: 'no_events', before, after };
	const scaled = (e: Estimate): Estimate => (e.kind === 'none' ? e : { kind: 'estimate', value: e.value * 1000, lower: e.lower * 1000, upper: e.upper * 1000 });
	return {
		kind: 'compared',
		before,
		after,
		ratio: found.ratio,
		direction: directionOf(found.ratio, exactRatio(counted(after), counted(before), 0.998)),
		p: found.p,
		difference: scaled(found.difference),
		model: modelOf(given, counts, asn)
	};
}

function directionOf(at95: Ratio, at998: Ratio): Extract<BeforeAfter, { kind: 'compared' }>['direction'] {
	const side = (r: Ratio): 'above' | 'below' | null => (r.kind === 'none' ? null : r.lower > 1 ? 'above' : r.kind === 'estimate' && r.upper < 1 ? 'below' : null);
	const where = side(at95);
	if (where === null) return 'similar';
	const strong = side(at998) === where;
	return where === 'above' ? (strong ? 'much_higher' : 'higher') : strong ? 'much_lower' : 'lower';
}

/** Every month the data speak about, the stages as covariates. */
function modelOf({ first, last, event, stageOf }: Months, counts: ReadonlyMap<string, number>, asn: number): Model {
	const months = monthsBetween(first, last).filter((m) => m !== event);
	const found = months.findIndex((m) => m > event);
	const step = found < 0 ? months.length : found;
	const count = months.map((m) => counts.get(m) ?? 0);
	const stages = months.map((m) => stageOf(m));
	const total = (belongs: (index: number) => boolean): number => count.reduce((n, value, i) => (belongs(i) ? n + value : n), 0);
	const named = [...new Set(stages)].filter((s) => s !== null);
	const emptyStages = named.filter((stage) => total((i) => stages[i] === stage) === 0);
	const sizes = { before: step, after: months.length - step, events: total(() => true), emptyStages };
	const none = (reason: NoModel): Model => ({ kind: 'none', reason, ...sizes });
	if (sizes.before < POINTS_EACH_SIDE || sizes.after < POINTS_EACH_SIDE) return none('too_few_points');
	if (sizes.events < EVENTS_IN_ALL) return none('too_few_events');
	if (total((i) => i < step) === 0 || total((i) => i >= step) === 0) return none('empty_side');
	if (named.length < 2) return none('one_stage');
	if (emptyStages.length > 0) return none('empty_stage');
	const covariates = named.slice(1).map((stage) => ({ name: stage, values: stages.map((s) => (s === stage ? 1 : 0)) }));
	const effect = stepEffect({ count, exposure: months.map(() => asn), step, covariates }, 0.95);
	return effect.kind === 'effect' && effect.ratio.kind === 'estimate' ? { kind: 'effect', ratio: effect.ratio } : none('not_estimable');
}
