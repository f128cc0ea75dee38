/** Months as `YYYY-MM`. */

export function shiftMonth(month: string, by: number): string {
	const [y = 0, m = 1] = month.split('-').map(Number);
	return new Date(Date.UTC(y, m - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Months from `from` to `to`, both included; empty when `from` is later. */
export function monthsBetween(from: string, to: string): readonly string[] {
	const months: string[] = [];
	for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month);
	return months;
}

export const nextDay = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** First and last month that lie whole between two days, both included. The last is before the first where there is none. */
export const wholeMonths = (start: string, end: string): readonly [string, string] => [
	start.slice(8) === '01' ? start.slice(0, 7) : shiftMonth(start.slice(0, 7), 1),
	nextDay(end).slice(8) === '01' ? end.slice(0, 7) : shiftMonth(end.slice(0, 7), -1)
];
