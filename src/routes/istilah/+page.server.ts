import { termsPage } from '#lib/server/pages/terms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ terms: termsPage(locals.lang) });
