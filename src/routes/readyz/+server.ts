import { access } from '#lib/server/access/current.ts';
import { releases } from '#lib/server/release/current.ts';

const unready = (): Response => Response.json({ ready: false }, { status: 503, headers: { 'cache-control': 'no-store' } });

/** Ready = a release is open and answers, and so does the store of accounts. */
export const GET = (): Promise<Response> =>
	releases.use(async (release) => {
		if (!release) return unready();
		try {
			await Promise.all([release.public.query('SELECT 1'), access().store.ping()]);
		} catch {
			return unready();
		}
		return Response.json({ ready: true, release: release.id }, { headers: { 'cache-control': 'no-store' } });
	});
