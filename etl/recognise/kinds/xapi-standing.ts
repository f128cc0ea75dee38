/** What all statements of one person about one course say together. */
import { comparable } from '../../normalise/text.ts';
import type { Draft, Reporter } from '../types.ts';
import { FINAL_TEST } from './course.ts';
import type { Subject } from './xapi-columns.ts';
import type { Place } from './xapi-values.ts';
import { completes, passes, type Verb } from './xapi-verbs.ts';

export interface Told {
	readonly nip: string;
	/** The local day. */
	readonly date: string;
	/** Scale 0-100. */
	readonly score: number | null;
	readonly verb: Verb;
	/** URI of the object. */
	readonly object: string;
	readonly subject: Subject;
	readonly completion: string;
	readonly success: string;
	/** The cell of the verb. */
	readonly place: Place;
}

interface Standing {
	readonly course: string;
	readonly told: Told[];
}

const PARTS_ONLY = {
	id: 'kursus yang terdiri atas beberapa kegiatan dibaca selesai hanya bila ada pernyataan tentang kursus itu sendiri',
	en: 'a course of several activities is read as completed only where a statement is about the course itself'
};
const MERGED = { id: 'pernyataan tentang orang dan kursus yang sama digabung menjadi satu baris', en: 'statements about the same person and course are put together in one row' };

export class Standings {
	readonly #named: string | null;
	readonly #standings = new Map<string, Standing>();

	/** `named`: the course of the whole file, as the sender says it. */
	constructor(named: string | null) {
		this.#named = named;
	}

	add(told: Told): void {
		const course = this.#named ?? told.subject.course;
		const key = `${told.nip} ${comparable(course)}`;
		const own = this.#standings.get(key);
		if (own) own.told.push(told);
		else this.#standings.set(key, { course, told: [told] });
	}

	/** One draft per person and course, in the order of the file. */
	drafts(reporter: Reporter): Draft[] {
		const all = [...this.#standings.values()];
		const courses = Map.groupBy(all, ({ course }) => comparable(course));
		const parts = new Map([...courses].map(([course, own]) => [course, partsOf(own)]));
		if (all.some(({ told }) => told.length > 1)) reporter.note(MERGED);
		return all.map((own) => this.#draftOf(own, parts.get(comparable(own.course)) ?? new Map(), reporter));
	}

	#draftOf({ course, told }: Standing, parts: ReadonlyMap<string, string>, reporter: Reporter): Draft {
		const done = told.filter((own) => completes(own.verb, own.completion));
		const completed = done.filter((own) => this.#aboutWhole(own, parts)).map(({ date }) => date).sort()[0] ?? null;
		if (done.length > 0 && completed === null) reporter.note(PARTS_ONLY);
		const tests = finalTests(told, parts);
		const outcomes = tests.map((own) => passes(own.verb, own.success)).filter((outcome) => outcome !== null);
		const scores = tests.flatMap(({ score }) => (score === null ? [] : [score]));
		const passed = outcomes.length === 0 ? null : outcomes.includes(true);
		const failed = passed === false ? tests.find((own) => passes(own.verb, own.success) === false) : undefined;
		if (failed) reporter.find('STATUS_FAIL_NOT_PASS', failed.place);
		return {
			row: told[0]?.place.row ?? 0,
			cells: {
				person_key: told[0]?.nip ?? null,
				agency: null,
				course,
				completed: completed === null ? null : true,
				completed_date: completed,
				last_date: told.map(({ date }) => date).sort().at(-1) ?? null,
				test_done: passed === null ? null : true,
				passed,
				score: scores.length === 0 ? null : Math.max(...scores),
				activities_completed: parts.size > 1 ? new Set(done.filter(({ object }) => parts.has(object)).map(({ object }) => object)).size : null
			}
		};
	}

	/** A part never completes its course; an object without one stands for itself, unless the sender names one course for several. */
	#aboutWhole({ subject }: Told, parts: ReadonlyMap<string, string>): boolean {
		return subject.about === 'course' || (subject.about === 'alone' && (this.#named === null || parts.size === 1));
	}
}

/** Objects of a course that are not the course itself, with their names. */
const partsOf = (standings: readonly Standing[]): Map<string, string> =>
	new Map(standings.flatMap(({ told }) => told.filter(({ subject }) => subject.about !== 'course').map((own): [string, string] => [own.object, own.subject.name])));

/** Where a course has a part that is called its final test, only that part tells who passed. */
function finalTests(told: readonly Told[], parts: ReadonlyMap<string, string>): readonly Told[] {
	const final = new Set([...parts].filter(([, name]) => FINAL_TEST.test(name)).map(([object]) => object));
	return parts.size > 1 && final.size > 0 ? told.filter(({ object, subject }) => final.has(object) || subject.about === 'course') : told;
}
