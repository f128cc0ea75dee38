import { allRegions } from '#etl/reference/regions.ts';
import { representList } from '#lib/server/api/represent.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, url }) =>
	representList(request, url, 'regions', allRegions().map((r) => ({ code: r.code, name: r.name, short_name: r.shortName, kind: r.kind, province: r.province, time_zone: r.timeZone, bps: r.bps })));
