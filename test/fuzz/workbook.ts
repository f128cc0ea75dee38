/** Workbooks with parts that lie, miss, come twice or hold XML that nobody writes. */
import type { Random } from '../../etl/generate/random.ts';
import { seedsOf, type Seed } from './corpus.ts';
import { damage, randomBytes } from './bytes.ts';
import { changeXml } from './xml.ts';
import { pack, unzip, zipOf, type Packed, type Part } from './zip.ts';

const opened = new Map<Seed, readonly Part[]>();

/** Parts of a seed; none for one that is not a sound archive. */
function partsOf(seed: Seed): readonly Part[] {
	const known = opened.get(seed);
	if (known) return known;
	let parts: readonly Part[] = [];
	try {
		parts = unzip(seed.bytes);
	} catch {
		// A golden case of a broken archive.
	}
	opened.set(seed, parts);
	return parts;
}

const NAMES = ['../evil.xml', '/etc/passwd', 'C:\\x', '..\\x', 'xl/../../x', 'xl/worksheets/sheet1.xml', 'xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', 'content.xml', 'META-INF/manifest.xml', 'xl/workbook.xml', 'xl/workbook.bin', 'word/document.xml', '', 'a\u0000b', 'x'.repeat(300), '__proto__'];
const SIZES = [0, 1, 0xffffffff, 0x7fffffff, 101 * 1024 * 1024, 5];
const TABLE_PARTS = /sheet\d*\.xml$|content\.xml$|sharedStrings\.xml$|workbook\.xml$|styles\.xml$|\.rels$/;

function changeParts(parts: readonly Part[], random: Random): Part[] {
	const tables = parts.filter((part) => TABLE_PARTS.test(part.name));
	const sheets = tables.filter((part) => /sheet\d*\.xml$|content\.xml$/.test(part.name));
	const own = random.pick(random.chance(0.6) && sheets.length > 0 ? sheets : tables.length > 0 ? tables : parts);
	return parts.map((part) => (part === own ? { ...part, data: changeXml(part.data, random) } : part));
}

const TRICKS: readonly ((packed: Packed[], random: Random) => void)[] = [
	(packed, random) => packed.splice(random.int(0, packed.length - 1), 1),
	(packed, random) => packed.push({ ...random.pick(packed), central: {} }),
	(packed, random) => (random.pick(packed).name = random.pick(NAMES)),
	(packed, random) => (random.pick(packed).central.name = random.pick(NAMES)),
	(packed, random) => packed.push(pack({ name: random.pick(NAMES), data: randomBytes(random, 50) })),
	(packed, random) => (random.pick(packed).central.size = random.pick(SIZES)),
	(packed, random) => (random.pick(packed).central.rawSize = random.pick(SIZES)),
	(packed, random) => (random.pick(packed).central.offset = random.pick(SIZES)),
	(packed, random) => (random.pick(packed).central.crc = random.int(0, 0xffff)),
	(packed, random) => (random.pick(packed).flags ^= random.pick([1, 8, 0x800, 0x40])),
	(packed, random) => (random.pick(packed).method = random.pick([0, 1, 9, 12, 99])),
	(packed, random) => {
		const part = random.pick(packed);
		part.raw = damage(part.raw, random);
	},
	(packed, random) => packed.push(pack({ name: 'dalam.zip', data: zipOf(packed) }, random.chance(0.5))),
	(packed, random) => {
		const at = random.int(0, packed.length - 1);
		const part = packed[at];
		if (part) packed[at] = pack({ name: part.name, data: Buffer.alloc(random.pick([900_000, 2_000_000, 5_000_000, 30_000_000]), random.pick([32, 60, 65])) });
	}
];

/** A workbook of the corpus with one part changed, or put together wrongly. */
export function brokenWorkbook(random: Random): { seed: Seed; bytes: Uint8Array } {
	const seed = random.pick(seedsOf('zip').filter((own) => partsOf(own).length > 0));
	const parts = random.chance(0.75) ? changeParts(partsOf(seed), random) : [...partsOf(seed)];
	const packed = parts.map((part) => pack(part, random.chance(0.1)));
	if (parts.every((part, at) => part === partsOf(seed)[at]) || random.chance(0.1)) random.pick(TRICKS)(packed, random);
	const bytes = zipOf(packed, random.chance(0.02) ? random.int(0, 70_000) : packed.length);
	return { seed, bytes: random.chance(0.04) ? damage(bytes, random) : bytes };
}
