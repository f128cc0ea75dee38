/** From a page's cards to what the card component draws: the server's SVG and the download links. */
import type { CardSpec } from '../../charts/types.ts';
import { filterQuery } from '../../filters/filters.ts';
import { say } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { renderCard } from '../charts/render.ts';
import { FORMATS, PICTURES } from '../export/respond.ts';
import type { PageCard } from './cards.ts';
import type { PageContext } from './context.ts';
import type { PageName } from './index.ts';
import { axisSwitch } from './time-axis.ts';

export interface CardView {
	readonly card: CardSpec;
	readonly svg: string | null;
}

export interface Download {
	readonly label: string;
	readonly href: string;
}

const queryOf = (context: PageContext): URLSearchParams => new URLSearchParams(filterQuery(context.filters, {}, context.own));

/** Links to the same rows in every format; with `card`, that card's rows only. */
export function downloads(context: PageContext, page: PageName, card: string | null): readonly Download[] {
	const query = queryOf(context);
	if (card) query.set('card', card);
	const files = FORMATS.map((format) => {
		query.set('format', format);
		return { label: say(PAGE.download[format], context.lang), href: `/unduh/${page}?${query}` };
	});
	return card ? files : [...files, { label: say(PAGE.metadata, context.lang), href: '/api/v1/metadata.json' }];
}

/** Links to a card's chart as a picture. */
function pictures(context: PageContext, page: PageName, card: CardSpec): readonly Download[] {
	if (!card.chart) return [];
	const query = queryOf(context);
	query.set('card', card.id);
	return PICTURES.map((format) => {
		query.set('format', format);
		return { label: say(PAGE.picture[format], context.lang), href: `/unduh/${page}?${query}` };
	});
}

export function viewCards(context: PageContext, page: PageName, cards: readonly PageCard[]): readonly CardView[] {
	return cards.map(({ card, rows }) => {
		const axis = axisSwitch(context, card, page === 'wilayah' ? { region: null, province: null } : {});
		const complete: CardSpec = { ...card, ...(axis ? { axis } : {}), downloads: [...(rows.length > 0 ? downloads(context, page, card.id) : []), ...pictures(context, page, card)] };
		return { card: complete, svg: renderCard(complete, context.lang) };
	});
}
