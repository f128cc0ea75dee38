/** Targets that somebody decided on; a metric without a line has none, and is never compared with one. */
import { z } from 'zod';
import { cycles } from './index.ts';
import { required, table } from './table.ts';

const target = z.object({
	metric: required,
	nature: z.enum(['real', 'contoh']),
	/** In the metric's unit (percent 0-100). */
	value: z.coerce.number(),
	valid_from: z.iso.date(),
	owner: required,
	basis_id: required,
	basis_en: required
});
export type Target = z.infer<typeof target>;
/** All decided targets. */
export const targets = table('targets.csv', target);

/** The latest target of a metric that was in force on a cycle's voting day, or undefined: nothing is judged by what was decided later. */
export function targetRow(metric: string, nature: 'real' | 'contoh', cycle: string): Target | undefined {
	const vote = cycles().find((c) => c.code === cycle)?.voting_date;
	if (!vote) return undefined;
	return targets()
		.filter((t) => t.metric === metric && t.nature === nature && t.valid_from <= vote)
		.toSorted((a, b) => a.valid_from.localeCompare(b.valid_from))
		.at(-1);
}

/** Its value in the metric's unit, or null. */
export const targetOf = (metric: string, nature: 'real' | 'contoh', cycle: string): number | null => targetRow(metric, nature, cycle)?.value ?? null;
