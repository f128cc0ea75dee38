/** The A4 brief (lembar ringkas): question and answer, key figures, two charts, what was done, what cannot be said, sources. */
import { takesPart } from '#etl/reference/cycles.ts';
import { formatDate, say } from '../../i18n/index.ts';
import { A4 as M } from '../../i18n/messages/a4.ts';
import { AREA } from '../../i18n/messages/area.ts';
import { notes } from '../notes/store.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { metricById } from '../../metrics/index.ts';
import type { A4Bar, A4Body, A4Model } from '../../ui/a4.ts';
import { fetchDates } from '../ask/dates.ts';
import { a4Path, mayZip, type A4Asked } from './a4-context.ts';
import { comparisonOf, knownEvents, RATE, timeOf } from './a4-charts.ts';
import { completeOf, doneOf, reportsOf } from './a4-done.ts';
import { keyOf } from './a4-key.ts';
import { firstSheet } from './a4-layout.ts';
import { markOf } from './a4-mark.ts';
import { figuresTable, realComparison, shownOf } from './a4-real.ts';
import { areaHref, leadOf } from './area-facts.ts';
import { limitsOf } from './area-limits.ts';
import { text } from './cards.ts';
import { areaName, cycleName, linkTo, metrics, pastCycles, type PageContext } from './context.ts';
import { figuresOf, unknownRecords } from './printed-figures.ts';
import { printedAddress } from './site-address.ts';

/** Defined in the brief itself; the rest has its page. */
const DEFINED = ['persons_reported', 'proven_per_1000', 'training_completion', 'events_prevention'] as const;
const DATED = [['cases', 'persons_reported'], ['training', 'training_completion'], ['events', 'events_prevention']] as const;
const DEFINED_REAL = ['persons_reported', 'events_prevention'] as const;

/** `site` is the origin of the request, for addresses that are printed; `now` stands in the mark of internal briefs only. */
export async function a4Page(asked: A4Asked, site: string, now: Date): Promise<A4Model> {
	const { context, region } = asked;
	const { lang, cycle } = context;
	const names = { area: areaName(region.code, lang), cycle: cycleName(cycle, lang) };
	const isContoh = context.filters.nature === 'contoh';
	const none = takesPart(cycle, region.code) === 'no';
	const [told, date] = await Promise.all([
		none ? { question: text(M.question, context, names), answer: text(M.noElection, context, names), body: null } : (isContoh ? contohPart : realPart)(asked, site),
		datedOf(context, region.code)
	]);
	const sheets = told.body ? 2 : 1;
	return {
		...told,
		answer: none ? `${told.answer} ${text(M.noElectionWhat, context, { ...names, names: electionsOf(context, region.code) })}` : told.answer,
		title: text(M.title, context, names),
		...names,
		name: text(M.name, context),
		site: text(M.site, context),
		mark: markOf(asked, now),
		contoh: isContoh ? text(M.contoh, context) : null,
		about: aboutOf(asked, site, names, none, date),
		pages: Array.from({ length: sheets }, (_, i) => text(M.page, context, { n: i + 1, of: sheets })),
		foot: `${names.area}, ${names.cycle} · ${text(M.release, context)} ${context.release.id}`
	};
}

const electionsOf = (context: PageContext, code: string): string =>
	pastCycles().filter((c) => takesPart(c.code, code) === 'yes').map((c) => cycleName(c.code, context.lang)).join(', ') || text(AREA.noneOfThem, context);

type Told = Pick<A4Model, 'question' | 'answer' | 'body'>;

/** The synthetic country: every figure from the ask engine. */
async function contohPart({ context, region }: A4Asked): Promise<Told> {
	const { code } = region;
	const [{ key, cells }, comparison, events, reports] = await Promise.all([keyOf(context, code), comparisonOf(context, region), knownEvents(context, region), reportsOf(context, region)]);
	const [time, done, limits] = await Promise.all([timeOf(context, region, events), doneOf(context, region, events), limitsOf(context, code, cells, reports, { powers: 1 })]);
	const lead = cells.find((c) => c.metric.id === RATE);
	const answer = lead ? leadOf(lead, context.lang) : '';
	return {
		question: text(M.question, context, { area: areaName(code, context.lang), cycle: cycleName(context.cycle, context.lang) }),
		answer,
		body: { key, published: null, comparison, first: firstSheet({ answer, key, published: null, comparison, done }), time, complete: null, done, ...closingOf(context, limits, DEFINED) }
	};
}

/** What is real: printed figures, events, completeness. The measures stand only in what is said to be unknown. */
async function realPart({ context, region }: A4Asked, site: string): Promise<Told> {
	const { code } = region;
	const { lang } = context;
	const [figures, { cells }, comparison, events, reports] = await Promise.all([figuresOf(context, code, region.kind === 'province'), keyOf(context, code), realComparison(context, region), knownEvents(context, region), reportsOf(context, region)]);
	const [time, done, limits] = await Promise.all([timeOf(context, region, events), doneOf(context, region, events), limitsOf(context, code, cells, reports, { printed: { n: figures.ofCycle.length, shown: shownOf(figures).length } })]);
	const published = figuresTable(context, code, figures, printedAddress(site, linkTo('/angka-terbit', context, code.includes('.') ? { region: code } : code === 'ID' ? { province: null, region: null } : { province: code }), lang));
	const prevention = events.filter((r) => r.class === 'prevention').length;
	const names = unknownRecords(context, cells, prevention > 0 ? ['events'] : []);
	const answer = text(M.answerReal, context, { figures: figures.ofCycle.length, events: prevention, rest: names === '' ? text(M.answerNoRest, context) : text(M.answerRest, context, { names }) });
	return {
		question: text(M.questionReal, context, { area: areaName(code, context.lang), cycle: cycleName(context.cycle, context.lang) }),
		answer,
		body: {
			key: null,
			published,
			comparison,
			first: firstSheet({ answer, key: null, published, comparison, done }),
			time,
			complete: completeOf(context, reports),
			done,
			...closingOf(context, limits, DEFINED_REAL)
		}
	};
}

function closingOf(context: PageContext, limits: readonly string[], defined: readonly string[]): Pick<A4Body, 'limits' | 'definitions'> {
	return {
		// Months may be hidden though no measure is: the chart says that itself.
		limits: { title: text(M.limits, context), sentences: limits.filter((sentence) => sentence !== text(AREA.nothingHidden, context)) },
		definitions: { title: text(M.definitions, context), lines: defined.flatMap((id) => metricById(id) ?? []).map((m) => [m.name[context.lang], m.about[context.lang]] as const) }
	};
}

/** To which date the data speak: of what was sent, each dataset its own; of what was compiled, the day of the release. */
async function datedOf(context: PageContext, code: string): Promise<string> {
	const { lang, release, filters, cycle } = context;
	if (filters.nature === 'real') return formatDate(release.manifest.as_of, lang);
	const dates = await Promise.all(
		DATED.map(async ([dataset, id]) => {
			const { latest } = await fetchDates({ metrics: metrics(id), regions: [code], cycles: [cycle], breakdown: null, nature: filters.nature }, release);
			return `${DATASET_NAMES[dataset][lang].toLowerCase()} ${formatDate(latest ?? release.manifest.as_of, lang)}`;
		})
	);
	return dates.join(', ');
}

/** Sources, dates, release, address, citation, errata. */
function aboutOf({ context, path, region }: A4Asked, site: string, names: { readonly area: string; readonly cycle: string }, none: boolean, date: string): A4Model['about'] {
	const { release, filters } = context;
	const address = printedAddress(site, path, context.lang);
	const sources = text(none ? M.sourcesNone : filters.nature === 'contoh' ? M.sourcesContoh : M.sourcesReal, context);
	return {
		title: text(M.about, context),
		lines: [
			[text(M.sources, context), `${sources} ${text(M.regions, context)}`],
			[text(M.dated, context), `${date}; ${text(M.release, context).toLowerCase()} ${release.id}`],
			[text(M.cite, context), text(M.citation, context, { ...names, nature: filters.nature === 'contoh' ? text(M.citeContoh, context) : '', release: release.id, date, address })],
			[text(M.errata, context), errataOf(context, region.code, site)]
		]
	};
}

function errataOf(context: PageContext, code: string, site: string): string {
	const where = text(M.errataWhere, context, { address: printedAddress(site, '/data#rilis', context.lang) });
	const n = notes().shown(context.filters.nature, [code]).length;
	return n === 0 ? where : text(M.errataNotes, context, { where, n, address: printedAddress(site, `/wilayah/${code}#catatan`, context.lang) });
}

/** Ways from the brief of so many pages; on screen only. */
export function barOf({ context, region, isPublic, path }: A4Asked, pages: number): A4Bar {
	const { lang, filters } = context;
	const other = lang === 'id' ? 'en' : 'id';
	const { code } = region;
	const area = areaName(code, lang);
	return {
		back: code === 'ID' ? { label: text(M.backOverview, context), href: linkTo('/', context, { province: null, region: null }) } : { label: text(M.back, context, { area }), href: areaHref(context, code) },
		hint: text(M.hint, context),
		print: text(M.print, context, { n: pages }),
		whom: isPublic ? null : text(M.internalWhom, context),
		links: [
			{ label: text(M.pdf, context, { n: pages }), href: path.replace('?', '/pdf?') },
			...(mayZip(region, isPublic, context.scope) ? [{ label: text(M.zip, context), href: path.replace('?', '/zip?') }] : []),
			{ label: text(filters.axis === 'days' ? PAGE.axisMonths : PAGE.axisDays, context), href: a4Path({ ...context, filters: { ...filters, axis: filters.axis === 'days' ? 'months' : 'days' } }, code, isPublic) },
			...(isPublic ? [] : [{ label: text(M.toPublic, context), href: a4Path(context, code, true) }])
		],
		language: { label: say(M.language, lang), href: a4Path({ ...context, filters: { ...filters, lang: other } }, code, isPublic), lang: other }
	};
}
