/** The choices that Bandingkan offers; the lists are the same for every viewer. */
import { targetRow } from '#etl/reference/targets.ts';
import { comparisonParams, GROUPS } from '../../filters/comparison.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { BENCHMARK_NAMES } from '../../i18n/messages/status.ts';
import type { CompareFormSpec } from '../../ui/compare-form.ts';
import type { Option } from '../../ui/shell.ts';
import { BENCHMARKS } from '../ask/types.ts';
import { text } from './cards.ts';
import { CHOOSABLE, type ComparisonModel } from './compare.ts';
import { areaName, cycleName, linkTo, pastCycles, provinces, regenciesOf, sendersOf, type PageContext } from './context.ts';
import { hiddenParams } from './shell.ts';

export function comparisonForm(context: PageContext, { comparison, lead_metric, metrics, areas }: ComparisonModel): CompareFormSpec {
	const { filters, lang } = context;
	const none: Option = { value: '', label: text(M.none, context) };
	const area = (code: string): Option => ({ value: code, label: areaName(code, lang) });
	const metric = (m: (typeof CHOOSABLE)[number]): Option => ({ value: m.id, label: m.name[lang] });
	const near = [...new Set([...comparison.areas, ...sendersOf(context.release), ...(filters.province ? regenciesOf(filters.province).map((r) => r.code) : [])])];
	const isReal = filters.nature === 'real';
	const cycles = [...pastCycles()].reverse().map((c) => ({ value: c.code, label: cycleName(c.code, lang) }));
	const groups = GROUPS.map((g) => ({ value: g === 'senders' ? '' : g, label: text(M.groupNames[g], context) }));
	const benchmarks = BENCHMARKS.filter((b) => b !== 'target' || targetRow(lead_metric.id, filters.nature, context.cycle)).map((b) => ({ value: b === 'nation' ? '' : b, label: text(BENCHMARK_NAMES[b], context) }));
	const province = { name: 'province', label: text(M.formProvince, context), current: filters.province ?? '', options: [none, ...provinces().map((p) => area(p.code))] };
	const cycle = { name: 'cycle', label: text(M.formCycle, context), current: filters.cycle ?? (isReal ? '' : context.cycle), options: isReal ? [none, ...cycles] : cycles };
	const regionOptions = [none, ...(filters.province ? regenciesOf(filters.province).map((r) => area(r.code)) : sendersOf(context.release).map(area))];
	const changed = comparisonParams(comparison).length > 0 || filters.province !== null || filters.cycle !== null;
	return {
		action: '/bandingkan',
		label: text(M.heading, context),
		submit: text(M.show, context),
		choices: isReal
			? [cycle, province]
			: [
					cycle,
					{ name: 'lead', label: text(M.formMetric, context), current: lead_metric.id, options: CHOOSABLE.map(metric) },
					{ name: 'group', label: text(M.formGroup, context), current: areas.group === 'chosen' || areas.group === 'senders' ? '' : areas.group, options: groups },
					province,
					{ name: 'region', label: text(M.formRegion, context), current: filters.region ?? '', options: regionOptions },
					{ name: 'benchmark', label: text(M.formBenchmark, context), current: comparison.benchmark === 'nation' ? '' : comparison.benchmark, options: benchmarks }
				],
		boxes: isReal
			? []
			: [
					{ name: 'area', label: text(M.formChoose, context), note: text(M.formChooseNote, context), chosen: comparison.areas, options: near.map(area) },
					{ name: 'metric', label: text(M.formMetricsChoose, context), note: null, chosen: comparison.metrics.length > 0 ? metrics.map((m) => m.id) : [], options: CHOOSABLE.map(metric) }
				],
		hidden: hiddenParams(filters),
		reset: changed ? { label: text(M.reset, context), href: linkTo('/bandingkan', context, { cycle: null, province: null, region: null, from: null, to: null }) } : null
	};
}
