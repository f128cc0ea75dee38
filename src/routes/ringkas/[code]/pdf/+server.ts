import { error } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { A4 } from '#lib/i18n/messages/a4.ts';
import { a4FileName, a4Pdf } from '#lib/server/export/a4-file.ts';
import { fileResponse, printing } from '#lib/server/export/download.ts';
import { a4Asked, a4Region } from '#lib/server/pages/a4-context.ts';
import { whoIs } from '#lib/server/pages/viewer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ fetch, locals, params, url }) => {
	const region = a4Region(params.code);
	if (!region) error(404, say(A4.unknown, locals.lang, { code: params.code }));
	const asked = a4Asked(region, url.searchParams, { scope: locals.scope, who: whoIs(locals.viewer, locals.lang) }, locals.release);
	const pdf = await printing(locals.lang, A4.noBrowser, () => a4Pdf(asked, { fetch, origin: url.origin }));
	return fileResponse(pdf, 'application/pdf', `${a4FileName(asked, region)}.pdf`, 'inline');
};
