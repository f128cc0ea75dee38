/** Targets that somebody decided on; a metric without a line has none, and is never compared with one. */
import { z } from 'zod';
import { once, required, table } from './table.ts';

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

const latest = once(() => new Map([...targets()].sort((a, b) => a.valid_from.localeCompare(b.valid_from)).map((t) => [`${t.metric}|${t.nature}`, t])));

/** The latest target of a metric, or undefined. */
export const targetRow = (metric: string, nature: 'real' | 'contoh'): Target | undefined => latest().get(`${metric}|${nature}`);

/** Its value in the metric's unit, or null. */
export const targetOf = (metric: string, nature: 'real' | 'contoh'): number | null => targetRow(metric, nature)?.value ?? null;
