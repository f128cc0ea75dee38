import { cycles } from '#etl/reference/index.ts';
import { representList } from '#lib/server/api/represent.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, url }) =>
	representList(request, url, 'cycles', cycles().map((c) => ({ code: c.code, name_id: c.name_id, name_en: c.name_en, kind: c.kind, voting_date: c.voting_date, start: c.start, end: c.end, verified: c.verified })));
