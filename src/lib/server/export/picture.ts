/** A card's chart as a file: SVG as it is drawn. */
import type { CardSpec } from '../../charts/types.ts';
import { say, type Lang } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { cardImage } from '../charts/image.ts';
import type { Picture } from './respond.ts';

/** `name` without ending; `address`: the site, named in the picture. */
export interface PictureOf {
	readonly lang: Lang;
	readonly name: string;
	readonly release: string;
	readonly address: string;
}

/** The picture as a download. Throws for a card without a chart: callers ask for cards that have one. */
export function respondPicture(card: CardSpec, format: Picture, { lang, name, release, address }: PictureOf): Response {
	const svg = cardImage(card, lang, say(PAGE.pictureOrigin, lang, { release, address }));
	if (svg === null) throw new Error(`card ${card.id} has no chart`);
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.${format}"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff'
		}
	});
}
