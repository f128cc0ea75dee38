/** Moodle activity completion and quiz reports, as the old writer (4.0), the Excel-compatible one and the download widget (5.1) make them. */
import { clock, longDate } from '../calendar.ts';
import { MARK_PER_QUESTION, MODULES, SURVEY, TEST, soonAfter, type Attempt, type Moment, type Outcome } from '../course.ts';

export type Language = 'id' | 'en';

const WORDS = {
	id: { number: 'Nomor ID', mail: 'Alamat surel', institution: 'Institusi', department: 'Departemen', done: 'Selesai', not: 'Tidak selesai', pass: 'Selesai (mencapai nilai kelulusan)', fail: 'Selesai (tidak mencapai nilai kelulusan)' },
	en: { number: 'ID number', mail: 'Email address', institution: 'Institution', department: 'Department', done: 'Completed', not: 'Not completed', pass: 'Completed (achieved pass grade)', fail: 'Completed (did not achieve pass grade)' }
} as const;

export interface ProgressOptions {
	readonly language: Language;
	/** Which identity columns the site shows between name and activities. */
	readonly identity: readonly ('number' | 'mail' | 'institution' | 'department')[];
	/** Expected date of the test: it stands as the heading of the test's date column. */
	readonly due: string;
}

/** Rows of an activity completion report: name, identity columns, then pairs of state and date. */
export function progressRows(outcomes: readonly Outcome[], options: ProgressOptions): string[][] {
	const words = WORDS[options.language];
	const header = ['', ...options.identity.map((column) => words[column]), ...MODULES.flatMap((module) => [module, '']), TEST, options.due, SURVEY, ''];
	return [header, ...outcomes.map((outcome) => progressRow(outcome, options, words))];
}

function progressRow(outcome: Outcome, options: ProgressOptions, words: (typeof WORDS)[Language]): string[] {
	const { person } = outcome;
	const identity = { number: person.nip, mail: person.email, institution: person.agency, department: person.position };
	const finished = outcome.attempts.filter((attempt) => attempt.state === 'finished');
	const tested = finished.at(-1);
	const state = tested ? (outcome.passed ? words.pass : words.fail) : words.not;
	const step = (moment: Moment | null): string[] => (moment ? [words.done, stamp(moment)] : [words.not, '']);
	return [
		person.name,
		...options.identity.map((column) => identity[column]),
		...outcome.modules.flatMap(step),
		state,
		tested ? stamp(soonAfter(tested.started, tested.seconds)) : '',
		...step(outcome.survey)
	];
}

const stamp = (moment: Moment): string => `${moment.date} ${clock(moment.seconds)}`;

const QUIZ_HEAD = ['Nama akhir', 'Nama Depan', 'Nomor ID', 'Institusi', 'Departemen', 'Alamat surel', 'Status', 'Dimulai pada', 'Selesai', 'Waktu mengerjakan'];
const QUIZ_STATES = { finished: 'Selesai mengerjakan', in_progress: 'Sedang dikerjakan', never_submitted: 'Tidak pernah mengerjakan' } as const;
const decimal = (value: number): string => value.toFixed(2).replace('.', ',');

/** Rows of a quiz grades report in Indonesian: one per attempt, one of dashes per person without any, the average last. */
export function quizRows(outcomes: readonly Outcome[]): string[][] {
	const questions = Array.from({ length: 10 }, (_, index) => `S. ${index + 1} /${decimal(MARK_PER_QUESTION)}`);
	const rows = outcomes.flatMap((outcome) => {
		const { person } = outcome;
		const who = [person.family, person.given, person.nip, person.agency, person.position, person.email];
		if (outcome.attempts.length === 0) return [[...who, ...dashes(4 + 1 + questions.length)]];
		return outcome.attempts.map((attempt) => [...who, ...attemptCells(attempt, questions.length)]);
	});
	return [[...QUIZ_HEAD, 'Nilai/100,00', ...questions], ...rows, averageRow(outcomes, questions.length)];
}

function attemptCells(attempt: Attempt, questions: number): string[] {
	const started = minuteStamp(attempt.started);
	if (attempt.grade === null) return [QUIZ_STATES[attempt.state], started, ...dashes(3 + questions)];
	return [
		QUIZ_STATES[attempt.state],
		started,
		minuteStamp(soonAfter(attempt.started, attempt.seconds)),
		`${Math.floor(attempt.seconds / 60)} min ${attempt.seconds % 60} detik`,
		decimal(attempt.grade),
		...attempt.items.map(decimal)
	];
}

function averageRow(outcomes: readonly Outcome[], questions: number): string[] {
	const finished = outcomes.flatMap((outcome) => outcome.attempts).filter((attempt) => attempt.grade !== null);
	const mean = (valueOf: (attempt: Attempt) => number): string =>
		decimal(finished.reduce((sum, attempt) => sum + valueOf(attempt), 0) / Math.max(1, finished.length));
	const items = Array.from({ length: questions }, (_, index) => mean((attempt) => attempt.items[index] ?? 0));
	return ['Rata-rata keseluruhan', ...Array<string>(9).fill(''), mean((attempt) => attempt.grade ?? 0), ...items];
}

/** `5 Maret 2026  14:22`: the comma of the language's format is lost, two spaces remain. */
const minuteStamp = (moment: Moment): string => `${longDate(moment.date)}  ${clock(moment.seconds).slice(0, 5)}`;
const dashes = (count: number): string[] => Array<string>(count).fill('-');
