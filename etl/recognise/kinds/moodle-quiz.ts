/** Moodle quiz grades and quiz responses: one row per attempt, a row of "-" for people without any, averages at the end. */
import { parseDate, profileDates } from '../../normalise/dates.ts';
import { parseNumber, profileNumbers } from '../../normalise/numbers.ts';
import { comparable, isMissing } from '../../normalise/text.ts';
import { codeForWord } from '../../normalise/words.ts';
import type { GridRow } from '../../read/grid.ts';
import { matchAliases, type Aliases } from '../match.ts';
import { input, textAt, type Body, type Draft, type Header, type Kind, type Match, type Reporter } from '../types.ts';
import { courseOf } from './course.ts';
import { IDENTITY, nipColumn, nipColumnOf, personOf, withNip } from './people.ts';

const ALIASES: Aliases = {
	...IDENTITY,
	state: ['State', 'Status', 'Keadaan'],
	started: ['Started on', 'Started', 'Dimulai pada', 'Dimulai'],
	finished: ['Completed', 'Selesai'],
	taken: ['Time taken', 'Duration', 'Waktu mengerjakan', 'Durasi']
};
const GRADE = /^(grade|nilai)\/([\d.,]+)$/;
const QUESTION = /^[qs]\. ?(\d+) ?\/ ?([\d.,]+)$/;
const NOT_GRADED = /^(not yet graded|requires grading|belum dinilai|meminta penilaian|membutuhkan penilaian)$/;

const RESPONSE = /^(?:response|jawaban|respons) (\d+)$/;
const RIGHT_ANSWER = /^(?:right answer|jawaban benar) (\d+)$/;
const QUESTION_TEXT = /^(?:question|soal) (\d+)$/;

const isResponse = (key: string): boolean => RESPONSE.test(key) || RIGHT_ANSWER.test(key) || QUESTION_TEXT.test(key);

/** Grades and responses have the same columns but for the questions. */
const matchOf = (responses: boolean) => (header: Header, sample: readonly GridRow[]): Match | null => {
	const grade = header.keys.findIndex((key) => GRADE.test(key));
	if (grade < 0 || header.rows.length > 1 || header.keys.some(isResponse) !== responses) return null;
	const found = matchAliases(header, ALIASES, ['state', 'started', 'finished'], { weight: 10 });
	return found && withNip({ ...found, columns: new Map([...found.columns, ['grade', grade]]) }, sample);
};

const maxOf = (key: string): number | null => {
	const text = (GRADE.exec(key) ?? QUESTION.exec(key))?.[2] ?? '';
	const parsed = parseNumber(text, profileNumbers([text]), false);
	return 'value' in parsed ? parsed.value : null;
};

interface Attempt {
	readonly row: GridRow;
	readonly state: string;
	/** Sorts attempts of a person; Z last where no start is known. */
	readonly startKey: string;
	readonly started: string | null;
	readonly finished: string | null;
}

type ItemReader = (row: GridRow) => string | null;

function drafts(body: Body, reporter: Reporter, items: ItemReader): Draft[] {
	const { columns } = body.match;
	const at = (name: string) => columns.get(name);
	const nip = nipColumn(columns, body.data);
	const profile = profileDates(body.data.map((row) => textAt(row, at('started'))));
	reporter.dates(profile);
	const attempts: Attempt[] = body.data.map((row) => {
		const start = moment(row, at('started'), profile, reporter);
		return { row, state: stateOf(row, at('state'), reporter), startKey: start?.key ?? 'Z', started: start?.iso ?? null, finished: moment(row, at('finished'), profile, reporter)?.iso ?? null };
	});
	const numbers = attemptNumbers(attempts, nip);
	const course = courseOf(reporter.context);
	const grade = at('grade');
	const maxGrade = maxOf(body.header.keys[grade ?? 0] ?? '');
	return attempts.map((attempt) => ({
		row: attempt.row.row,
		cells: {
			...personOf(body, nip, attempt.row),
			course,
			attempt_no: numbers.get(attempt) ?? 0,
			state: attempt.state,
			started_date: attempt.started,
			finished_date: attempt.finished,
			grade: NOT_GRADED.test(comparable(textAt(attempt.row, grade))) ? null : input(attempt.row, grade),
			max_grade: maxGrade,
			items: attempt.state === 'none' ? null : items(attempt.row)
		}
	}));
}

function stateOf(row: GridRow, column: number | undefined, reporter: Reporter): string {
	const text = textAt(row, column);
	if (isMissing(text)) return 'none';
	const state = codeForWord('state', text);
	if (!state) reporter.find('STATUS_UNKNOWN', { row: row.row, ...(column === undefined ? {} : { column }), value: text });
	return state ?? 'none';
}

function moment(row: GridRow, column: number | undefined, profile: ReturnType<typeof profileDates>, reporter: Reporter): { iso: string; key: string } | null {
	const text = textAt(row, column);
	if (isMissing(text) || column === undefined) return null;
	const date = parseDate(text, profile);
	if ('problem' in date) {
		reporter.find(date.problem, { row: row.row, column, value: text }, { reason: date.reason });
		return null;
	}
	if (date.iso > reporter.context.asOf) reporter.find('DATE_FUTURE', { row: row.row, column, value: text }, { asOf: reporter.context.asOf });
	return { iso: date.iso, key: `${date.iso} ${String(date.minutes ?? 0).padStart(4, '0')}` };
}

/** Attempts of a person are numbered by their start; a person without attempts has number 0. */
function attemptNumbers(attempts: readonly Attempt[], nip: number | undefined): Map<Attempt, number> {
	const people = new Map<string, Attempt[]>();
	for (const attempt of attempts) {
		if (attempt.state === 'none') continue;
		const person = textAt(attempt.row, nip) || `row ${attempt.row.row}`;
		people.set(person, [...(people.get(person) ?? []), attempt]);
	}
	const numbers = new Map<Attempt, number>();
	for (const own of people.values()) {
		own.toSorted((a, b) => a.startKey.localeCompare(b.startKey)).forEach((attempt, index) => numbers.set(attempt, index + 1));
	}
	return numbers;
}

/** Marks of the questions as `reached/maximum;…`; empty where a question is not graded. */
function markReader(body: Body): ItemReader {
	const questions = body.header.keys.flatMap((key, column) => (QUESTION.test(key) ? [{ column, max: maxOf(key) }] : []));
	const profiles = new Map(questions.map((q) => [q.column, profileNumbers(body.data.map((row) => textAt(row, q.column)))]));
	return (row) => {
		if (questions.length === 0) return null;
		return questions
			.map((q) => {
				const profile = profiles.get(q.column);
				const parsed = profile ? parseNumber(textAt(row, q.column), profile, false) : null;
				return parsed && 'value' in parsed ? `${parsed.value}/${q.max ?? ''}` : '';
			})
			.join(';');
	};
}

export const moodleQuiz: Kind = {
	kind: 'moodle_quiz_grades',
	dataset: 'quiz',
	title: { id: 'Moodle: nilai kuis', en: 'Moodle: quiz grades' },
	checkTotals: false,
	match: matchOf(false),
	nipColumn: nipColumnOf,
	drafts: (body, reporter) => drafts(body, reporter, markReader(body))
};

/** Empty and "-": nothing was answered. Words like "tidak ada" may be an answer. */
const answerIn = (row: GridRow, column: number): string => comparable(textAt(row, column)).replace(/^-$/, '');

/** `1/1` where a response is the right answer, `0/1` where it is another; empty without either. Null when no right answers are given. */
function answerReader({ keys }: Header): ItemReader {
	const numbered = (pattern: RegExp) => new Map(keys.flatMap((key, column): [string, number][] => (pattern.test(key) ? [[pattern.exec(key)?.[1] ?? '', column]] : [])));
	const right = numbered(RIGHT_ANSWER);
	const questions = [...numbered(RESPONSE)].map(([number, response]) => ({ response, right: right.get(number) }));
	if (right.size === 0) return () => null;
	return (row) =>
		questions
			.map((question) => {
				const [response, answer] = [answerIn(row, question.response), question.right === undefined ? '' : answerIn(row, question.right)];
				return response === '' || answer === '' ? '' : response === answer ? '1/1' : '0/1';
			})
			.join(';');
}

export const moodleQuizResponses: Kind = {
	kind: 'moodle_quiz_responses',
	dataset: 'quiz',
	title: { id: 'Moodle: jawaban kuis', en: 'Moodle: quiz responses' },
	checkTotals: false,
	match: matchOf(true),
	nipColumn: nipColumnOf,
	unspoken: (header) => header.keys.flatMap((key, column) => (isResponse(key) ? [column] : [])),
	drafts: (body, reporter) => {
		reporter.note({ id: 'teks soal dan jawaban hanya dibandingkan, tidak dimuat', en: 'the texts of questions and answers are only compared, not loaded' });
		return drafts(body, reporter, answerReader(body.header));
	}
};
