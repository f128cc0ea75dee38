/** The scale of time axes that the reader chose: calendar months, or days to voting day. The rows of tables say the same. */
import { daySpan, monthSpan } from '../../charts/day-axis.ts';
import type { ChartSpec, Link } from '../../charts/types.ts';
import { filterQuery } from '../../filters/filters.ts';
import { formatDate, say, upperFirst } from '../../i18n/index.ts';
import { BREAKDOWN_NAMES } from '../../i18n/messages/status.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { pastCycles, type PageContext } from './context.ts';

const votingDayOf = (cycle: string): string | null => pastCycles().find((c) => c.code === cycle)?.voting_date ?? null;

/** The voting day that time axes count to; null where they show months. */
export const daysTo = (context: PageContext, cycle: string = context.cycle): string | null => (context.filters.axis === 'days' ? votingDayOf(cycle) : null);

/** What a chart over time takes of it. */
export function axisOf(context: PageContext, cycle: string = context.cycle): { readonly daysTo?: string } {
	const vote = daysTo(context, cycle);
	return vote === null ? {} : { daysTo: vote };
}

/** The head of a column of months. */
export const monthColumn = (context: PageContext): string => upperFirst(say(daysTo(context) === null ? BREAKDOWN_NAMES.month : PAGE.daysColumn, context.lang));

/** "Nov 2024", or "H−26 sampai H+3 (Nov 2024)". */
export function monthWord(context: PageContext, month: string): string {
	const [vote, name] = [daysTo(context), formatDate(month, context.lang, 'short')];
	return vote === null ? name : say(PAGE.inDays, context.lang, { days: monthSpan(month, vote, context.lang), date: name });
}

/** "7 Okt 2024", or "H−51 (7 Okt 2024)"; a month has the days of the month, a year none. */
export const dateWord = (context: PageContext, date: string): string => dateTo(context, date, daysTo(context));

/** "H−51 (7 Okt 2024)" also where axes show months: in a sentence, which has none. */
export const dateBeforeVote = (context: PageContext, date: string): string => dateTo(context, date, votingDayOf(context.cycle));

function dateTo(context: PageContext, date: string, vote: string | null): string {
	const name = formatDate(date, context.lang, 'short');
	if (vote === null || date.length === 4) return name;
	const days = date.length === 7 ? monthSpan(date, vote, context.lang) : daySpan(date, date, vote, context.lang);
	return say(PAGE.inDays, context.lang, { days, date: name });
}

/** The way to the other scale, at each chart over time: the same page, back at the card. `change`: filters that the path names already. */
export function axisSwitch(context: PageContext, card: { readonly id: string; readonly chart: ChartSpec | null }, change: { readonly region?: null; readonly province?: null }): Link | null {
	if (card.chart?.kind !== 'time' && card.chart?.kind !== 'events') return null;
	const isDays = context.filters.axis === 'days';
	const query = filterQuery(context.filters, { ...change, axis: isDays ? 'months' : 'days' }, context.own) || '?';
	return { href: `${query}#${card.id}`, label: say(isDays ? PAGE.axisMonths : PAGE.axisDays, context.lang) };
}
