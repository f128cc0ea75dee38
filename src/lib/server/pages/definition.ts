/** A metric's definition page, generated from the catalogue, with the submissions behind it. */
import type { Filters } from '../../filters/filters.ts';
import { say, type Lang } from '../../i18n/index.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { DEFINITION as M } from '../../i18n/messages/definition.ts';
import { BREAKDOWN_NAMES, UNITS } from '../../i18n/messages/status.ts';
import { breakdownsOf, measureById, METRIC_OWNER, METRICS, type Metric } from '../../metrics/index.ts';
import { datasetsOf } from '../ask/dates.ts';
import type { OpenRelease } from '../release/release.ts';
import { shortName } from './context.ts';
import { printed } from './printed.ts';

export interface Definition {
	readonly name: string;
	readonly about: string;
	readonly facts: readonly (readonly [string, string])[];
	readonly caveats: readonly string[];
	readonly submissions: readonly { readonly sender: string; readonly file: string; readonly asOf: string; readonly used: number; readonly quarantined: number }[];
}

const GUARDS = { cases: M.guardCases, pending: M.guardPending, people: M.guardPeople, open: M.guardOpen, entitled: M.guardEntitled } as const;

export async function definitionOf(metric: Metric, filters: Filters, release: OpenRelease): Promise<Definition> {
	const { lang } = filters;
	const numerator = measureById(metric.numerator);
	const all = datasetsOf([metric.numerator, ...(metric.denominator ? [metric.denominator] : [])]);
	const rows = await release.public.query(
		`SELECT regency, office, file_name, as_of, n_accepted, n_quarantined FROM submission WHERE nature = $1 AND list_contains($2, dataset) AND state = 'accepted' ORDER BY regency, as_of`,
		[filters.nature, all]
	);
	return {
		name: metric.name[lang],
		about: metric.about[lang],
		facts: [
			[say(M.unit, lang), say(UNITS[metric.unit], lang)],
			[say(M.numerator, lang), measureName(metric.numerator, lang)],
			[say(M.denominator, lang), metric.denominator ? measureName(metric.denominator, lang) : say(M.none, lang)],
			[say(M.method, lang), metric.method[lang]],
			[say(M.polarity, lang), say(metric.polarity === 'none' ? M.noDirection : M[metric.polarity], lang)],
			[say(M.breakdowns, lang), breakdownsOf(metric).map((b) => say(BREAKDOWN_NAMES[b], lang)).join(', ') || say(M.none, lang)],
			[say(M.sources, lang), `${metric.sources[lang]} (${all.map((d) => (d in DATASET_NAMES ? DATASET_NAMES[d as keyof typeof DATASET_NAMES][lang] : d)).join(', ')})`],
			[say(M.disclosure, lang), say(GUARDS[numerator.guard], lang)],
			[say(M.ownerWord, lang), METRIC_OWNER[lang]]
		],
		caveats: metric.caveats.map((c) => c[lang]),
		submissions: rows.map((r) => ({
			sender: r.regency === 'all' ? printed('body', r.office, lang) : shortName(String(r.regency)),
			file: String(r.file_name),
			asOf: String(r.as_of),
			used: Number(r.n_accepted),
			quarantined: Number(r.n_quarantined)
		}))
	};
}

/** The words of a measure: those of the metric that shows it alone, else its own. Throws for a measure without words. */
export function measureName(id: string, lang: Lang): string {
	const shown = METRICS.find((m) => m.numerator === id && m.denominator === null && m.interval === null);
	if (shown) return `${shown.name[lang]}: ${shown.about[lang]}`;
	if (id.startsWith('asn')) return METRICS.find((m) => m.id === 'asn_headcount')?.about[lang] ?? id;
	const aged = /^(followed|sanctioned_in)_(\d+)$/.exec(id);
	if (aged) return say(aged[1] === 'followed' ? M.followed : M.sanctionedIn, lang, { n: Number(aged[2]) });
	if (!Object.hasOwn(M.measures, id)) throw new Error(`no words for measure ${id}`);
	return say(M.measures[id as keyof typeof M.measures], lang);
}
