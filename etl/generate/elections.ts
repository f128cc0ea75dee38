/** What the generator needs to know of election cycles, read from the reference lists. */
import { cycles, stages } from '../reference/index.ts';
import type { IsoDate } from './calendar.ts';

export type Kind = 'pemilu' | 'pilkada';

/** Voting day of a cycle. Throws for a cycle without one. */
export function votingDay(cycle: string): IsoDate {
	const found = cycles().find((entry) => entry.code === cycle)?.voting_date;
	if (!found) throw new Error(`no voting day for ${cycle}`);
	return found;
}

/** Day on which candidates are determined: before it the forms SKB-01 to 06 apply, after it SKB-08 to 14. */
export function determinationDay(cycle: string): IsoDate {
	const found = stages().find((entry) => entry.cycle === cycle && entry.stage_code === 'PENETAPAN')?.start;
	if (!found) throw new Error(`no determination of candidates for ${cycle}`);
	return found;
}

export const kindOf = (cycle: string): Kind => (cycle.startsWith('PEMILU') ? 'pemilu' : 'pilkada');
