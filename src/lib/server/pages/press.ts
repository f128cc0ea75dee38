/** Where pressing a part of a chart leads: the same page, looking closer. Addresses are relative to the page. */
import { fixedCategories } from '#etl/reference/categories.ts';
import type { Link } from '../../charts/types.ts';
import { filterQuery, type Filters } from '../../filters/filters.ts';
import { parsePick, pickParams, type Pick, type PickName } from '../../filters/pick.ts';
import { say } from '../../i18n/index.ts';
import { PRESS } from '../../i18n/messages/press.ts';
import { areaName, areaPath, cycleName, type PageContext } from './context.ts';
import { shortCategory } from './words.ts';

/** The pick of the URL, where its category is one of the fixed list; it exists whether or not anybody was counted in it. */
export function pickOf(context: PageContext): Pick | null {
	const pick = parsePick(context.own);
	return pick && isListed(pick, context.cycle) ? pick : null;
}

const isListed = ({ breakdown, category }: Pick, cycle: string): boolean => category === 'UNKNOWN' || fixedCategories(breakdown, cycle)?.includes(category) === true;

/** The same page with other filters or another pick. */
export function here(context: PageContext, change: Partial<Filters>, pick: Pick | null): string {
	return filterQuery(context.filters, change, pickParams(pick)) || '?';
}

/** Looks at one area; null for the one the page is about already. */
export function pressArea(context: PageContext, area: string): Link | null {
	if (area === context.focus) return null;
	const change = area === 'ID' ? { province: null, region: null } : area.includes('.') ? { province: null, region: area } : { province: area, region: null };
	return { href: here(context, change, pickOf(context)), label: area === 'ID' ? say(PRESS.nation, context.lang) : say(PRESS.only, context.lang, { name: areaName(area, context.lang) }) };
}

/** Opens an area's own page; null where it has none. */
export function pressPage(context: PageContext, area: string): Link | null {
	const href = areaPath(context, area);
	return href === null ? null : { href, label: say(PRESS.open, context.lang, { name: areaName(area, context.lang) }) };
}

/** Looks at one cycle; null for the one shown. */
export function pressCycle(context: PageContext, cycle: string): Link | null {
	return cycle === context.cycle ? null : { href: here(context, { cycle, from: null, to: null }, pickOf(context)), label: say(PRESS.only, context.lang, { name: cycleName(cycle, context.lang) }) };
}

/** Looks at one category of a breakdown; pressing it again lets it go. */
export function pressCategory(context: PageContext, breakdown: PickName, category: string): Link {
	const pick = pickOf(context);
	const picked = pick?.breakdown === breakdown && pick.category === category;
	const label = picked ? PRESS.release : PRESS.only;
	return { href: here(context, {}, picked ? null : { breakdown, category }), label: say(label, context.lang, { name: shortCategory(breakdown, category, context.lang) }) };
}
