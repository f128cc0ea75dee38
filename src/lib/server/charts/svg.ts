/** Shapes as SVG text for a page: small, named, without style elements. */
import { colour } from '../../charts/palette.ts';
import type { Shape } from '../../charts/shapes.ts';

export interface SvgFacts {
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
				const { fill = 'none', stroke, width = 1, dash = [], opacity } = shape;
				const line = stroke ? ` stroke="${stroke}"${width === 1 ? '' : ` stroke-width="${width}"`}${dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''}` : '';
				return `<path d="${round(shape.d)}" fill="${fill}"${opacity ? ` opacity="${opacity}"` : ''}${line}/>`;
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

function round(value: string): string {
	return value.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
