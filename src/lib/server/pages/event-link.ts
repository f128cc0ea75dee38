/** The way from an event to what happened before and after it. */
import { createHash } from 'node:crypto';
import type { Row } from '../warehouse/warehouse.ts';
import { linkTo, type PageContext } from './context.ts';

export const EVENT_PARAMETER = 'event';

/** A short name of an event for the URL, the same in every release that holds it. */
export const eventId = (row: Row): string => createHash('sha256').update([row.regency, row.event_date, row.title].map(String).join('\u001f')).digest('hex').slice(0, 12);

/** Known to the day: only then it can be placed among the reports. */
export const isDated = (row: Row): boolean => String(row.event_date).length === 10;

/** The address of an event's page. */
export function eventHref(context: PageContext, row: Row): string {
	const base = linkTo('/sebelum-sesudah', context, { region: String(row.regency), province: null, from: null, to: null, cycle: row.cycle === null || row.cycle === undefined ? context.cycle : String(row.cycle) });
	return `${base}${base.includes('?') ? '&' : '?'}${EVENT_PARAMETER}=${eventId(row)}`;
}
