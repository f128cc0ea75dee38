/** A zip archive, written at once; the same parts always give the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
	readonly name: string;
	/** The content as it stands in the file, or already deflated. */
	readonly content: Uint8Array | Deflated;
	/** Kept as it is, not deflated. */
	readonly stored?: boolean;
}
export interface Deflated {
	readonly deflated: Uint8Array;
	readonly crc: number;
	readonly size: number;
}

const MADE_ON = (2024 - 1980) << 9 | 1 << 5 | 1;
const UTF8_NAMES = 1 << 11;

export function zipOf(parts: readonly Part[]): Uint8Array {
	const local: Buffer[] = [];
	const central: Buffer[] = [];
	let offset = 0;
	for (const part of parts) {
		const { deflated, crc, size } = packed(part);
		const name = Buffer.from(part.name);
		const shared = Buffer.alloc(26);
		shared.writeUInt16LE(20, 0);
		shared.writeUInt16LE(UTF8_NAMES, 2);
		shared.writeUInt16LE(part.stored ? 0 : 8, 4);
		shared.writeUInt16LE(MADE_ON, 8);
		shared.writeUInt32LE(crc, 10);
		shared.writeUInt32LE(deflated.length, 14);
		shared.writeUInt32LE(size, 18);
		shared.writeUInt16LE(name.length, 22);
		const head = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name]);
		local.push(head, Buffer.from(deflated));
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, name);
		offset += head.length + deflated.length;
	}
	const directory = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...local, directory, end]);
}

function packed({ content, stored }: Part): Deflated {
	if ('deflated' in content) return content;
	return { deflated: stored ? content : deflateRawSync(content, { level: 9 }), crc: crc32(content), size: content.length };
}
