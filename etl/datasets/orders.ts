/** Which values of a row stand in the wrong order. */
import type { RowValue } from '../findings.ts';
import { appointedIn } from '../normalise/nip.ts';
import type { DatasetContract } from './contract.ts';

export interface BrokenOrder {
	/** Code of the finding. */
	readonly code: string;
	/** The column the finding is about. */
	readonly column: string;
	/** The column it must not exceed; null for the appointment in the NIP, which it must not precede. */
	readonly upper: string | null;
}

/** Pairs of the contract that are out of order, and dates before the person was appointed. `values`: typed, without those that break a rule of their own. */
export function brokenOrders(contract: DatasetContract, values: Readonly<Record<string, RowValue | undefined>>): BrokenOrder[] {
	const pairs = contract.order.flatMap(({ code, lower, upper }): BrokenOrder[] => {
		const [low, high] = [values[lower] ?? null, values[upper] ?? null];
		return low !== null && high !== null && typeof low === typeof high && low > high ? [{ code, column: lower, upper }] : [];
	});
	const nip = values['person_key'];
	if (typeof nip !== 'string' || !/^\d{18}$/.test(nip)) return pairs;
	const early = (contract.afterAppointment ?? []).filter((name) => {
		const date = values[name];
		return typeof date === 'string' && date < appointedIn(nip);
	});
	return [...pairs, ...early.map((column) => ({ code: 'DATE_ORDER', column, upper: null }))];
}
