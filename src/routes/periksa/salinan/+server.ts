import { error } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { CHECK } from '#lib/i18n/messages/check.ts';
import { formOf } from '#lib/server/access/form.ts';
import { correctedUpload } from '#lib/server/intake/check.ts';
import { uploadOf } from '#lib/server/intake/form.ts';
import type { RequestHandler } from './$types';

/** The contributor's own file back, with a column of errors. */
export const POST: RequestHandler = async ({ cookies, request, locals }) => {
	const sent = await uploadOf(await formOf({ cookies, locals, request }), locals.scope, locals.lang);
	if ('problem' in sent) error(sent.status, sent.problem);
	const copy = await correctedUpload(sent.upload);
	if (!copy) error(422, say(CHECK.nothingToMark, locals.lang));
	const type = copy.name.endsWith('.xlsx') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8';
	return new Response(new Uint8Array(copy.bytes), { headers: { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(copy.name)}`, 'cache-control': 'no-store' } });
};
