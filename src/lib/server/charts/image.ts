/** A card's chart as a picture that can leave the page: with its title, unit, period, source, release and nature in it. */
import { inLight } from '../../charts/palette.ts';
import { textWidth } from '../../charts/text.ts';
import type { CardSpec } from '../../charts/types.ts';
import type { Lang } from '../../i18n/index.ts';
import { drawing, WIDE } from './render.ts';
import { escapeXml, FONT } from './svg.ts';

const MARGIN = 24;
export const IMAGE_WIDTH = WIDE + 2 * MARGIN;

interface Words {
	readonly text: string;
	readonly size: number;
	readonly weight: number;
	readonly fill: 'ink' | 'ink-2';
}

/** Breaks a text into lines that fit `width` pixels; a word longer than a line stands alone. */
export function linesOf(text: string, width: number, size: number): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}

/** The words as SVG text from `top` on, and where they end. */
function written({ text, size, weight, fill }: Words, top: number): { svg: string; end: number } {
	const leading = Math.round(size * 1.35);
	const lines = linesOf(text, WIDE, size);
	const spans = lines.map((line, i) => `<text x="${MARGIN}" y="${top + leading * i + size}" font-size="${size}" font-weight="${weight}" fill="var(--c-${fill})">${escapeXml(line)}</text>`);
	return { svg: spans.join(''), end: top + leading * lines.length };
}

/**
 * The whole picture as one SVG of fixed size in the light colours, for a file; null for a card without a chart.
 * `origin`: one line that says where the picture comes from (release and address).
 */
export function cardImage(card: CardSpec, lang: Lang, origin: string): string | null {
	if (!card.chart) return null;
	const title = written({ text: card.title, size: 22, weight: 700, fill: 'ink' }, MARGIN - 4);
	const subtitle = written({ text: card.subtitle, size: 14, weight: 400, fill: 'ink-2' }, title.end + 4);
	const { svg: drawn, height } = drawing(card.chart, { lang, contoh: card.contoh, title: card.title, paint: 'file' });
	const top = subtitle.end + 16;
	const foot = [...card.notes, card.source, origin].reduce(
		(above, text) => {
			const part = written({ text, size: 11, weight: 400, fill: 'ink-2' }, above.end);
			return { svg: above.svg + part.svg, end: part.end + 3 };
		},
		{ svg: '', end: top + height + 14 }
	);
	const whole = foot.end + MARGIN - 6;
	const name = escapeXml(card.title);
	return inLight(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${IMAGE_WIDTH}" height="${whole}" viewBox="0 0 ${IMAGE_WIDTH} ${whole}" role="img" aria-label="${name}" font-family="${FONT}"><title>${name}</title><rect width="100%" height="100%" fill="var(--c-paper)"/>${title.svg}${subtitle.svg}${drawn.replace('<svg ', `<svg x="${MARGIN}" y="${top}" overflow="visible" `)}${foot.svg}</svg>`
	);
}
