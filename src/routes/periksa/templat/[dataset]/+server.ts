import { error } from '@sveltejs/kit';
import { templateWorkbook } from '#etl/template.ts';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { sentDataset } from '#lib/server/intake/form.ts';
import type { RequestHandler } from './$types';

/** An empty workbook to fill in: the same as `etl template` writes. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const dataset = sentDataset(params.dataset);
	if (!dataset) error(404, say(ERRORS.notFound, locals.lang));
	const bytes = await templateWorkbook(dataset, locals.lang);
	return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'content-disposition': `attachment; filename="pantau-${dataset}.xlsx"` } });
};
