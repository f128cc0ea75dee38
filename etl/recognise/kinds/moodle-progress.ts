/** Moodle "activity completion": name, identity columns, then pairs of activity and date. Six exact states; "Selesai…" alone proves nothing. */
import { parseDate, profileDates } from '../../normalise/dates.ts';
import { comparable } from '../../normalise/text.ts';
import type { GridRow } from '../../read/grid.ts';
import { languageOf } from '../match.ts';
import { textAt, type Body, type Draft, type Header, type Kind, type Match, type Reporter } from '../types.ts';
import { courseOf, FINAL_TEST } from './course.ts';
import { identityColumns, nipColumn, nipColumnOf, personOf, withNip } from './people.ts';

export type ActivityState = 'done' | 'passed' | 'failed' | 'not_done';
const STATES: Readonly<Record<string, ActivityState>> = {
	completed: 'done',
	selesai: 'done',
	'not completed': 'not_done',
	'tidak selesai': 'not_done',
	'belum selesai': 'not_done',
	'completed (achieved pass grade)': 'passed',
	'selesai (mencapai nilai kelulusan)': 'passed',
	'completed (did not achieve pass grade)': 'failed',
	'selesai (tidak mencapai nilai kelulusan)': 'failed'
};

/** The state a cell names; an override ("ditetapkan oleh X") counts as what it overrides to. Undefined for any other word. */
export function activityState(text: string): ActivityState | undefined {
	const word = comparable(text).replace(/ \((set by|ditetapkan oleh|diatur oleh) .*\)$/, '');
	return Object.hasOwn(STATES, word) ? STATES[word] : undefined;
}

interface Activity {
	readonly name: string;
	readonly column: number;
}

function activitiesOf(header: Header, identity: ReadonlyMap<string, number>): Activity[] {
	const first = Math.max(0, ...identity.values()) + 1;
	const activities: Activity[] = [];
	for (let column = first; column < header.headings.length; column += 2) {
		const name = header.headings[column] ?? '';
		if (name !== '') activities.push({ name: name.replaceAll(';', ',').replaceAll('=', ':'), column });
	}
	return activities;
}

function match(header: Header, sample: readonly GridRow[]): Match | null {
	if (header.keys[0] !== '' || header.rows.length > 1) return null;
	const identity = identityColumns(header, 1, 8);
	const activities = activitiesOf(header, identity);
	const words = sample.flatMap((row) => activities.map((activity) => textAt(row, activity.column))).filter((text) => text !== '');
	const known = words.filter((text) => activityState(text) !== undefined).length;
	if (activities.length === 0 || known < Math.max(1, words.length * 0.6)) return null;
	const english = words.some((text) => /complet/i.test(text));
	return withNip({ score: 30 + identity.size, language: english ? 'en' : (languageOf(header) ?? 'id'), columns: identity, missing: [] }, sample);
}

/** The activities that are marked: a pass or fail state somewhere in the column. */
function gradedActivities(body: Body, activities: readonly Activity[]): Activity[] {
	return activities.filter((activity) => body.data.some((row) => /^(passed|failed)$/.test(activityState(textAt(row, activity.column)) ?? '')));
}


function drafts(body: Body, reporter: Reporter): Draft[] {
	const activities = activitiesOf(body.header, body.match.columns);
	const graded = gradedActivities(body, activities);
	const finalTest = graded.findLast((activity) => FINAL_TEST.test(activity.name)) ?? graded.at(-1) ?? null;
	const nip = nipColumn(body.match.columns, body.data);
	const dates = profileDates(body.data.flatMap((row) => activities.map((activity) => textAt(row, activity.column + 1))));
	const course = courseOf(reporter.context);
	reporter.dates(dates);
	if (finalTest) reporter.note({ id: `tes akhir: "${finalTest.name}"`, en: `final test: "${finalTest.name}"` });
	const found: Draft[] = [];
	for (const row of body.data) {
		const states = activities.map((activity) => ({ activity, state: stateOf(row, activity, reporter) }));
		const stamps = activities.flatMap((activity) => dateOf(row, activity.column + 1, dates, reporter));
		const last = stamps.toSorted().at(-1) ?? null;
		const done = states.filter(({ state }) => state === 'done' || state === 'passed').length;
		const completed = done === activities.length;
		const test = states.find(({ activity }) => activity === finalTest)?.state;
		if (test === 'failed' && finalTest) reporter.find('STATUS_FAIL_NOT_PASS', { row: row.row, column: finalTest.column, value: textAt(row, finalTest.column) });
		found.push({
			row: row.row,
			cells: {
				...personOf(body, nip, row),
				course,
				completed,
				completed_date: completed ? last : null,
				last_date: last,
				test_done: test === undefined ? null : test !== 'not_done',
				passed: test === undefined || test === 'done' ? null : test === 'passed',
				activities_completed: done,
				activities_total: activities.length,
				activities: states.map(({ activity, state }) => `${activity.name}=${state ?? ''}`).join(';')
			}
		});
	}
	return found;
}

function stateOf(row: GridRow, activity: Activity, reporter: Reporter): ActivityState | undefined {
	const text = textAt(row, activity.column);
	const state = activityState(text);
	if (state === undefined) reporter.find('STATUS_UNKNOWN', { row: row.row, column: activity.column, value: text });
	return state;
}

function dateOf(row: GridRow, column: number, profile: ReturnType<typeof profileDates>, reporter: Reporter): string[] {
	const text = textAt(row, column);
	if (text === '' || text === '-') return [];
	const date = parseDate(text, profile);
	if ('problem' in date) {
		reporter.find(date.problem, { row: row.row, column, value: text }, { reason: date.reason });
		return [];
	}
	if (date.iso > reporter.context.asOf) reporter.find('DATE_FUTURE', { row: row.row, column, value: text }, { asOf: reporter.context.asOf });
	return [date.iso];
}

export const moodleProgress: Kind = {
	kind: 'moodle_activity_completion',
	dataset: 'training',
	title: { id: 'Moodle: penyelesaian kegiatan', en: 'Moodle: activity completion' },
	match,
	nipColumn: nipColumnOf,
	width: (header) => (activitiesOf(header, identityColumns(header, 1, 8)).at(-1)?.column ?? 0) + 2,
	drafts
};
