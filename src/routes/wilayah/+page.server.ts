import { parseFilters } from '#lib/filters/filters.ts';
import { areaIndex } from '#lib/server/pages/area.ts';
import { createContext } from '#lib/server/pages/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => areaIndex(createContext(parseFilters(url.searchParams), locals.scope, locals.release));
