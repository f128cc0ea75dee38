/** Calendar arithmetic on ISO dates, in whole days and in fractional months. No time zones: a date is a date. */
const DAY = 86_400_000;

/** Days since 1970-01-01 of `YYYY-MM-DD`. Throws on anything else. */
export function dayNumber(iso: string): number {
	const time = Date.parse(`${iso}T00:00:00Z`);
	if (Number.isNaN(time)) throw new Error(`"${iso}" is not an ISO date`);
	return time / DAY;
}

export function isoOfDay(day: number): string {
	return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Position of a date on an axis of equally wide months: 0 = first day of the first month. */
export function monthPosition(iso: string, months: readonly string[]): number {
	const first = months[0];
	if (first === undefined) return 0;
	const [y0, m0] = first.split('-').map(Number);
	const [y, m, d] = iso.split('-').map(Number);
	if (y0 === undefined || m0 === undefined || y === undefined || m === undefined) return 0;
	const length = new Date(Date.UTC(y, m, 0)).getUTCDate();
	return (y - y0) * 12 + (m - m0) + ((d ?? 1) - 1) / length;
}

/** First days of the months from `start` to `end` (both ISO), every `step` months counted from January. */
export function monthStarts(start: string, end: string, step: number): string[] {
	const out: string[] = [];
	let year = Number(start.slice(0, 4));
	let month = Number(start.slice(5, 7));
	for (;;) {
		const iso = `${year}-${String(month).padStart(2, '0')}-01`;
		if (iso > end) return out;
		if (iso >= start && (month - 1) % step === 0) out.push(iso);
		month += 1;
		if (month > 12) {
			month = 1;
			year += 1;
		}
	}
}
