/** Times and scores of xAPI statements → local dates and marks from 0 to 100. */
import { isMissing } from '../../normalise/text.ts';
import type { Region } from '../../reference/areas.ts';
import type { Reporter } from '../types.ts';

/** A cell as a finding names it. */
export interface Place {
	readonly row: number;
	readonly column: number;
	readonly value: string;
}

const HOURS_EAST: Readonly<Record<Region['timeZone'], number>> = { WIB: 7, WITA: 8, WIT: 9 };
const STAMP = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/i;
const UNREADABLE = { id: 'bukan waktu ISO 8601', en: 'it is not a time in ISO 8601' };

/** The day on which it was there, in the time zone of the area; a time without a zone is local. Null after saying what is wrong. */
export function localDate(at: Place, zone: Region['timeZone'], reporter: Reporter): string | null {
	const [, clock, , , offset = ''] = STAMP.exec(at.value) ?? [];
	const time = STAMP.test(at.value) ? momentOf(at.value, offset) : Number.NaN;
	if (Number.isNaN(time)) {
		reporter.find('DATE_INVALID', at, { reason: UNREADABLE });
		return null;
	}
	const iso = clock && offset !== '' ? new Date(time + HOURS_EAST[zone] * 3_600_000).toISOString().slice(0, 10) : at.value.slice(0, 10);
	if (iso <= reporter.context.asOf) return iso;
	reporter.find('DATE_FUTURE', at, { asOf: reporter.context.asOf });
	return null;
}

/** Milliseconds; a day that the calendar does not have is no number, where Date would take the next. */
function momentOf(value: string, offset: string): number {
	const day = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
	if (Number.isNaN(day) || !new Date(day).toISOString().startsWith(value.slice(0, 10))) return Number.NaN;
	const clock = value.slice(10, value.length - offset.length).replace(',', '.').replace(/(\.\d{3})\d+$/, '$1');
	const zone = /^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase();
	return Date.parse(`${value.slice(0, 10)}${clock || 'T00:00'}${zone || 'Z'}`);
}

const SHARE = { id: 'harus 0–1', en: 'must be 0–1' };
const MARK = { id: 'harus 0 sampai nilai tertingginya', en: 'must be between 0 and its maximum' };

/** The mark: `scaled` as a share, else `raw` of `max`, rounded to four decimals; null without one, undefined after saying what is wrong with it. */
export function scoreOf(places: { readonly scaled: Place; readonly raw: Place; readonly max: Place }, reporter: Reporter): number | null | undefined {
	const { scaled, raw, max } = places;
	const isShare = !isMissing(scaled.value);
	if (!isShare && (isMissing(raw.value) || isMissing(max.value))) return null;
	const at = isShare ? scaled : raw;
	const share = isShare ? Number(scaled.value) : Number(raw.value) / Number(max.value);
	if (!Number.isFinite(share)) reporter.find('NUMBER_INVALID', at, { why: '' });
	else if (share < 0 || share > 1) reporter.find('VALUE_OUT_OF_RANGE', at, { range: isShare ? SHARE : MARK });
	else return Math.round(share * 1_000_000) / 10_000;
	return undefined;
}
