/** The key table of a brief: the measures that answer its question, each row the site's own. */
import { A4 as M } from '../../i18n/messages/a4.ts';
import { AREA } from '../../i18n/messages/area.ts';
import { metricById } from '../../metrics/index.ts';
import type { A4Key } from '../../ui/a4.ts';
import type { Cell, Nature } from '../ask/types.ts';
import { isAsked, metricRows } from './area-metrics.ts';
import { text } from './cards.ts';
import { areaName, cycleName, type PageContext } from './context.ts';

/** Reported, proven, sanctioned; waiting and overdue; trained, committed, informed; and how complete the data are. */
const KEY_METRICS = ['persons_reported', 'proven_per_1000', 'sanctioned_share', 'persons_waiting', 'persons_overdue', 'training_completion', 'training_pass', 'pact_coverage', 'events_prevention', 'reporting_completeness'] as const;

/** The measures of the key table; of real data no reports are expected yet. */
export const keyMetrics = (nature: Nature): readonly string[] => KEY_METRICS.flatMap((id) => metricById(id) ?? []).flatMap((m) => (isAsked(m, nature) ? [m.id] : []));

export async function keyOf(context: PageContext, code: string): Promise<{ key: A4Key; cells: readonly Cell[] }> {
	const { rows, cells, before } = await metricRows(context, code, keyMetrics(context.filters.nature));
	return {
		cells,
		key: {
			title: text(M.key, context),
			note: text(M.keyNote, context),
			columns: {
				measure: text(AREA.measure, context),
				value: text(AREA.value, context),
				nOfN: text(AREA.nOfN, context),
				interval: text(AREA.interval, context),
				nation: code === 'ID' ? null : text(AREA.against, context, { area: areaName('ID', context.lang) }),
				change: before && rows.some((r) => r.change?.known) ? text(AREA.since, context, { cycle: cycleName(before, context.lang) }) : null
			},
			rows
		}
	};
}
