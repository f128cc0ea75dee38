/** SVG text for a page: small, named, without style elements; of our own shapes, or of what the chart library wrote. */
import { colour } from '../../charts/palette.ts';
import type { Shape } from '../../charts/shapes.ts';

export interface SvgFacts {
	/** Prefix that keeps clip paths of several drawings on one page apart. */
	readonly id: string;
	readonly width: number;
	readonly height: number;
	/** Accessible name. */
	readonly name: string;
	/** `<title>` element for files; null on pages, where browsers would show it as a tooltip over the whole chart. */
	readonly title: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for use in HTML or XML, in text and in quoted attributes. */
export function escapeXml(text: string): string {
	return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** The site's typeface, for drawings that may leave the page. */
export const FONT = "'Plus Jakarta Sans Variable','Plus Jakarta Sans',system-ui,sans-serif";

/** Shapes as SVG elements, bottom first. */
export function elements(shapes: readonly Shape[]): string {
	return shapes
		.map((shape) => {
			if (shape.type === 'path') {
				const { fill = 'none', stroke, width = 1, dash = [] } = shape;
				const line = stroke ? ` stroke="${stroke}"${width === 1 ? '' : ` stroke-width="${width}"`}${dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''}` : '';
				return `<path d="${round(shape.d)}" fill="${fill}"${line}/>`;
			}
			const { x, y, text, size = 12, weight, fill = colour('ink-2'), align = 'left', opacity, halo } = shape;
			const letters = `${size === 12 ? '' : ` font-size="${size}"`}${weight ? ` font-weight="${weight}"` : ''}${opacity ? ` fill-opacity="${opacity}"` : ''}`;
			const rim = halo ? ` stroke="${colour('paper')}" stroke-width="4" paint-order="stroke" stroke-miterlimit="2"` : '';
			return `<text x="${round(String(x))}" y="${round(String(y))}" dominant-baseline="central" text-anchor="${ANCHORS[align]}"${letters} fill="${fill}"${rim}>${escapeXml(text)}</text>`;
		})
		.join('');
}
const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

/** The drawing as a whole: role, name and viewBox around its elements. */
export function framed(body: string, facts: SvgFacts): string {
	const title = facts.title === null ? '' : `<title>${escapeXml(facts.title)}</title>`;
	const size = facts.title === null ? '' : ` width="${facts.width}" height="${Math.ceil(facts.height)}"`;
	return `<svg xmlns="http://www.w3.org/2000/svg"${size} viewBox="0 0 ${facts.width} ${Math.ceil(facts.height)}" role="img" aria-label="${escapeXml(facts.name)}" font-family="${FONT}" font-size="12">${title}${body}</svg>`;
}

/**
 * Removes `<style>`, event metadata, classes and defaults; rounds coordinates to a tenth of a pixel; moves the common
 * font to the root; gives the root role, name and viewBox instead of a fixed size.
 */
export function compact(svg: string, facts: SvgFacts): string {
	const body = svg
		.replace(/<style[\s\S]*?<\/style>/g, '')
		.replace(/^<svg[^>]*>\s*/, '')
		.replace(/<\/svg>\s*$/, '')
		.replace(/<rect [^>]*fill="none"><\/rect>\s*/, '')
		.replace(/ ecmeta_\w+="[^"]*"/g, '')
		.replace(/ class="zr[^"]*"/g, '')
		.replace(/ pointer-events="visible"/g, '')
		.replace(/zr\d+-/g, `${facts.id}-`)
		.replace(/font-family:inherit;?/g, '')
		.replace(/font-size:12px;?/g, '')
		.replace(
			/style="font: (\w+) ([\d.]+)px inherit"/g,
			(_, weight: string, size: string) => `font-weight="${weight}"${size === '12' ? '' : ` font-size="${size}"`}`
		)
		.replace(/style="font-size:([\d.]+)px;?"/g, 'font-size="$1"')
		.replace(/ style=""/g, '')
		.replace(/ xml:space="preserve"/g, '')
		.replace(
			/ (d|transform|x|y|stroke-width)="([^"]*)"/g,
			(_, name: string, value: string) => ` ${name}="${round(value)}"`
		)
		.replace(/><\/(path|rect|circle|line|polyline|polygon)>/g, '/>')
		.replace(/\n+/g, '');
	return framed(body, facts);
}

function round(value: string): string {
	return value.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
