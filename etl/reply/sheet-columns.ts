/** The `<cols>` part of a worksheet: the added column gets a width of its own and is visible. */
import { attribute, tags, withAttribute } from './xml-tags.ts';

const WIDTH = 70;

interface Span {
	readonly min: number;
	readonly max: number;
	readonly tag: string;
}

/** Adds a `<col>` for the column (0-based); a span that covers it is divided. `<cols>` is made where there is none. */
export function withColumnWidth(xml: string, column: number): string {
	const own = column + 1;
	const spans: Span[] = [];
	let start: number | null = null;
	for (const tag of tags(xml)) {
		const text = xml.slice(tag.start, tag.end);
		if (tag.name === 'cols' && tag.kind === 'open') start = tag.end;
		else if (tag.name === 'col' && start !== null && tag.kind === 'open') return xml;
		else if (tag.name === 'col' && start !== null) spans.push({ min: Number(attribute(text, 'min')), max: Number(attribute(text, 'max')), tag: text });
		else if (tag.name === 'cols' && tag.kind === 'close' && start !== null) return xml.slice(0, start) + divided(spans, own, tag.prefix) + xml.slice(tag.start);
		else if (tag.name === 'cols') return xml.slice(0, tag.start) + made(own, tag.prefix) + xml.slice(tag.end);
		else if (tag.name === 'sheetData') return xml.slice(0, tag.start) + made(own, tag.prefix) + xml.slice(tag.start);
	}
	return xml;
}

const col = (own: number, prefix: string): string => `<${prefix}col min="${own}" max="${own}" width="${WIDTH}" customWidth="1"/>`;
const made = (own: number, prefix: string): string => `<${prefix}cols>${col(own, prefix)}</${prefix}cols>`;

function divided(spans: readonly Span[], own: number, prefix: string): string {
	const parts: Span[] = [{ min: own, max: own, tag: col(own, prefix) }];
	for (const span of spans) {
		const cut = (min: number, max: number) => ({ min, max, tag: withAttribute(withAttribute(span.tag, 'min', String(min)), 'max', String(max)) });
		if (own < span.min || own > span.max) parts.push(span);
		else {
			if (span.min < own) parts.push(cut(span.min, own - 1));
			if (span.max > own) parts.push(cut(own + 1, span.max));
		}
	}
	return parts.toSorted((a, z) => a.min - z.min).map((part) => part.tag).join('');
}
