import { breakdownsOf, METRIC_OWNER, METRICS } from '#lib/metrics/index.ts';
import { representList } from '#lib/server/api/represent.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, url }) =>
	representList(
		request,
		url,
		'metrics',
		METRICS.map((m) => ({
			id: m.id, family: m.family, name_id: m.name.id, name_en: m.name.en, unit: m.unit, polarity: m.polarity, numerator: m.numerator,
			denominator: m.denominator, multiplier: m.per, breakdowns: breakdownsOf(m).join(' '), about_id: m.about.id, about_en: m.about.en,
			method_id: m.method.id, method_en: m.method.en, beside: m.beside ?? null, caveats_id: m.caveats.map((c) => c.id).join(' '),
			caveats_en: m.caveats.map((c) => c.en).join(' '), owner_id: METRIC_OWNER.id, owner_en: METRIC_OWNER.en, sources_id: m.sources.id, sources_en: m.sources.en, definition: `/definisi/${m.id}`
		}))
	);
