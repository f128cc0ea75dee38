/** The check's answer as the page shows it: how the file was read, and findings by cause with their first places. */
import { titleOfKind } from '#etl/recognise/index.ts';
import { say, type Lang } from '../../i18n/index.ts';
import { CHECK, DATE_ORDERS, LANGUAGES } from '../../i18n/messages/check.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { FINDINGS } from '../../i18n/messages/findings.ts';
import type { CheckedFileView, FindingCause } from '../../ui/check.ts';
import type { CheckAnswer, CheckFinding } from './check.ts';

/** Places shown for one cause. */
const PLACES = 5;

const ORDER = ['error', 'warning', 'info'] as const;

/** The view of an answer. `file` is the name its sender gave it. */
export function checkView(answer: CheckAnswer, file: string, lang: Lang): CheckedFileView {
	const { outcome, rows, resubmission, recognised } = answer;
	return {
		title: say(CHECK.answerOf, lang, { file }),
		headline: say(CHECK[outcome], lang, rows),
		bad: outcome === 'reject_file' || outcome === 'quarantine_rows',
		counted: rows.read > 0,
		rows: say(CHECK.rows, lang, rows),
		compared: say(CHECK.compared, lang, resubmission),
		read: howRead(answer, lang),
		left: recognised.dropped,
		causes: causesOf(answer.findings, lang)
	};
}

function howRead({ dataset, recognised: r }: CheckAnswer, lang: Lang): CheckedFileView['read'] {
	const named = dataset !== null && Object.hasOwn(DATASET_NAMES, dataset) ? DATASET_NAMES[dataset as keyof typeof DATASET_NAMES][lang] : dataset;
	const listed: readonly (readonly [keyof typeof CHECK, string | null])[] = [
		['kind', titleOfKind(r.kind)?.[lang] ?? say(CHECK.unknown, lang)],
		['data', named],
		['language', r.language === null ? null : (LANGUAGES[r.language]?.[lang] ?? r.language)],
		['encoding', r.encoding],
		['delimiter', r.delimiter === '\t' ? 'TAB' : r.delimiter],
		['sheet', r.sheet],
		['headerRows', r.headerRows.length ? r.headerRows.join(', ') : null],
		['dateOrder', r.dateOrder === null ? null : (DATE_ORDERS[r.dateOrder]?.[lang] ?? r.dateOrder)],
		['decimal', r.decimal]
	];
	return listed.flatMap(([label, value]) => (value === null ? [] : [{ label: say(CHECK[label], lang), value }]));
}

function causesOf(findings: readonly CheckFinding[], lang: Lang): FindingCause[] {
	const groups = [...Map.groupBy(findings, ({ code, column }) => `${code} ${column ?? ''}`).values()];
	const causes = groups.flatMap((group): FindingCause[] => {
		const [first] = group;
		if (!first) return [];
		const title = FINDINGS[first.code]?.[lang] ?? first.code;
		return [
			{
				code: first.code,
				severity: first.severity,
				title: `${title.charAt(0).toUpperCase()}${title.slice(1)}${first.heading === null ? '' : ` (${first.heading})`}`,
				count: group.length > 1 ? say(CHECK.times, lang, { n: group.length }) : null,
				places: group.slice(0, PLACES).map(({ message }) => message),
				remedy: first.remedy,
				more: group.length > PLACES ? say(CHECK.more, lang, { n: group.length - PLACES }) : null
			}
		];
	});
	return causes.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
