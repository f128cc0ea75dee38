import { PANTAU_DEMO } from '$app/env/private';
import { filterQuery, parseFilters } from '#lib/filters/filters.ts';
import { sendersOf } from '#lib/server/pages/context.ts';
import { roleSwitch, sectionHrefs, sectionOf } from '#lib/server/pages/shell.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
	const filters = parseFilters(url.searchParams);
	const path = url.pathname;
	return {
		lang: locals.lang,
		section: sectionOf(path),
		hrefs: sectionHrefs(filters),
		release: { id: locals.release.id, date: locals.release.manifest.as_of },
		contoh: filters.nature === 'contoh',
		natureHref: `${path}${filterQuery(filters, { nature: filters.nature === 'contoh' ? 'real' : 'contoh' })}`,
		languageHref: `${path}${filterQuery(filters, { lang: filters.lang === 'id' ? 'en' : 'id' })}`,
		role: PANTAU_DEMO === 'on' ? roleSwitch(locals.scope, filters, path, sendersOf(locals.release)) : null
	};
};
