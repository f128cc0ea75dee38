/**
 * Which counts about the questions of a quiz may be public: the rule for trained people (1-4 and complements of 1-4
 * hidden, wholes under 10 hidden), and what an attacker could put together with the other public tables:
 * - Takers of a course and their sum over courses stand in `measure_cell`: where the takers are hidden there, or persons,
 *   those left out and the takers differ by a small number, the course is hidden as a whole.
 * - The sum of points (`quiz_points`) gives the sum of all right answers where nobody tried twice, so the questions of a
 *   course are an additive line: with a hidden one at least three are, and each small count stays as wide as the rule says.
 *   For the same reason the mean total goes with any hidden question.
 * - Where questions weigh differently that sum tells much more (a hidden count of a question worth 1 among questions worth
 *   10 is its remainder by 10), however many are hidden: such a course is hidden as a whole once any question must be.
 * - Alpha, the alphas without one question and the item-rest correlations are equations in the variances, which are
 *   counts: together they give back a hidden one exactly, at any number of persons. They go with any hidden question.
 *   With all questions open they fix how many were right on both of two questions when fewer than four questions vary,
 *   and nearly with four: under `ITEMS_FOR_DERIVED` questions that somebody got right and somebody wrong they are not public.
 * - The mean share less the right answers gives the persons with a part of a mark: where these, or those with nothing,
 *   are few at one question, the mean shares of the course are hidden.
 */
import type { DisclosureRules, Shown } from './rules.ts';

/** From this number of varying questions on, k sums of covariances leave the k(k − 1)/2 pairs of questions open. */
export const ITEMS_FOR_DERIVED = 5;

export interface QuizCourse {
	readonly persons: number;
	readonly left_out: number;
	readonly items: number | null;
	readonly alpha: number | null;
	readonly mean_total: number | null;
}
export interface QuizItem {
	readonly item: number;
	readonly persons: number;
	readonly right_count: number;
	/** Wrong, but with a part of the mark. */
	readonly partial_count: number;
	/** The mark that was possible; null where it differed between persons. */
	readonly maximum: number | null;
	readonly mean_share: number;
	readonly item_rest: number | null;
	readonly discrimination: number | null;
	readonly alpha_without: number | null;
}
type Hideable<T> = { readonly [K in keyof T]: T[K] | null };
export type PublicCourse = Hideable<QuizCourse> & { readonly shown: Shown };
export type PublicItem = Hideable<Omit<QuizItem, 'item' | 'partial_count' | 'maximum'>> & { readonly item: number; readonly shown: Shown };

/**
 * A course and its questions as the public may know them; a hidden number is null. `takers`: the course's persons with a
 * graded attempt as the public knows them, null where that is hidden or not there. A hidden course has no questions.
 */
export function protectQuiz(course: QuizCourse, items: readonly QuizItem[], takers: number | null, rules: DisclosureRules): { course: PublicCourse; items: readonly PublicItem[] } {
	const marks = itemsShown(items, rules);
	const isComplete = marks.every((mark) => mark === 'open');
	const whole = courseShown(course, takers, rules);
	const shown = whole === 'open' && !isComplete && isWeighted(items) ? 'secondary' : whole;
	if (shown !== 'open') return { course: { ...course, persons: null, left_out: null, alpha: null, mean_total: null, shown }, items: [] };
	const isDerivable = isComplete && items.filter((i) => i.right_count > 0 && i.right_count < i.persons).length >= ITEMS_FOR_DERIVED;
	const hasShares = !items.some((i) => isSmall(i.partial_count, rules) || isSmall(i.persons - i.right_count - i.partial_count, rules));
	return {
		course: { ...course, alpha: isDerivable ? course.alpha : null, mean_total: isComplete ? course.mean_total : null, shown },
		items: items.map(({ partial_count: _, maximum: __, ...item }, i): PublicItem => {
			const mark = marks[i] ?? 'secondary';
			const derived = isDerivable ? {} : { item_rest: null, discrimination: null, alpha_without: null };
			const own = { right_count: mark === 'open' ? item.right_count : null, mean_share: mark === 'open' && hasShares ? item.mean_share : null };
			return { ...item, ...own, ...derived, shown: mark };
		})
	};
}

/** Whether the sum of points of a course would tell a hidden answer: there are too few hidden questions, or they leave too little room. */
export function isToldBySum(items: readonly QuizItem[], rules: DisclosureRules): boolean {
	const marks = itemsShown(items, rules);
	return marks.some((mark) => mark !== 'open') && !isWideEnough(items, marks, rules);
}

const isSmall = (n: number, rules: DisclosureRules): boolean => n > 0 && n < rules.peopleBelow;

/** Whether the sum of points counts the questions with different weights, or with weights that nobody knows. */
const isWeighted = (items: readonly QuizItem[]): boolean => items.some((i) => i.maximum === null || i.maximum !== items[0]?.maximum);

function courseShown({ persons, left_out }: QuizCourse, takers: number | null, rules: DisclosureRules): Shown {
	const finished = persons + left_out;
	if (finished < rules.minDenominator || (persons > 0 && persons < rules.minDenominator) || isSmall(left_out, rules)) return 'primary';
	if (takers === null) return 'secondary';
	return [finished - takers, persons - takers].some((difference) => isSmall(Math.abs(difference), rules)) ? 'secondary' : 'open';
}

/** What an attacker knows of a hidden question from its mark alone. */
interface Range {
	readonly value: number;
	readonly least: number;
	readonly most: number;
}

const smallerOf = (i: QuizItem): number => Math.min(i.right_count, i.persons - i.right_count);

function itemsShown(items: readonly QuizItem[], rules: DisclosureRules): readonly Shown[] {
	const marks = items.map((i): Shown => (isSmall(smallerOf(i), rules) ? 'primary' : 'open'));
	const spare = items.flatMap((item, at) => (smallerOf(item) >= rules.peopleBelow ? [{ at, size: smallerOf(item) }] : [])).sort((a, b) => a.size - b.size || a.at - b.at);
	while (!isWideEnough(items, marks, rules)) {
		const next = spare.shift();
		if (!next) return marks.map((mark) => (mark === 'primary' ? mark : 'secondary'));
		marks[next.at] = 'secondary';
	}
	return marks;
}

/** Whether nothing, or enough, is hidden for whoever knows the sum of all right answers. */
function isWideEnough(items: readonly QuizItem[], marks: readonly Shown[], rules: DisclosureRules): boolean {
	const below = rules.peopleBelow;
	const rangeOf = (i: QuizItem): Range => {
		if (!isSmall(smallerOf(i), rules)) return { value: i.right_count, least: below, most: i.persons - below };
		const least = i.right_count < below ? 1 : i.persons - below + 1;
		return { value: i.right_count, least, most: least + below - 2 };
	};
	const hidden = items.flatMap((item, i) => (marks[i] === 'open' ? [] : [{ ...rangeOf(item), small: marks[i] === 'primary' }]));
	return hidden.length === 0 || (hidden.length >= rules.minHiddenPerLine && hidden.every((one) => !one.small || width(one, hidden) >= rules.minWidth));
}

/** How uncertain one hidden count is to whoever knows the sum of all hidden ones. */
function width(one: Range, hidden: readonly Range[]): number {
	const others = hidden.filter((other) => other !== one);
	const up = others.reduce((total, o) => total + o.value - o.least, 0);
	const down = others.reduce((total, o) => total + o.most - o.value, 0);
	return Math.min(one.most, one.value + up) - Math.max(one.least, one.value - down);
}
