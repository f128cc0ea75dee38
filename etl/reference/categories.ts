/** The fixed lists of categories that tables are made of. */
import { stageBands } from './cycles.ts';
import { cycles, positions, violationTypes } from './index.ts';

/** Months from the start of a cycle to its end. */
function monthsOf(cycle: string): string[] {
	const found = cycles().find((c) => c.code === cycle);
	if (!found?.start || !found.end) return [];
	const months: string[] = [];
	for (let month = found.start.slice(0, 7); month <= found.end.slice(0, 7); ) {
		months.push(month);
		const [y = 0, m = 0] = month.split('-').map(Number);
		month = m === 12 ? `${y + 1}-01` : `${y}-${String(m + 1).padStart(2, '0')}`;
	}
	return months;
}

/** All categories of a breakdown that has a fixed list in that cycle, whether or not anybody was counted in them; null for an open list (agencies, courses). */
export function fixedCategories(breakdown: string, cycle: string): readonly string[] | null {
	switch (breakdown) {
		case 'month':
			return monthsOf(cycle);
		case 'stage':
			return stageBands(cycle).map((b) => b.code);
		case 'violation_type':
			return violationTypes().map((v) => v.code);
		case 'position':
			return [...new Set(positions().filter((p) => p.is_asn && p.group !== 'status').map((p) => p.stat_category))];
		case 'employment':
			return ['PNS', 'PPPK'];
		case 'holder':
			return ['bawaslu', 'supervisor', 'ppk'];
		case 'age':
			return ['0-30', '31-90', '91-180', '181+'];
		default:
			return null;
	}
}
