/** One door to all charts: a spec and a size in, a chart out. Pure; the same on the server and in the browser. */
import { formatDate, say, type Lang } from '../i18n/index.ts';
import { chartText } from '../i18n/messages/ui.ts';
import { alignedChart } from './aligned/option.ts';
import { barsChart } from './bars/option.ts';
import { eventsChart } from './events/option.ts';
import type { BuiltChart, ChartEnv } from './frame.ts';
import { funnelChart } from './funnel/option.ts';
import { timeChart } from './time/option.ts';
import type { ChartSpec } from './types.ts';

export function buildChart(spec: ChartSpec, env: ChartEnv): BuiltChart {
	switch (spec.kind) {
		case 'time':
			return timeChart(spec, env);
		case 'bars':
			return barsChart(spec, env);
		case 'events':
			return eventsChart(spec, env);
		case 'aligned':
			return alignedChart(spec, env);
		case 'funnel':
			return funnelChart(spec, env);
	}
}

/** What a chart says to someone who cannot see it: title, unit, benchmark, full names of the stages, areas without a point. No data value. */
export function describe(spec: ChartSpec, title: string, lang: Lang, contoh: boolean): string {
	const parts = [contoh ? say(chartText.synthetic, lang) : '', /[.!?]$/.test(title) ? title : `${title}.`];
	if (spec.kind !== 'events' && spec.unit !== '') parts.push(say(chartText.unit, lang, { unit: spec.unit }));
	if ((spec.kind === 'bars' || spec.kind === 'funnel') && spec.benchmark)
		parts.push(say(chartText.benchmark, lang, { label: spec.benchmark.label }));
	if ((spec.kind === 'time' || spec.kind === 'events') && spec.stages.length > 0) {
		const stages = spec.stages.map(
			(s) =>
				`${s.label} ${s.start === s.end ? formatDate(s.start, lang, 'short') : `${formatDate(s.start, lang, 'short')} – ${formatDate(s.end, lang, 'short')}`}`
		);
		parts.push(say(chartText.stages, lang, { stages: stages.join('; ') }));
	}
	if ((spec.kind === 'time' || spec.kind === 'events') && spec.daysTo) parts.push(say(chartText.daysTo, lang, { date: formatDate(spec.daysTo, lang, 'short') }));
	if (spec.kind === 'funnel' && spec.missing.length > 0) parts.push(`${spec.missing.join('; ')}.`);
	return parts.filter(Boolean).join(' ');
}
