/** Bytes without any sense, and bytes of good files that were damaged on the way. */
import type { Random } from '../../etl/generate/random.ts';

const LENGTHS = [0, 1, 2, 3, 4, 7, 12, 40, 100, 255, 256, 400, 1023, 4096, 4097, 20_000, 70_000];
const PIECES: readonly string[] = [';', ',', '\t', '|', ':', '"', '""', '"\n', '\n', '\r\n', '\r', ' ', '\u00a0', 'NIP', 'Nama', 'Jumlah', '1', '12', '2024-03-05', '=', '-', 'ä', '\u{1f600}', '{', '}', '[', ']', '<', '%PDF', 'PK\u0003\u0004', 'PAR1', '\ufeff', 'Kabupaten/Kota', 'Laki-laki', 'Perempuan'];
const RAW: readonly (readonly number[])[] = [[0], [0, 0], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc3], [0x28, 0xc3], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0x80], [0x96], [0xff], [0x1a]];
const MAGIC: readonly (readonly number[])[] = [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0x50, 0x41, 0x52, 0x31], [0x50, 0x41, 0x52, 0x45], [0x1f, 0x8b], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x7b, 0x22], [0x5b, 0x7b, 0x22]];

export const randomBytes = (random: Random, length: number): Uint8Array => Uint8Array.from({ length }, () => random.int(0, 255));

/** Random bytes of many sizes, sometimes behind a magic number. */
export function noise(random: Random): Uint8Array {
	const body = randomBytes(random, random.pick(LENGTHS));
	if (!random.chance(0.5)) return body;
	const tail = random.chance(0.3) ? random.pick(MAGIC) : [];
	return Uint8Array.from([...random.pick(MAGIC), ...body, ...tail]);
}

/** Letters, digits and signs of the first planes, no order in them. */
export function randomText(random: Random): Uint8Array {
	const highest = random.pick([127, 255, 0x7ff, 0xffff, 0x1ffff]);
	const text = Array.from({ length: random.pick(LENGTHS.slice(0, -1)) }, () => String.fromCodePoint(random.int(random.chance(0.9) ? 32 : 0, highest))).join('');
	return new TextEncoder().encode(text);
}

/** Delimiters, quotes, line ends, byte order marks and broken characters. */
export function signs(random: Random): Uint8Array {
	const parts: Buffer[] = [];
	const few = Array.from({ length: random.int(2, 9) }, () => random.pick(PIECES));
	for (let left = random.int(0, 400); left > 0; left--) parts.push(random.chance(0.02) ? Buffer.from(random.pick(RAW)) : Buffer.from(random.pick(random.chance(0.6) ? few : PIECES)));
	const all = Buffer.concat(parts);
	if (random.chance(0.15)) return Buffer.from(`${random.chance(0.5) ? '\ufeff' : ''}${all.toString('utf8')}`, 'utf16le');
	return all;
}

function once(bytes: Buffer, random: Random): Buffer {
	const at = random.int(0, bytes.length);
	const length = random.pick([1, 1, 2, 4, 16, 200]);
	const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
	switch (random.int(0, 6)) {
		case 0: {
			const copy = Buffer.from(bytes);
			if (copy.length > 0) copy[Math.min(at, copy.length - 1)] = (copy[at] ?? 0) ^ (1 << random.int(0, 7));
			return copy;
		}
		case 1:
			return Buffer.concat([before, randomBytes(random, length), after]);
		case 2:
			return Buffer.concat([before, after.subarray(length)]);
		case 3:
			return Buffer.concat([before, after.subarray(0, length * 8), after]);
		case 4:
			return Buffer.concat([before, Buffer.from(random.pick(RAW)), after]);
		case 5:
			return random.chance(0.5) ? before : Buffer.from(after);
		default:
			return Buffer.concat([before, Buffer.from(random.pick(PIECES)), after]);
	}
}

/** Flips, inserts, deletes and repeats some bytes, or cuts the file anywhere. */
export function damage(bytes: Uint8Array, random: Random): Uint8Array {
	let made = Buffer.from(bytes);
	for (let times = random.pick([1, 1, 1, 2, 3, 8]); times > 0; times--) made = Buffer.from(once(made, random));
	return made;
}
