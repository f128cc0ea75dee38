import { error } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { A4 } from '#lib/i18n/messages/a4.ts';
import { isOwn } from '#lib/server/access/scope.ts';
import { a4FileName, a4Zip } from '#lib/server/export/a4-file.ts';
import { fileResponse, printing } from '#lib/server/export/download.ts';
import { a4Asked, a4Region } from '#lib/server/pages/a4-context.ts';
import { areaName } from '#lib/server/pages/context.ts';
import { whoIs } from '#lib/server/pages/viewer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ fetch, locals, params, request, url }) => {
	const { lang, scope } = locals;
	const region = a4Region(params.code);
	if (!region) error(404, say(A4.unknown, lang, { code: params.code }));
	const area = areaName(region.code, lang);
	if (region.kind !== 'province') error(404, say(A4.zipNotProvince, lang, { area }));
	if (url.searchParams.get('for') !== 'public' && !isOwn(scope, region.code)) error(403, say(A4.zipForbidden, lang, { area }));
	const asked = a4Asked(region, url.searchParams, { scope, who: whoIs(locals.viewer, lang) }, locals.release);
	const zip = await printing(lang, A4.noBrowser, () => a4Zip(asked, { fetch, origin: url.origin }, request.signal));
	return fileResponse(zip, 'application/zip', `${a4FileName(asked, region)}.zip`, 'attachment');
};
