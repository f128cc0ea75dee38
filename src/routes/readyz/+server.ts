import { releases } from '#lib/server/release/current.ts';

/** Ready = a release is open and answers. */
export const GET = (): Promise<Response> =>
	releases.use(async (release) => {
		if (!release) return Response.json({ ready: false }, { status: 503, headers: { 'cache-control': 'no-store' } });
		await release.public.query('SELECT 1');
		return Response.json({ ready: true, release: release.id }, { headers: { 'cache-control': 'no-store' } });
	});
