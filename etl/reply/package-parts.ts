/** A workbook as its parts: all of them read into memory, and written again. */
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Limits } from '../findings.ts';
import { parseXml } from '../read/xml.ts';
import { openArchive } from '../read/zip.ts';

export type Parts = Map<string, Buffer>;

/** Throws the ReadProblem of an archive that is unsafe or broken. */
export async function readParts(bytes: Uint8Array, limits: Limits): Promise<Parts> {
	const archive = await openArchive(bytes, limits);
	try {
		const parts: Parts = new Map();
		for (const name of archive.names) {
			const stream = name.endsWith('/') ? null : await archive.open(name);
			parts.set(name, stream ? await buffer(stream) : Buffer.alloc(0));
		}
		return parts;
	} finally {
		archive.close();
	}
}

/** The same parts in the same order; the same parts give the same bytes. */
export function writeParts(parts: Parts): Promise<Buffer> {
	const zip = new ZipFile();
	const options = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
	for (const [name, content] of parts) {
		if (name.endsWith('/')) zip.addEmptyDirectory(name, options);
		else zip.addBuffer(content, name, options);
	}
	zip.end();
	return buffer(zip.outputStream);
}

/** Part name of the sheet with this name; null when there is none. */
export async function sheetPart(parts: Parts, sheet: string): Promise<string | null> {
	let relation = '';
	await eachTag(parts.get('xl/workbook.xml'), (name, attributes) => {
		if (name === 'sheet' && attributes['name'] === sheet) relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
	});
	let target: string | null = null;
	await eachTag(parts.get('xl/_rels/workbook.xml.rels'), (name, attributes) => {
		if (name !== 'Relationship' || attributes['Id'] !== relation) return;
		const path = attributes['Target'] ?? '';
		target = path.startsWith('/') ? path.slice(1) : `xl/${path}`;
	});
	return target !== null && parts.has(target) ? target : null;
}

async function eachTag(part: Buffer | undefined, open: (name: string, attributes: Record<string, string>) => void): Promise<void> {
	if (part) await parseXml(Readable.from([part]), { open });
}
