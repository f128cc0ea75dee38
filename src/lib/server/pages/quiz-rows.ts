/** Questions of a quiz as rows of a brief. */
import { say } from '../../i18n/index.ts';
import { QUIZ as M } from '../../i18n/messages/quiz.ts';
import type { CourseResult, ItemResult, ItemsAnswer } from '../ask/items.ts';
import type { BriefRow, BriefStatus } from '../export/brief.ts';
import { areaName, pastCycles, type PageContext } from './context.ts';
import { lookText, missingText } from './quiz-words.ts';

interface Figure {
	readonly metric: string;
	readonly breakdown: 'item' | 'course';
	readonly category: string;
	readonly unit: string | null;
	readonly status: BriefStatus;
	readonly value?: number;
	readonly numerator?: number;
	readonly denominator?: number;
	readonly interval?: { readonly lower: number; readonly upper: number };
	readonly note: string | null;
}
type Missed = Parameters<typeof missingText>[0];

/** One row per question (category = its number, note = course and what to look at) and per value of the course. */
export function courseRows(context: PageContext, answer: Pick<ItemsAnswer, 'region'> & { readonly asOf: string }, course: CourseResult): readonly BriefRow[] {
	const { lang, filters, release, cycle } = context;
	const about = say(M.courseNote, lang, { course: course.course });
	const period = pastCycles().find((c) => c.code === cycle);
	const missing = (result: Missed): Pick<Figure, 'status' | 'note'> => {
		const { text, status } = missingText(result, lang);
		return { status, note: `${about}; ${text}` };
	};
	const row = ({ interval, value, numerator, denominator, ...figure }: Figure): BriefRow => ({
		release: release.id,
		nature: filters.nature,
		source: `Pantau; ${say(M.source, lang)}`,
		as_of: answer.asOf,
		cycle,
		region_code: answer.region,
		region_name: areaName(answer.region, lang),
		...figure,
		period_start: period?.start ?? null,
		period_end: period?.voting_date ?? null,
		numerator: numerator ?? null,
		denominator: denominator ?? null,
		value: value ?? null,
		ci95_lower: interval?.lower ?? null,
		ci95_upper: interval?.upper ?? null,
		benchmark: null,
		benchmark_value: null,
		verdict: null,
		definition: '/definisi/quiz_score'
	});
	const ofCourse = { breakdown: 'course', category: course.course } as const;
	if (course.status === 'suppressed') return [row({ ...ofCourse, metric: 'quiz_persons', unit: 'persons', ...missing(course) })];
	const counts = [
		row({ ...ofCourse, metric: 'quiz_persons', unit: 'persons', status: 'ok', value: course.persons, numerator: course.persons, note: null }),
		row({ ...ofCourse, metric: 'quiz_left_out', unit: 'persons', status: 'ok', value: course.leftOut, numerator: course.leftOut, note: null })
	];
	if (course.status === 'too_few') return [...counts, row({ ...ofCourse, metric: 'quiz_item_difficulty', unit: 'percent', ...missing(course) })];
	const hidden: Missed = { status: 'suppressed', kind: 'secondary' };
	const coefficient = (metric: string, at: Pick<Figure, 'breakdown' | 'category'>, value: number | null, note: string | null): BriefRow =>
		row(value === null ? { ...at, metric, unit: null, status: 'not_applicable', note: `${about}; ${say(M.undefined, lang)}` } : { ...at, metric, unit: null, status: 'ok', value, note });
	const itemRows = (item: ItemResult): readonly BriefRow[] => {
		const at = { breakdown: 'item', category: String(item.item) } as const;
		if (item.status === 'suppressed') return [row({ ...at, metric: 'quiz_item_difficulty', unit: 'percent', ...missing(item) })];
		const { difficulty, right, persons, meanShare, separation } = item;
		const share = { ...at, metric: 'quiz_item_mean_share', unit: 'percent' } as const;
		return [
			row({ ...at, metric: 'quiz_item_difficulty', unit: 'percent', status: 'ok', value: difficulty.value, numerator: right, denominator: persons, interval: difficulty, note: `${about}; ${lookText(item.look, lang)}` }),
			meanShare === null ? row({ ...share, ...missing(hidden) }) : row({ ...share, status: 'ok', value: meanShare, note: about }),
			...(separation.status === 'ok'
				? [coefficient('quiz_item_rest', at, separation.itemRest, about), coefficient('quiz_item_discrimination', at, separation.discrimination, about), coefficient('quiz_alpha_without', at, separation.alphaWithout, about)]
				: ['quiz_item_rest', 'quiz_item_discrimination', 'quiz_alpha_without'].map((metric) => row({ ...at, metric, unit: null, ...missing(separation) })))
		];
	};
	return [
		...counts,
		course.alpha.status === 'ok' ? coefficient('quiz_alpha', ofCourse, course.alpha.value, null) : row({ ...ofCourse, metric: 'quiz_alpha', unit: null, ...missing(course.alpha) }),
		course.meanTotal === null ? row({ ...ofCourse, metric: 'quiz_mean_total', unit: null, ...missing(hidden) }) : row({ ...ofCourse, metric: 'quiz_mean_total', unit: null, status: 'ok', value: course.meanTotal, note: null }),
		...course.items.flatMap(itemRows)
	];
}
