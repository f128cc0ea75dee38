/** (seed, index) → one file and its context: the same on every machine with the same tree. */
import { DATASETS } from '../../etl/datasets/index.ts';
import type { CheckContext } from '../../etl/findings.ts';
import { createRandom, type Random } from '../../etl/generate/random.ts';
import { damage, noise, randomText, signs } from './bytes.ts';
import { SEEDS, seedsOf, type Seed } from './corpus.ts';
import { json } from './json.ts';
import { plainTable } from './plain.ts';
import { encoded, rework, tableOf, textOf } from './table.ts';
import { brokenWorkbook } from './workbook.ts';

export const MAKERS = ['noise', 'text', 'signs', 'damaged', 'table', 'plain', 'workbook', 'json', 'large'] as const;
export type MakerName = (typeof MAKERS)[number];

export interface FuzzFile {
	readonly maker: MakerName;
	/** What it was made of. */
	readonly from: string;
	readonly bytes: Uint8Array;
	readonly context: CheckContext;
}

/** How often each maker is asked, of 100. */
const SHARES: Readonly<Record<MakerName, number>> = { noise: 6, text: 4, signs: 8, damaged: 16, table: 22, plain: 8, workbook: 20, json: 12, large: 4 };

const NOTHING_SAID: CheckContext = { regency: '51.03', fileName: 'x.csv', asOf: '2026-06-30' };
const without = ({ dataset: _, ...rest }: CheckContext): CheckContext => rest;

/** What the sender says, sometimes another thing than the file does. */
function context(own: CheckContext, random: Random): CheckContext {
	if (random.chance(0.7)) return own;
	switch (random.int(0, 3)) {
		case 0:
			return without(own);
		case 1:
			return { ...own, dataset: random.pick(DATASETS) };
		case 2:
			return { ...own, regency: random.pick(['all', '51.03', '18.12', '51.00']) };
		default:
			return { ...own, fileName: random.pick(['progress.netral.csv', 'x.ods', 'x.xlsx', '', '__proto__', 'a'.repeat(300)]) };
	}
}

function fromTable(seed: Seed, random: Random): Uint8Array {
	const decode = (own: Seed) => tableOf(new TextDecoder(own.bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(own.bytes));
	const table = decode(seed);
	rework(table, random, () => decode(random.pick(seedsOf('text'))));
	return encoded(textOf(table, random), random);
}

/** `headed`: the header stays as it is, so that most large tables can be read as columns. */
function plain(random: Random, records: number, headed: boolean): Pick<FuzzFile, 'from' | 'bytes' | 'context'> {
	const { table, context: told } = plainTable(random, records);
	const head = headed ? table.rows.shift() : undefined;
	rework(table, random, () => plainTable(random, records).table);
	if (head) table.rows.unshift(head);
	return { from: table.rows[0]?.slice(0, 3).join(' ').slice(0, 60) ?? '', bytes: encoded(textOf(table, random), random), context: told };
}

function make(maker: MakerName, random: Random): Pick<FuzzFile, 'from' | 'bytes' | 'context'> {
	const free = () => (random.chance(0.5) ? NOTHING_SAID : { ...NOTHING_SAID, dataset: random.pick(DATASETS) });
	switch (maker) {
		case 'noise':
			return { from: 'bytes', bytes: noise(random), context: free() };
		case 'text':
			return { from: 'text', bytes: randomText(random), context: free() };
		case 'signs':
			return { from: 'signs', bytes: signs(random), context: free() };
		case 'damaged': {
			const seed = random.pick(SEEDS);
			return { from: seed.name, bytes: damage(seed.bytes, random), context: context(seed.context, random) };
		}
		case 'table': {
			const seed = random.pick(seedsOf('text'));
			return { from: seed.name, bytes: fromTable(seed, random), context: context(seed.context, random) };
		}
		case 'plain':
			return plain(random, random.pick([1, 5, 20, 80]), false);
		case 'workbook': {
			const { seed, bytes } = brokenWorkbook(random);
			return { from: seed.name, bytes, context: context(seed.context, random) };
		}
		case 'json': {
			const bytes = Buffer.from(json(random));
			const told = random.chance(0.7) ? { ...NOTHING_SAID, dataset: 'training' as const } : free();
			return { from: 'json', bytes: random.chance(0.1) ? damage(bytes, random) : bytes, context: told };
		}
		case 'large':
			return plain(random, random.pick([70, 150, 400]), random.chance(0.75));
	}
}

/** The file of a place in a run. */
export function makeFile(seed: string, index: number): FuzzFile {
	const random = createRandom(`${seed}/${index}`);
	let left = random.int(0, 99);
	const maker = MAKERS.find((name) => (left -= SHARES[name]) < 0) ?? 'noise';
	return { maker, ...make(maker, random) };
}
