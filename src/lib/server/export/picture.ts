/** A card's chart as a file: SVG as it is drawn, PNG as a browser shows it. */
import { createHash } from 'node:crypto';
import type { CardSpec } from '../../charts/types.ts';
import { say, type Lang } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { cardImage, IMAGE_WIDTH } from '../charts/image.ts';
import { fileResponse, printing } from './download.ts';
import { typeface } from './inline.ts';
import { Kept } from './kept.ts';
import { printer } from './pdf.ts';
import type { Picture } from './respond.ts';

const ROOM = 8 * 1024 * 1024;
/** PNGs by address and the whole drawing: what is drawn the same is one picture. */
const kept = new Kept(ROOM);

/** `name` without ending; `address`: the site, named in the picture. */
export interface PictureOf {
	readonly lang: Lang;
	readonly name: string;
	readonly release: string;
	readonly address: string;
	/** For whom and when, of what is not for everybody; null for the public. */
	readonly internal: string | null;
}

/** The picture as a download; 503 in words where no browser can draw a PNG. Throws for a card without a chart: callers ask for cards that have one. */
export async function respondPicture(card: CardSpec, format: Picture, { lang, name, release, address, internal }: PictureOf): Promise<Response> {
	const svg = cardImage(card, lang, say(PAGE.pictureOrigin, lang, { release, address: internal ? `${address}. ${internal}` : address }));
	if (svg === null) throw new Error(`card ${card.id} has no chart`);
	if (format === 'svg') return fileResponse(Buffer.from(svg), 'image/svg+xml; charset=utf-8', `${name}.svg`, 'attachment');
	const page = async (): Promise<string> => `<!doctype html><meta charset="utf-8">${await typeface()}${svg}`;
	const key = createHash('sha256').update(`${address} ${svg}`).digest('base64');
	const png = await printing(lang, PAGE.noPicture, () => kept.get(key, () => printer.photograph(page, address, IMAGE_WIDTH)));
	return fileResponse(png, 'image/png', `${name}.png`, 'attachment');
}
