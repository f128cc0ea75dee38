/** What the mark of a hidden total tells by itself: the attack takes it as given, so it has to leave enough open. */
import { describe, expect, it } from 'vitest';
import { protect } from '../../src/lib/server/disclosure/protect.ts';
import type { DisclosureRules } from '../../src/lib/server/disclosure/rules.ts';
import { RULES, cell, fixed, parentOf, publicly } from './disclosure-world.ts';

/** Totals of one area that nobody adds to another: each measure with what it can be. */
type Totals = Readonly<Record<string, number>>;
/** Elsewhere there are large ones of the same measures. */
const shownOf = (totals: Totals, rules: DisclosureRules) =>
	protect(Object.entries(totals).flatMap(([measure, value]) => [...(value > 0 ? [cell(measure, '51.01', '', '', value)] : []), cell(measure, '65.01', '', '', 60)]), parentOf, fixed, rules).filter((c) => c.region === '51.01');

/** Hidden small totals that all worlds which look alike leave less open than the rule says. */
function tooClose(worlds: readonly Totals[], isSmall: (measure: string, world: Totals) => boolean, rules: DisclosureRules): string[] {
	const alike = Map.groupBy(worlds, (world) => publicly(shownOf(world, rules).map((c) => ({ ...c, region: c.measure }))));
	return [...alike.values()].flatMap((group) => {
		const [first = {}] = group;
		return Object.keys(first).flatMap((measure) => {
			const possible = group.map((world) => world[measure] ?? 0);
			const isWide = Math.max(...possible) - Math.min(...possible) >= rules.minWidth;
			return group.some((world) => isSmall(measure, world)) && !isWide ? [`${measure} of ${JSON.stringify(first)}`] : [];
		});
	});
}

const upTo = (n: number): number[] => Array.from({ length: n + 1 }, (_, i) => i);
const trained = upTo(24).flatMap((enrolled) => upTo(enrolled).map((completed): Totals => ({ enrolled, completed })));
const isSmallPeople = (measure: string, { enrolled = 0, completed = 0 }: Totals): boolean => {
	const value = measure === 'enrolled' ? enrolled : completed;
	const isSmall = value > 0 && value < RULES.peopleBelow;
	if (measure === 'enrolled') return isSmall;
	return isSmall || (enrolled > 0 && enrolled < RULES.minDenominator) || (completed < enrolled && enrolled - completed < RULES.peopleBelow);
};

describe('the mark of a hidden total, to a reader who knows the rule', () => {
	it('leaves a total of trained persons and its complement as open as the rule says', () => {
		expect(tooClose(trained, isSmallPeople, RULES)).toEqual([]);
	});
	it('leaves open how many cases wait', () => {
		const waiting = upTo(30).flatMap((reported_persons) => upTo(reported_persons).map((waiting_persons): Totals => ({ reported_persons, waiting_persons })));
		// Of one or two reported, everybody knows that at most so many wait.
		const isSmall = (measure: string, world: Totals): boolean => measure === 'waiting_persons' && (world.waiting_persons ?? 0) > 0 && (world.waiting_persons ?? 0) < RULES.caseBreakdownBelow && (world.reported_persons ?? 0) >= RULES.minWidth;
		expect(tooClose(waiting, isSmall, RULES)).toEqual([]);
	});
	it('leaves a plain total open where the operator is strict', () => {
		const strict = { ...RULES, strict: true };
		const isSmall = (_: string, world: Totals): boolean => (world.reported_persons ?? 0) > 0 && (world.reported_persons ?? 0) < strict.strictBelow;
		expect(tooClose(upTo(30).map((reported_persons): Totals => ({ reported_persons })), isSmall, strict)).toEqual([]);
	});
	it('is not satisfied by smaller thresholds', () => {
		expect(tooClose(trained, isSmallPeople, { ...RULES, peopleBelow: 3 }).length).toBeGreaterThan(0);
	});
});
