/** Moodle "course completion": an empty cell is "not complete", a date is "complete". */
import { parseDate, profileDates } from '../../normalise/dates.ts';
import { isMissing } from '../../normalise/text.ts';
import type { GridRow } from '../../read/grid.ts';
import { matchAliases, type Aliases } from '../match.ts';
import { input, textAt, type Body, type Draft, type Header, type Kind, type Match, type Reporter } from '../types.ts';
import { courseOf } from './course.ts';
import { activityState } from './moodle-progress.ts';
import { IDENTITY, nipColumn, nipColumnOf, personOf, withNip } from './people.ts';

const ALIASES: Aliases = { ...IDENTITY, userid: ['ID'], complete: ['Course complete', 'Kelas selesai', 'Kursus selesai'] };
const DATE_HEADING = / - (completion date|tanggal penyelesaian)$/;

function match(header: Header, sample: readonly GridRow[]): Match | null {
	if (header.keys[0] !== 'id' || header.rows.length > 1) return null;
	const found = matchAliases(header, ALIASES, ['userid', 'complete'], { weight: 8 });
	return found && withNip(found, sample);
}

function drafts(body: Body, reporter: Reporter): Draft[] {
	const { columns } = body.match;
	const complete = columns.get('complete');
	const nip = nipColumn(columns, body.data);
	const activities = body.header.keys.flatMap((key, column) => (DATE_HEADING.test(key) && column > 0 ? [{ column: column - 1, name: (body.header.headings[column - 1] ?? '').replaceAll(';', ',').replaceAll('=', ':') }] : []));
	const dateColumns = body.header.keys.flatMap((key, column) => (DATE_HEADING.test(key) || column === complete ? [column] : []));
	const profile = profileDates(body.data.flatMap((row) => dateColumns.map((column) => textAt(row, column))));
	const graded = activities.filter(({ column }) => body.data.some((row) => /^(passed|failed)$/.test(activityState(textAt(row, column)) ?? '')));
	const test = graded.at(-1);
	const course = courseOf(reporter.context);
	return body.data.map((row) => {
		const dates = dateColumns.map((column) => dateIn(row, column, profile)).filter((date) => date !== null).toSorted();
		const state = test && activityState(textAt(row, test.column));
		if (test && state === 'failed') reporter.find('STATUS_FAIL_NOT_PASS', { row: row.row, column: test.column, value: textAt(row, test.column) });
		for (const activity of activities) {
			const text = textAt(row, activity.column);
			if (activityState(text) === undefined && !isMissing(text)) reporter.find('STATUS_UNKNOWN', { row: row.row, column: activity.column, value: text });
		}
		return {
			row: row.row,
			cells: {
				...personOf(body, nip, row),
				course,
				completed: !isMissing(textAt(row, complete)),
				completed_date: input(row, complete),
				last_date: dates.at(-1) ?? null,
				test_done: state === undefined ? null : state !== 'not_done',
				passed: state === undefined || state === 'done' ? null : state === 'passed',
				activities: activities.length ? activities.map(({ column, name }) => `${name}=${activityState(textAt(row, column)) ?? 'not_done'}`).join(';') : null
			}
		};
	});
}

function dateIn(row: GridRow, column: number, profile: ReturnType<typeof profileDates>): string | null {
	const text = textAt(row, column);
	const date = isMissing(text) ? null : parseDate(text, profile);
	return date && 'iso' in date ? date.iso : null;
}

export const moodleCompletion: Kind = {
	kind: 'moodle_course_completion',
	dataset: 'training',
	title: { id: 'Moodle: penyelesaian kursus', en: 'Moodle: course completion' },
	match,
	nipColumn: nipColumnOf,
	drafts
};
