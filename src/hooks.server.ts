/** Every request: one release, one scope, one language, security headers. */
import { PANTAU_BOUNDARIES, PANTAU_DEMO } from '$app/env/private';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { PUBLIC, scopeOfDemoCookie } from '#lib/server/access/scope.ts';
import { openBoundaries } from '#lib/server/boundaries/current.ts';
import { releases } from '#lib/server/release/current.ts';
import { BusyError } from '#lib/server/warehouse/warehouse.ts';

/** Routes that answer without a release. */
const FREE = new Set(['/livez', '/readyz']);

const HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=()'
};

/** A file of boundaries that cannot be used is refused here, before the first request. */
export const init: ServerInit = () => openBoundaries(PANTAU_BOUNDARIES);

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.lang = event.url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const response = await releases.use(async (release) => {
		if (FREE.has(event.route.id ?? '')) return resolve(event);
		if (!release) {
			const text = say(ERRORS.noRelease, event.locals.lang);
			return new Response(text, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' } });
		}
		if (PANTAU_DEMO === 'on' && release.manifest.real_person_rows > 0) {
			return new Response(say(ERRORS.demoRefused, event.locals.lang), {
				status: 503,
				headers: { 'content-type': 'text/plain; charset=utf-8' }
			});
		}
		event.locals.release = release;
		event.locals.scope = PANTAU_DEMO === 'on' ? scopeOfDemoCookie(event.cookies.get('pantau_role')) : PUBLIC;
		const answered = await resolve(event, {
			preload: ({ type }) => type === 'css' || type === 'font',
			transformPageChunk: ({ html }) => html.replace('%pantau.lang%', event.locals.lang)
		});
		return buffered(answered);
	});
	for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
	if (!response.headers.has('cache-control') && event.locals.scope) response.headers.set('cache-control', 'private, no-cache');
	return response;
};

/** The release may close once `use` returns, so the body is complete by then. */
async function buffered(response: Response): Promise<Response> {
	if (!response.body) return response;
	return new Response(await response.arrayBuffer(), { status: response.status, statusText: response.statusText, headers: response.headers });
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
