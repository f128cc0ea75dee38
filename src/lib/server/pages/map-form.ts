/** The choices of Peta; the lists are the same for every viewer. */
import { mapParams } from '../../filters/map.ts';
import { MAP as M } from '../../i18n/messages/map.ts';
import type { CompareFormSpec } from '../../ui/compare-form.ts';
import { text } from './cards.ts';
import { areaName, cycleName, linkTo, pastCycles, provinces, type PageContext } from './context.ts';
import type { MapModel } from './map-model.ts';
import { choicesOf, openProvince } from './map.ts';
import { hiddenParams } from './shell.ts';

/** The published figures have one date and no verdict: without metric there is no choice of cycle and colour. */
export function mapForm(context: PageContext, { choice, metric, colour }: MapModel): CompareFormSpec {
	const { filters, lang } = context;
	const choices = choicesOf(context);
	const metrics = choices.map((m) => ({ value: m?.id ?? 'published', label: m?.name[lang] ?? text(M.publishedMetric, context) }));
	const province = openProvince(context) ?? '';
	return {
		action: '/peta',
		label: text(M.heading, context),
		submit: text(M.show, context),
		choices: [
			{ name: 'metric', label: text(M.formMetric, context), current: metric?.id ?? 'published', options: metrics },
			...(metric ? [{ name: 'cycle', label: text(M.formCycle, context), current: context.cycle, options: [...pastCycles()].reverse().map((c) => ({ value: c.code, label: cycleName(c.code, lang) })) }] : []),
			...(metric && metric.interval !== null
				? [{ name: 'colour', label: text(M.formColour, context), current: colour, options: (['verdict', 'value'] as const).map((value) => ({ value, label: text(M.colours[value], context) })) }]
				: []),
			{ name: 'province', label: text(M.formProvince, context), current: province, options: [{ value: '', label: text(M.nation, context) }, ...provinces().map((p) => ({ value: p.code, label: areaName(p.code, lang) }))] }
		],
		boxes: [],
		hidden: [
			...hiddenParams(filters),
			...(metric && metric.interval === null && choice.colour ? ([['colour', choice.colour]] as const) : [])
		],
		reset: mapParams(choice).length > 0 || province !== '' || filters.cycle !== null ? { label: text(M.reset, context), href: linkTo('/peta', context, { cycle: null, province: null, region: null, from: null, to: null }) } : null
	};
}
