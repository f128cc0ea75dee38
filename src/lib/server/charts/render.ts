/** Draws charts as SVG text on the server, so that a page shows them without JavaScript. */
import { createHash } from 'node:crypto';
import type { ChartPoint } from '../../charts/frame.ts';
import { buildChart, describe } from '../../charts/option.ts';
import { inLight } from '../../charts/palette.ts';
import type { CardSpec, ChartSpec } from '../../charts/types.ts';
import type { Lang } from '../../i18n/index.ts';
import { elements, escapeXml, framed } from './svg.ts';

/** Widths, in CSS pixels, of the two drawings a page carries; `app.css` shows one of them by the card's own width. */
export const WIDE = 720;
export const SLIM = 360;

export interface RenderOptions {
	readonly lang: Lang;
	/** Default 720. */
	readonly width?: number;
	/** Default: what the content needs. */
	readonly height?: number;
	readonly contoh: boolean;
	/** The card's title; the accessible name begins with it. */
	readonly title: string;
	/** `page` (default) follows the page's theme by custom properties; `file` has fixed light colours and a `<title>`. */
	readonly paint?: 'page' | 'file';
}

const CACHE_SIZE = 400;
const cache = new Map<string, Drawing>();

/** A chart as SVG text, its size, and the parts of it that lead somewhere. */
interface Drawing {
	readonly svg: string;
	readonly width: number;
	readonly height: number;
	readonly links: readonly ChartPoint[];
}

/**
 * One chart as an `<svg role="img">` with an accessible name, a `viewBox` and no width, no `<style>`, no script.
 * Drawings are kept (least recently used go first) under the hash of everything that shapes them.
 */
export const renderChart = (spec: ChartSpec, options: RenderOptions): string => drawing(spec, options).svg;

/** As `renderChart`, with the size and the parts that lead somewhere. */
export function drawing(spec: ChartSpec, options: RenderOptions): Drawing {
	const key = createHash('sha256')
		.update(JSON.stringify([spec, options]))
		.digest('base64url')
		.slice(0, 16);
	const known = cache.get(key);
	if (known !== undefined) {
		cache.delete(key);
		cache.set(key, known);
		return known;
	}
	const drawn = draw(spec, options);
	cache.set(key, drawn);
	const oldest = cache.size > CACHE_SIZE ? cache.keys().next().value : undefined;
	if (oldest !== undefined) cache.delete(oldest);
	return drawn;
}

function draw(spec: ChartSpec, options: RenderOptions): Drawing {
	const width = options.width ?? WIDE;
	const built = buildChart(spec, {
		lang: options.lang,
		width,
		contoh: options.contoh,
		...(options.height ? { height: options.height } : {})
	});
	const file = options.paint === 'file';
	const facts = { width, height: built.height, name: describe(spec, options.title, options.lang, options.contoh), title: file ? options.title : null };
	const svg = framed(elements(built.picture), facts);
	return { svg: file ? inLight(svg) : svg, width, height: Math.ceil(built.height), links: built.points.filter((p) => p.link) };
}

/** A card's chart for a page: a wide and a slim drawing side by side, of which the style sheet shows one. Null without a chart. */
export function renderCard(card: CardSpec, lang: Lang): string | null {
	const spec = card.chart;
	if (!spec) return null;
	const options = { lang, contoh: card.contoh, title: card.title };
	const [wide, slim] = [WIDE, SLIM].map((width) => drawing(spec, { ...options, width }));
	return wide && slim ? `<div class="draw wide">${wide.svg}${pressable(wide)}</div><div class="draw slim">${slim.svg}${pressable(slim)}</div>` : null;
}

/**
 * Links laid over a drawing for the pointer. The keyboard and the screen reader have the same ways in the table's row heads and
 * in the filter, so these are no further stops.
 */
function pressable({ links, width, height }: Drawing): string {
	const share = (part: number, whole: number): string => `${Math.round((part / whole) * 10_000) / 100}%`;
	return links
		.map(({ link, box }) => {
			if (!link || !box) return '';
			const place = `left:${share(box.left, width)};top:${share(box.top, height)};width:${share(box.width, width)};height:${share(box.height, height)}`;
			return `<a class="press" tabindex="-1" aria-hidden="true" href="${escapeXml(link.href)}" title="${escapeXml(link.label)}" style="${place}"></a>`;
		})
		.join('');
}
