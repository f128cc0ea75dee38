/** Questions of a quiz in words: titles, alpha in plain words, what to do. */
import { formatNumber, say, type Lang } from '../../i18n/index.ts';
import { ACTIONS, LOOKS, QUIZ as M } from '../../i18n/messages/quiz.ts';
import { STATUS } from '../../i18n/messages/status.ts';
import { ANSWERS_FOR_CORRELATION, ANSWERS_FOR_DIFFICULTY } from '../../statistics/index.ts';
import { needsLook, type Look } from '../ask/item-look.ts';
import type { CourseResult, OkCourse, OkItem } from '../ask/items.ts';

/** `text`: why a number is not there; `status`: how charts, tables and files mark it. */
export interface Missing {
	readonly text: string;
	readonly status: 'suppressed' | 'not_applicable';
}

/** Why something is not shown: hidden, or too few answers. */
export function missingText(result: { readonly status: 'suppressed'; readonly kind: 'primary' | 'secondary' } | { readonly status: 'too_few'; readonly needed: number }, lang: Lang): Missing {
	if (result.status === 'too_few') return { text: say(M.tooFewCell, lang, { needed: result.needed }), status: 'not_applicable' };
	return { text: say(result.kind === 'primary' ? STATUS.suppressed_primary : STATUS.suppressed_secondary, lang), status: 'suppressed' };
}

export const okItems = (course: OkCourse): readonly OkItem[] => course.items.filter((item) => item.status === 'ok');
export const toLookAt = (course: OkCourse): readonly OkItem[] => okItems(course).filter((item) => needsLook(item.look));
/** Whether any question could be judged by its share of right answers only. */
export const isByShare = (course: OkCourse): boolean => okItems(course).some((item) => item.look === 'share_fine');
export const lookText = (look: Look, lang: Lang): string => say(LOOKS[look], lang);

/** The card's title: the answer in a sentence. */
export function courseTitle(course: CourseResult, lang: Lang): string {
	if (course.status === 'suppressed') return say(M.suppressedTitle, lang);
	if (course.status === 'too_few') return say(M.tooFewTitle, lang, { persons: course.persons, needed: course.needed });
	const [all, looks] = [okItems(course).length, toLookAt(course)];
	if (all === 0) return say(M.allHidden, lang);
	const values = { look: looks.length, items: all, list: numbersOf(looks) };
	const none = isByShare(course) ? M.lookTitleShare : M.lookTitleNone;
	const title = looks.length === 0 ? none : looks.length === 1 ? M.lookTitleOne : looks.length === all ? M.lookTitleAll : M.lookTitle;
	const hidden = course.items.length - all;
	return say(title, lang, values) + (hidden > 0 ? say(M.hiddenTail, lang, { hidden }) : '');
}

const numbersOf = (items: readonly OkItem[]): string => items.map((item) => String(item.item)).join(', ');

/** What to do, one sentence for each kind of fault that occurs. */
export function actionsOf(course: OkCourse, lang: Lang): readonly string[] {
	return (Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]).flatMap((look) => {
		const items = okItems(course).filter((item) => item.look === look);
		return items.length > 0 ? [say(ACTIONS[look], lang, { list: numbersOf(items) })] : [];
	});
}

/** Alpha and the mean in a sentence each. */
export function alphaText(course: OkCourse, lang: Lang): string {
	const { alpha } = course;
	if (alpha.status === 'too_few') return say(M.alphaFew, lang, { needed: alpha.needed, persons: course.persons });
	if (alpha.status === 'suppressed') return say(M.alphaHidden, lang);
	if (alpha.value === null) return say(M.alphaNone, lang);
	// The usual reading of alpha: 0.7 for comparing groups (Nunnally 1978), above 0.9 repetition (Streiner 2003).
	const words = alpha.value < 0.5 ? M.alphaLow : alpha.value < 0.7 ? M.alphaMiddle : alpha.value <= 0.9 ? M.alphaGood : M.alphaHigh;
	return say(words, lang, { alpha: formatNumber(alpha.value, lang, 2) });
}

export function meanText(course: OkCourse, lang: Lang): string | null {
	return course.meanTotal === null ? null : say(M.meanTotal, lang, { mean: formatNumber(course.meanTotal, lang, 1), items: course.items.length });
}

/** Who was left out, and why. */
export function leftOutText(course: CourseResult, lang: Lang): string | null {
	if (course.status === 'suppressed') return null;
	return course.leftOut === 0 ? say(M.noteNobodyLeftOut, lang) : say(M.noteLeftOut, lang, { n: course.leftOut });
}

/** How it was counted: once on a page. */
export const methodNotes = (lang: Lang): readonly string[] => [say(M.noteFirst, lang), say(M.noteFrom, lang, { few: ANSWERS_FOR_DIFFICULTY, many: ANSWERS_FOR_CORRELATION }), say(M.noteShuffled, lang)];
