/** A zip archive taken apart and put together again, with every field open to a lie. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export interface Part {
	readonly name: string;
	readonly data: Uint8Array;
}

/** A part as it will be written; `central` is what the directory at the end says of it. */
export interface Packed {
	name: string;
	method: number;
	flags: number;
	crc: number;
	size: number;
	raw: Uint8Array;
	readonly central: { name?: string; size?: number; rawSize?: number; crc?: number; offset?: number };
}

const LARGEST_PART = 8 * 1024 * 1024;

/** The parts of a sound archive. Throws for anything else. */
export function unzip(bytes: Uint8Array): Part[] {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	if (end < 0) throw new Error('not a zip archive');
	const parts: Part[] = [];
	let at = buffer.readUInt32LE(end + 16);
	for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
		const [method, rawSize, nameLength] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 20), buffer.readUInt16LE(at + 28)];
		const local = buffer.readUInt32LE(at + 42);
		const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
		const raw = buffer.subarray(from, from + rawSize);
		parts.push({ name: buffer.toString('utf8', at + 46, at + 46 + nameLength), data: method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: LARGEST_PART }) });
		at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
	}
	return parts;
}

/** A part packed truthfully. */
export function pack({ name, data }: Part, stored = false): Packed {
	return { name, method: stored ? 0 : 8, flags: 0x800, crc: crc32(data), size: data.length, raw: stored ? data : deflateRawSync(data), central: {} };
}

const u32 = (value: number): number => value >>> 0;

function localHeader(part: Packed, name: Buffer): Buffer {
	const header = Buffer.alloc(30);
	header.writeUInt32LE(0x04034b50, 0);
	header.writeUInt16LE(20, 4);
	header.writeUInt16LE(part.flags & 0xffff, 6);
	header.writeUInt16LE(part.method & 0xffff, 8);
	header.writeUInt32LE(u32(part.crc), 14);
	header.writeUInt32LE(u32(part.raw.length), 18);
	header.writeUInt32LE(u32(part.size), 22);
	header.writeUInt16LE(name.length, 26);
	return Buffer.concat([header, name, part.raw]);
}

function centralHeader(part: Packed, offset: number): Buffer {
	const name = Buffer.from(part.central.name ?? part.name);
	const header = Buffer.alloc(46);
	header.writeUInt32LE(0x02014b50, 0);
	header.writeUInt16LE(20, 4);
	header.writeUInt16LE(20, 6);
	header.writeUInt16LE(part.flags & 0xffff, 8);
	header.writeUInt16LE(part.method & 0xffff, 10);
	header.writeUInt32LE(u32(part.central.crc ?? part.crc), 16);
	header.writeUInt32LE(u32(part.central.rawSize ?? part.raw.length), 20);
	header.writeUInt32LE(u32(part.central.size ?? part.size), 24);
	header.writeUInt16LE(name.length, 28);
	header.writeUInt32LE(u32(part.central.offset ?? offset), 42);
	return Buffer.concat([header, name]);
}

/** The archive of the parts as they are described; `count` may lie about how many there are. */
export function zipOf(parts: readonly Packed[], count = parts.length): Uint8Array {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const part of parts) {
		const body = localHeader(part, Buffer.from(part.name));
		bodies.push(body);
		directory.push(centralHeader(part, offset));
		offset += body.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(count & 0xffff, 8);
	end.writeUInt16LE(count & 0xffff, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...bodies, central, end]);
}
