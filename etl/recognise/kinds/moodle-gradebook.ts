/** Moodle gradebook: marks only; it does not say who completed or passed. */
import { comparable, isMissing } from '../../normalise/text.ts';
import type { GridRow } from '../../read/grid.ts';
import { matchAliases, type Aliases } from '../match.ts';
import { input, textAt, type Body, type Draft, type Header, type Kind, type Match, type Reporter } from '../types.ts';
import { courseOf } from './course.ts';
import { IDENTITY, nipColumn, nipColumnOf, personOf, withNip } from './people.ts';

const ALIASES: Aliases = { ...IDENTITY, stamp: ['Last downloaded from this course', 'Terakhir diunduh dari kursus ini'] };
const REAL = /\((real|riil|percentage|persentase)\)$/;
const PERCENT = /\((percentage|persentase)\)$/;
const COURSE_TOTAL = /^(course total|total kursus|nilai akhir)\b/;

function match(header: Header, sample: readonly GridRow[]): Match | null {
	const graded = header.keys.filter((key) => REAL.test(key)).length;
	if (graded === 0 || header.rows.length > 1) return null;
	const found = matchAliases(header, ALIASES, ['first', 'last'], { weight: 6 + graded });
	return found && withNip(found, sample);
}

/** The mark on a scale of 100: a percentage of a test, else the course total, else the first real mark. */
function markColumn(header: Header): number | undefined {
	const find = (test: (key: string) => boolean) => header.keys.findIndex(test);
	const order = [find((key) => PERCENT.test(key) && !COURSE_TOTAL.test(key)), find((key) => COURSE_TOTAL.test(key) && REAL.test(key)), find((key) => REAL.test(key))];
	return order.find((column) => column >= 0);
}

function drafts(body: Body, reporter: Reporter): Draft[] {
	const nip = nipColumn(body.match.columns, body.data);
	const mark = markColumn(body.header);
	const course = courseOf(reporter.context);
	const heading = body.header.headings[mark ?? 0] ?? '';
	reporter.note({
		id: `nilai diambil dari kolom "${heading}"; penyelesaian dan kelulusan tidak disebut di buku nilai`,
		en: `marks are taken from the column "${heading}"; a gradebook does not say who completed or passed`
	});
	return body.data.map((row) => ({
		row: row.row,
		cells: { ...personOf(body, nip, row), course, completed: null, test_done: !isMissing(comparable(textAt(row, mark))), passed: null, score: input(row, mark) }
	}));
}

export const moodleGradebook: Kind = {
	kind: 'moodle_gradebook',
	dataset: 'training',
	title: { id: 'Moodle: buku nilai', en: 'Moodle: gradebook' },
	decimal: '.',
	match,
	nipColumn: nipColumnOf,
	drafts
};
