/** XML parts of a workbook, streamed; a DOCTYPE ends it. */
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReadProblem } from './grid.ts';

export interface XmlHandler {
	/** Element name without its namespace prefix. */
	readonly open?: (name: string, attributes: Record<string, string>) => void;
	readonly text?: (text: string) => void;
	readonly close?: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Throws FILE_UNSAFE_XML for a DOCTYPE, FILE_TRUNCATED for XML that breaks off, and whatever the handler throws. */
export async function parseXml(stream: Readable, handler: XmlHandler): Promise<void> {
	const parser = new SaxesParser({ xmlns: false, position: false });
	parser.on('doctype', () => {
		throw new ReadProblem('FILE_UNSAFE_XML');
	});
	// The first fault ends it: a damaged part can hold one in every character.
	parser.on('error', () => {
		throw new ReadProblem('FILE_TRUNCATED');
	});
	parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.(local(tag.name), tag.attributes));
	if (handler.text) parser.on('text', handler.text);
	if (handler.text) parser.on('cdata', handler.text);
	parser.on('closetag', (tag: SaxesTagPlain) => handler.close?.(local(tag.name)));
	const decoder = new StringDecoder('utf8');
	try {
		for await (const chunk of stream) {
			parser.write(decoder.write(chunk as Buffer));
		}
		parser.write(decoder.end()).close();
	} catch (error) {
		stream.destroy();
		throw error instanceof ReadProblem ? error : new ReadProblem('FILE_TRUNCATED');
	}
}
