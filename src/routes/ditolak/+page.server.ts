import { error } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import type { PageServerLoad } from './$types';

/** What is shown in place of a page that is not the viewer's. */
export const load: PageServerLoad = ({ locals }) => error(403, say(ERRORS.notYours, locals.lang));
