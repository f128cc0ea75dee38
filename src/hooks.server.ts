/** Every request: known host, one viewer, a bounded number of them, a gate, one release, one language, security headers. */
import { PANTAU_BOUNDARIES, PANTAU_DEMO, PANTAU_HOSTS, PANTAU_RATE } from '$app/env/private';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { say, type Text } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { access } from '#lib/server/access/current.ts';
import { addressOf, isLoopback, networkOf } from '#lib/server/access/network.ts';
import { Buckets } from '#lib/server/access/rates.ts';
import { mayEnter, ruleOf, type RouteRule } from '#lib/server/access/routes.ts';
import { SESSION_COOKIE } from '#lib/server/access/session.ts';
import { writeDown } from '#lib/server/access/trail.ts';
import { viewerOf } from '#lib/server/access/viewer.ts';
import { openBoundaries } from '#lib/server/boundaries/current.ts';
import { releases } from '#lib/server/release/current.ts';
import type { OpenRelease } from '#lib/server/release/release.ts';
import { BusyError } from '#lib/server/warehouse/warehouse.ts';

/** A file of boundaries that cannot be used is refused here, before the first request. */
export const init: ServerInit = () => openBoundaries(PANTAU_BOUNDARIES);

/** Places of components, for a script that would take the page over; a page has two thousand, and no such script. */
const MARKERS = /<!--(?:\[!?|\[-?\d+|\]|[a-z\d]{0,8})-->/g;

const networks = new Buckets(PANTAU_RATE);
const accounts = new Buckets(PANTAU_RATE);

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.lang = event.url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const response = await answer(event, resolve);
	const forOne = event.locals.viewer && (event.locals.scope.role !== 'public' || event.locals.viewer.session !== null);
	if (forOne) response.headers.set('cache-control', 'private, no-store');
	else if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
	return response;
};

type Resolve = Parameters<Handle>[0]['resolve'];

async function answer(event: RequestEvent, resolve: Resolve): Promise<Response> {
	// A page is its HTML: the data that it was made of is nobody's to fetch.
	if (event.isDataRequest) return plain(event, 404, ERRORS.notFound);
	const rule = ruleOf(event.route.id);
	// Whoever looks after the process asks it by its address.
	if (rule?.bare) return resolve(event);
	if (PANTAU_HOSTS.length > 0 && !PANTAU_HOSTS.includes(event.url.host)) return plain(event, 421, ERRORS.wrongHost);
	const demoRole = PANTAU_DEMO === 'on' ? { cookie: event.cookies.get('pantau_role') } : null;
	event.locals.viewer = await viewerOf(access().store, event.cookies.get(SESSION_COOKIE), demoRole, new Date());
	event.locals.scope = event.locals.viewer.scope;
	const wait = waitOf(event);
	if (wait > 0) return plain(event, 429, ERRORS.tooMany, wait);
	return releases.use(async (release) => (release ? fromRelease(event, resolve, release, rule) : plain(event, 503, ERRORS.noRelease, 5)));
}

/** Seconds to wait until the network, and the account, may ask again. What the machine asks of itself is free. */
function waitOf(event: RequestEvent): number {
	const address = addressOf(event);
	if (event.isSubRequest || isLoopback(address)) return 0;
	const { account } = event.locals.viewer;
	return Math.max(networks.take(networkOf(address), Date.now()), account ? accounts.take(account.id, Date.now()) : 0);
}

async function fromRelease(event: RequestEvent, resolve: Resolve, release: OpenRelease, rule: RouteRule | null): Promise<Response> {
	if (PANTAU_DEMO === 'on' && release.manifest.real_person_rows > 0) return plain(event, 503, ERRORS.demoRefused);
	event.locals.release = release;
	if (event.route.id !== null && rule === null) return plain(event, 404, ERRORS.notFound);
	if (rule && !mayEnter(event.locals.viewer, rule)) return refused(event);
	const answered = await resolve(event, {
		preload: ({ type }) => type === 'css' || type === 'font',
		transformPageChunk: ({ html }) => html.replace('%pantau.lang%', event.locals.lang).replace(MARKERS, '')
	});
	const complete = await buffered(answered);
	if (answered.status === 403 && !event.isSubRequest) await writeDown(access().store, event, 'denied', event.url.pathname);
	else if (rule?.exports && answered.ok && event.locals.scope.role !== 'public') await writeDown(access().store, event, 'export', event.url.pathname, `${event.url.searchParams.get('format') ?? ''} ${complete.bytes}`);
	return complete.response;
}

/** Who is nobody yet is shown where to sign in; who is somebody is told that this is not theirs. Both are written down. */
async function refused(event: RequestEvent): Promise<Response> {
	await writeDown(access().store, event, 'denied', event.url.pathname);
	const query = event.locals.lang === 'en' ? '?lang=en' : '';
	if (!event.locals.viewer.session && event.request.method === 'GET') {
		const back = encodeURIComponent(event.url.pathname + event.url.search);
		return new Response(null, { status: 303, headers: { location: `/masuk${query}${query ? '&' : '?'}kembali=${back}` } });
	}
	const page = await event.fetch(`/ditolak${query}`);
	return new Response(await page.text(), { status: 403, headers: page.headers });
}

const plain = (event: RequestEvent, status: number, text: Text, retryAfter?: number): Response =>
	new Response(say(text, event.locals.lang), { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }) } });

/** The release may close once `use` returns, so the body is complete by then. */
async function buffered(response: Response): Promise<{ readonly response: Response; readonly bytes: number }> {
	if (!response.body) return { response, bytes: 0 };
	const body = await response.arrayBuffer();
	return { response: new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers }), bytes: body.byteLength };
}

export const handleError: HandleServerError = (caught) => {
	const lang = caught.event.locals.lang ?? 'id';
	if (caught.kind !== 'unknown') return caught.error.status === 404 && caught.error.message === 'Not Found' ? { message: say(ERRORS.notFound, lang) } : undefined;
	const { error } = caught;
	if (error instanceof BusyError) return { status: 503, message: say(ERRORS.busy, lang) };
	const reason = error instanceof Error ? { reason: error.message, stack: error.stack } : { reason: String(error) };
	console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), route: caught.event.route.id, ...reason }));
	return { status: 500, message: say(ERRORS.failed, lang) };
};
