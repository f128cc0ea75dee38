/** Room that words take, estimated: the server has no font to measure with. */

/** Estimated width in pixels; the server has no font to measure with. Errs on the wide side. */
export function textWidth(text: string, size = 12): number {
	let em = 0;
	for (const char of text) {
		if (/[\s.,:;'|iIjl!()[\]]/.test(char)) em += 0.31;
		else if (/[mwMW%@—]/.test(char)) em += 0.9;
		else if (/[A-Z]/.test(char)) em += 0.68;
		else em += 0.575;
	}
	return em * size;
}

/** `text` shortened with an ellipsis until it fits `width` pixels. */
export function fitText(text: string, width: number, size = 12): string {
	if (textWidth(text, size) <= width) return text;
	let kept = text;
	while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1).trimEnd();
	return `${kept}…`;
}

/** `text` in at most `most` lines of `width` pixels, broken between words; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size = 12, most = 2): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && (textWidth(longer, size) <= width || lines.length === most)) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines.map((line) => fitText(line, width, size));
}
