/** What the reader pressed, in every area and over the cycles: one category of one breakdown. */
import type { Tone } from '../../charts/types.ts';
import type { Pick } from '../../filters/pick.ts';
import { say } from '../../i18n/index.ts';
import { PRESS as M } from '../../i18n/messages/press.ts';
import type { Answer } from '../ask/types.ts';
import { BREAKDOWN_NAMES } from '../../i18n/messages/status.ts';
import { areaChart, areaTable, coverageNote, cycleBars, makeCard, numberOf, text, type PageCard } from './cards.ts';
import { areaName, askPage, cycleName, pastCycles, provinces, type PageContext } from './context.ts';
import { shortCategory } from './words.ts';

const IDS = ['persons_reported', 'persons_proven'] as const;
const TONES: readonly Tone[] = [{ kind: 'step', step: 0 }, { kind: 'step', step: 2 }];

/** Rows of the chart at most; the table has all. */
const MOST = 15;

/** Cards about the pick: by area, and for what exists in every cycle also over the cycles. */
export function pickedCards(page: PageContext, pick: Pick): Promise<readonly PageCard[]> {
	const context = { ...page, filters: { ...page.filters, from: null, to: null } };
	const everyCycle = pick.breakdown === 'violation_type' || pick.breakdown === 'position';
	return Promise.all([areasCard(context, pick), ...(everyCycle ? [cyclesCard(context, pick)] : [])]);
}

const nameOf = ({ breakdown, category }: Pick, context: PageContext): string => shortCategory(breakdown, category, context.lang);

/** Without a chosen area: the provinces, those with most first, hidden ones last. */
function ordered(answer: Answer, areas: readonly string[], cycle: string): readonly string[] {
	const shown = (area: string): number => numberOf(answer, IDS[0], area, cycle) ?? -1;
	return areas.toSorted((a, b) => shown(b) - shown(a) || a.localeCompare(b));
}

async function areasCard(context: PageContext, pick: Pick): Promise<PageCard> {
	const all = context.focus === 'ID';
	const asked = all ? [...provinces().map((p) => p.code), 'ID'] : context.areas;
	const answer = await askPage(context, IDS, { ...pick, regions: asked });
	const areas = all ? ordered(answer, asked.filter((a) => a !== 'ID'), context.cycle) : asked.filter((a) => a !== 'ID');
	const [reported, proven] = IDS.map((id) => numberOf(answer, id, context.focus, context.cycle));
	const about = { name: nameOf(pick, context), area: areaName(context.focus, context.lang), cycle: cycleName(context.cycle, context.lang) };
	const title =
		typeof reported === 'number' && typeof proven === 'number'
			? text(M.areasKnown, context, { ...about, reported, proven })
			: text(M.areasTitle, context, about);
	const subtitle = text(M.areasSub, context, { what: say(BREAKDOWN_NAMES[pick.breakdown], context.lang) });
	const chart = areaChart(context, answer, 'bar', areas.slice(0, MOST), TONES);
	return makeCard(context, { id: 'pilihan', title, subtitle, notes: [...(areas.length > MOST && areas.some((a) => numberOf(answer, IDS[0], a, context.cycle) !== null) ? [text(M.most, context, { n: MOST, all: areas.length })] : []), ...coverageNote(context, answer)] }, chart, areaTable(context, answer, [...areas, 'ID']), [answer]);
}

async function cyclesCard(context: PageContext, pick: Pick): Promise<PageCard> {
	const answer = await askPage(context, IDS, { ...pick, regions: [context.focus], cycles: pastCycles().map((c) => c.code) });
	const { chart, table } = cycleBars(context, answer, context.focus, TONES);
	const title = text(M.cyclesTitle, context, { name: nameOf(pick, context), area: areaName(context.focus, context.lang) });
	return makeCard(context, { id: 'pilihan-siklus', title, subtitle: text(M.cyclesSub, context) }, chart, table, [answer]);
}
