/** What invented people did in an invented course: modules, final test with marks per question, survey. */
import { addDays, daysBetween, type IsoDate } from './calendar.ts';
import type { Person } from './people.ts';
import { createRandom, type Random } from './random.ts';

export interface Course {
	readonly name: string;
	/** Short name, as LMS file names have it. */
	readonly short: string;
	readonly cycle: string;
	readonly opens: IsoDate;
	readonly closes: IsoDate;
	/** Share of people who finish everything, about. */
	readonly completion: number;
}

export interface Moment {
	readonly date: IsoDate;
	/** Seconds since midnight. */
	readonly seconds: number;
}
export interface Attempt {
	readonly state: 'finished' | 'in_progress' | 'never_submitted';
	readonly started: Moment;
	readonly seconds: number;
	/** Marks of the questions, each out of `MARK_PER_QUESTION`; empty unless finished. */
	readonly items: readonly number[];
	readonly grade: number | null;
}
export interface Outcome {
	readonly person: Person;
	/** When each module was finished, null if it was not. */
	readonly modules: readonly (Moment | null)[];
	readonly attempts: readonly Attempt[];
	/** Best mark out of 100 among finished attempts. */
	readonly best: number | null;
	readonly passed: boolean;
	readonly survey: Moment | null;
	readonly completed: boolean;
	/** 0-100 */
	readonly progress: number;
	readonly last: Moment | null;
}

export const MODULES = ['Modul 1 - Dasar Hukum Netralitas ASN', "Modul 2 - Larangan 'like' dan Komentar di Media Sosial"];
export const TEST = 'Post-test Netralitas ASN';
export const SURVEY = 'Survei Evaluasi Pelatihan';
export const PASS_MARK = 80;
export const MARK_PER_QUESTION = 10;
const QUESTIONS = 10;
/** The first question is so easy that it separates nobody; the ninth has a wrong key: who knows more gets it wrong more often. */
const DIFFICULTY = [-5.2, -2.3, -2.1, -1.9, -1.7, -1.6, -1.4, -1.2, -2.2, 0.1];
const WRONG_KEY = 8;

/** Outcomes of all given people, in their order. */
export function takeCourse(people: readonly Person[], course: Course, seed: string): Outcome[] {
	const random = createRandom(`${seed}/course/${course.short}/${course.cycle}`);
	const bar = logit(course.completion);
	return people.map((person) => outcomeOf(random, person, course, bar));
}

function outcomeOf(random: Random, person: Person, course: Course, bar: number): Outcome {
	const keen = bar + person.diligence;
	const first = random.chance(logistic(keen + 1.1)) ? momentIn(random, course.opens, course.closes) : null;
	const second = first && random.chance(logistic(keen + 2.2)) ? later(random, first, course.closes) : null;
	const attempts = second && random.chance(logistic(keen + 2.4)) ? attemptsOf(random, person, second, course.closes) : [];
	const grades = attempts.flatMap((attempt) => attempt.grade ?? []);
	const best = grades.length > 0 ? Math.max(...grades) : null;
	const passed = best !== null && best >= PASS_MARK;
	const tested = attempts.at(-1);
	const lastAttempt = tested ? soonAfter(tested.started, tested.seconds) : null;
	const survey = passed && lastAttempt && random.chance(logistic(keen + 2.8)) ? soonAfter(lastAttempt, random.int(60, 1800)) : null;
	const done = [first, second, passed ? lastAttempt : null, survey].filter((step) => step !== null).length;
	return {
		person, modules: [first, second], attempts, best, passed, survey,
		completed: done === 4,
		progress: done * 25,
		last: survey ?? lastAttempt ?? second ?? first
	};
}

function attemptsOf(random: Random, person: Person, after: Moment, closes: IsoDate): Attempt[] {
	const attempts: Attempt[] = [];
	let at = after;
	for (let number = 1; number <= 3; number += 1) {
		at = number === 1 ? soonAfter(at, random.int(300, 5400)) : later(random, at, closes);
		if (random.chance(0.015)) {
			attempts.push({ state: random.chance(0.5) ? 'in_progress' : 'never_submitted', started: at, seconds: 0, items: [], grade: null });
			break;
		}
		const able = person.ability + 0.55 * (number - 1);
		const items = DIFFICULTY.slice(0, QUESTIONS).map((hard, question) => markOf(random, (question === WRONG_KEY ? -0.4 * able : able) - hard));
		const grade = items.reduce((sum, mark) => sum + mark, 0);
		attempts.push({ state: 'finished', started: at, seconds: random.int(260, 2900), items, grade });
		if (grade >= PASS_MARK || random.chance(0.3)) break;
	}
	return attempts;
}

function markOf(random: Random, margin: number): number {
	if (random.chance(logistic(1.25 * margin))) return MARK_PER_QUESTION;
	return random.chance(0.12) ? MARK_PER_QUESTION / 2 : 0;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

function momentIn(random: Random, from: IsoDate, to: IsoDate): Moment {
	// Most people start early; office hours, with an evening tail. Four days are left for the rest of the course.
	const span = Math.max(1, daysBetween(from, to) - 4);
	return { date: addDays(from, Math.floor(span * random.next() ** 1.6)), seconds: random.int(7 * 3600, 19 * 3600) };
}

function later(random: Random, after: Moment, closes: IsoDate): Moment {
	const left = Math.max(0, daysBetween(after.date, closes) - 1);
	const wait = Math.min(left, random.int(0, 2));
	return wait === 0 ? soonAfter(after, random.int(600, 3600)) : { date: addDays(after.date, wait), seconds: random.int(7 * 3600, 19 * 3600) };
}

/** The moment some seconds later, over midnight too. */
export function soonAfter(moment: Moment, seconds: number): Moment {
	const total = moment.seconds + seconds;
	return total < 86_400 ? { date: moment.date, seconds: total } : { date: addDays(moment.date, 1), seconds: total - 86_400 };
}
