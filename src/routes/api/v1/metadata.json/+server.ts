import { csvw } from '#lib/server/export/csvw.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => new Response(JSON.stringify(csvw()), { headers: { 'content-type': 'application/csvm+json; charset=utf-8', 'cache-control': 'private, no-cache' } });
