/** What stands in the files is what stands in the release: sums of accepted numbers, counted apart with a plain reader, from cell to fact and measure. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedPath } from '../../etl/accept.ts';
import { buildRelease } from '../../etl/build/build.ts';
import type { DatasetName } from '../../etl/datasets/index.ts';
import type { CheckResult } from '../../etl/findings.ts';
import { createRandom, type Random } from '../../etl/generate/random.ts';
import { workbookFile } from '../../etl/generate/workbook.ts';
import { openHome } from '../../etl/home.ts';
import { openKeys } from '../../etl/keys.ts';
import { loadFile } from '../../etl/load.ts';
import { Ops } from '../../etl/ops.ts';
import type { Nature } from '../../etl/source.ts';
import { literal, Warehouse } from '../../etl/warehouse.ts';

const AREAS: Readonly<Record<string, string>> = { '51.02': 'Kabupaten Tabanan', '51.03': 'Kab. Badung', '51.71': 'KOTA DENPASAR', '18.12': 'Tulang Bawang Barat', '19.02': 'Kabupaten Belitung', '64.01': 'Kab. Paser' };
const CODES = Object.keys(AREAS);
const FILES = 60;
const AS_OF = '2025-12-31';
const CYCLE = 'PILKADA-2024';

/** A table as it is sent; `bad` are rows (as a person counts them) that must be held, `left` those that are not loaded (totals, repeats). */
interface Sheet {
	readonly dataset: DatasetName;
	readonly delimiter: ';' | ',';
	readonly rows: (string | number)[][];
	readonly bad: Set<number>;
	readonly left: Set<number>;
}
interface Sent extends Sheet {
	readonly path: string;
	readonly sender: string;
	readonly nature: Nature;
	readonly result: CheckResult;
	readonly submission: string;
}

/** Which raw columns are added up under which name, and whose they are. */
const SUMMED: Readonly<Record<string, { readonly area: string; readonly names: Readonly<Record<string, readonly string[]>> }>> = {
	headcount: { area: 'Kabupaten/Kota', names: { persons: ['Laki-laki', 'Perempuan'] } },
	training_totals: { area: 'Kabupaten/Kota', names: { enrolled: ['Peserta Terdaftar'], completed: ['Peserta Selesai'], passed: ['Peserta Lulus'] } },
	events: { area: 'Daerah', names: { participants: ['Peserta ASN'], participants_other: ['Peserta Bukan ASN'] } },
	published: { area: 'region', names: { value: ['value'] } }
};

const dotted = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const two = (value: number): string => String(value).padStart(2, '0');
const REFUSED = ['±250', '-17', '12x', '1,2,3', '#REF!', '1.97806E+17', 'kira-kira 40', '1.23.456'];

/** Turns some rows into rows that must be held. */
function spoil(sheet: Sheet, numbers: readonly number[], random: Random): void {
	for (let row = 1; row < sheet.rows.length; row++) {
		const cells = sheet.rows[row];
		if (!cells || !random.chance(0.08)) continue;
		if (random.chance(0.2)) cells.push('geser');
		else cells[random.pick(numbers)] = random.pick(REFUSED);
		sheet.bad.add(row + 1);
	}
}

/** Repeats a good row at the end. */
function repeat(sheet: Sheet, random: Random): void {
	const at = random.int(1, sheet.rows.length - 1);
	if (sheet.bad.has(at + 1)) return;
	sheet.rows.push([...(sheet.rows[at] ?? [])]);
	sheet.left.add(sheet.rows.length);
}

const empty = (dataset: DatasetName, delimiter: ';' | ',', head: string[]): Sheet => ({ dataset, delimiter, rows: [head], bad: new Set(), left: new Set() });

function headcount(n: number, areas: readonly string[], asText: boolean, random: Random): Sheet {
	const sheet = empty('headcount', ';', ['Kabupaten/Kota', 'Keadaan Per', 'Laki-laki', 'Perempuan', 'Jumlah']);
	const say = (value: number) => (asText ? dotted(value) : value);
	const sums = [0, 0];
	for (const area of areas) {
		for (let month = 1; month <= 12; month++) {
			const [men, women] = [random.int(0, 9000), random.int(900, 12_000)];
			sums[0] = (sums[0] ?? 0) + men;
			sums[1] = (sums[1] ?? 0) + women;
			sheet.rows.push([AREAS[area] ?? '', `${1900 + n + 30}-${two(month)}-28`, say(men), say(women), say(men + women)]);
		}
	}
	if (random.chance(0.5)) {
		sheet.rows.push(['JUMLAH', '', ...[...sums, (sums[0] ?? 0) + (sums[1] ?? 0)].map(say)]);
		sheet.left.add(sheet.rows.length);
		return sheet;
	}
	spoil(sheet, [2, 3], random);
	const good = sheet.rows.findIndex((_, row) => row > 0 && !sheet.bad.has(row + 1));
	const cells = sheet.rows[good];
	if (cells && random.chance(0.5)) {
		cells[4] = say(99_999);
		sheet.bad.add(good + 1);
	}
	return sheet;
}

function recap(n: number, areas: readonly string[], asText: boolean, random: Random): Sheet {
	const sheet = empty('training_totals', ';', ['Kabupaten/Kota', 'Unit Kerja', 'Kursus', 'Peserta Terdaftar', 'Peserta Selesai', 'Peserta Lulus', 'Keadaan Per']);
	const say = (value: number) => (asText ? dotted(value) : value);
	for (const area of areas) {
		for (let unit = 1; unit <= 15; unit++) {
			const enrolled = random.int(5, 4000);
			const completed = random.int(0, enrolled);
			sheet.rows.push([AREAS[area] ?? '', `Dinas ${unit}`, `Netralitas ${n}`, say(enrolled), say(completed), random.chance(0.2) ? '-' : say(random.int(0, completed)), '31/12/2024']);
		}
	}
	spoil(sheet, [3, 4], random);
	repeat(sheet, random);
	return sheet;
}

function events(n: number, areas: readonly string[], asText: boolean, random: Random): Sheet {
	const sheet = empty('events', ';', ['Tanggal', 'Golongan', 'Jenis', 'Kegiatan', 'Penyelenggara', 'Peserta ASN', 'Peserta Bukan ASN', 'Daerah']);
	const say = (value: number) => (asText ? dotted(value) : value);
	for (const area of areas) {
		for (let event = 1; event <= 14; event++) {
			sheet.rows.push([`2024-${two(random.int(1, 12))}-${two(event)}`, 'pencegahan', 'sosialisasi', `Sosialisasi ${n}.${event}`, 'Bawaslu', random.chance(0.1) ? '' : say(random.int(1, 3000)), random.chance(0.6) ? '' : say(random.int(1, 60)), AREAS[area] ?? '']);
		}
	}
	spoil(sheet, [5, 6], random);
	repeat(sheet, random);
	return sheet;
}

function published(n: number, areas: readonly string[], _asText: boolean, random: Random): Sheet {
	const sheet = empty('published', ',', ['row_id', 'table_group', 'role', 'level', 'region', 'body', 'measure', 'unit', 'value', 'source_title']);
	for (const area of areas) {
		for (let row = 1; row <= 12; row++) sheet.rows.push([`r/${n}/${area}/${row}`, `t${n}`, 'row', 'regency', area, 'Bawaslu', 'reported_asn', 'people', random.chance(0.3) ? `${random.int(0, 99)}.${random.int(1, 9)}` : String(random.int(0, 5000)), 'Laporan, jilid 2']);
	}
	spoil(sheet, [8], random);
	repeat(sheet, random);
	return sheet;
}

const MAKERS = [headcount, recap, events, published];
const field = (text: string | number): string => (/[",;\n]/.test(String(text)) ? `"${text}"` : String(text));

/** The rows of a file as a reader sees them that knows nothing of us. */
async function plainRows({ path, delimiter }: Sent): Promise<string[][]> {
	if (path.endsWith('.csv')) return parse(readFileSync(path, 'utf8'), { delimiter, relax_column_count: true, bom: true });
	const { sheets } = await readXlsx(readFileSync(path));
	return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
}

/** A cell as a number: nothing is 0; dots group thousands, except where the table is a program's. */
const numberIn = (text: string, dataset: DatasetName): number => (text === '' || text === '-' ? 0 : Number(dataset === 'published' ? text : text.replaceAll('.', '')));

type Sums = Record<string, number>;
const add = (sums: Sums, key: string, value: number): void => {
	sums[key] = (sums[key] ?? 0) + value;
};
/** Decimal fractions are compared at one digit. */
const rounded = (sums: Sums): Sums => Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0).map(([key, value]) => [key, Math.round(value * 10) / 10]).sort());

async function addRaw(sums: Sums, sent: Sent): Promise<void> {
	const [head = [], ...rows] = await plainRows(sent);
	const held = new Set(sent.result.quarantined.map(({ row }) => row));
	const plan = SUMMED[sent.dataset];
	const areas = new Map(Object.entries(AREAS).flatMap(([code, name]) => [[name, code], [code, code]]));
	rows.forEach((cells, at) => {
		if (held.has(at + 2) || sent.left.has(at + 2) || !plan) return;
		const area = areas.get(cells[head.indexOf(plan.area)] ?? '');
		for (const [name, headings] of Object.entries(plan.names)) for (const heading of headings) add(sums, `${sent.dataset} ${name} ${area} ${sent.nature}`, numberIn(cells[head.indexOf(heading)] ?? '', sent.dataset));
	});
}

/** The same sums out of a table or a file of ours. */
async function addStored(sums: Sums, dataset: DatasetName, from: string, nature: string, warehouse: Warehouse): Promise<void> {
	const plan = SUMMED[dataset];
	const area = plan?.area === 'region' ? 'region' : 'regency';
	for (const name of Object.keys(plan?.names ?? {})) {
		const rows = await warehouse.all(`SELECT ${area} AS area, ${nature} AS nature, CAST(sum(${name}) AS DOUBLE) AS n FROM ${from} GROUP BY ALL`);
		for (const row of rows) add(sums, `${dataset} ${name} ${row.area} ${row.nature}`, Number(row.n ?? 0));
	}
}

describe('numbers from the files to the release', () => {
	const dir = mkdtempSync(join(tmpdir(), 'pantau-conservation-'));
	const home = openHome({ PANTAU_HOME: join(dir, 'home') });
	const sent: Sent[] = [];
	let raw: Sums = {};
	let internal = '';

	beforeAll(async () => {
		const ops = new Ops(home);
		const warehouse = await Warehouse.open();
		const tools = { home, ops, keys: openKeys(home), warehouse };
		for (let n = 0; n < FILES; n++) {
			const random = createRandom(`conservation/${n}`);
			const national = random.chance(0.3);
			const sender = national ? 'all' : random.pick(CODES);
			const [asText, workbook] = [random.chance(0.6), random.chance(0.4)];
			const make = MAKERS[n % MAKERS.length] ?? headcount;
			const sheet = make(n, national ? CODES : [sender], asText || !workbook, random);
			const path = join(dir, `kiriman-${n}.${workbook ? 'xlsx' : 'csv'}`);
			writeFileSync(path, workbook ? await workbookFile({ name: 'Lembar1', rows: sheet.rows }) : `${random.chance(0.3) ? '\ufeff' : ''}${sheet.rows.map((row) => row.map(field).join(sheet.delimiter)).join('\r\n')}\r\n`);
			const nature: Nature = sheet.dataset === 'published' || random.chance(0.5) ? 'real' : 'contoh';
			const stated = sheet.dataset === 'training_totals' || sheet.dataset === 'events' ? { cycle: CYCLE } : {};
			const file = { file: `kiriman-${n}`, dataset: sheet.dataset, nature, as_of: AS_OF, ...stated };
			const { result, submission } = await loadFile({ path, regency: sender, office: 'Uji', file }, true, tools);
			if (!result) throw new Error('loaded before');
			sent.push({ ...sheet, path, sender, nature, result, submission });
		}
		for (const own of sent) await addRaw(raw, own);
		raw = rounded(raw);
		internal = join((await buildRelease(home, ops, () => undefined)).dir, 'internal.duckdb');
		warehouse.close();
		ops.close();
	}, 60_000);
	afterAll(() => rmSync(dir, { recursive: true, force: true }));

	it('holds exactly the rows that were spoiled, leaves exactly totals and repeats', () => {
		let bad = 0;
		for (const { path, rows, bad: spoiled, left, result } of sent) {
			const about = `${path} ${JSON.stringify(result.findings.slice(0, 3).map((own) => own.message.en))}`;
			expect(result.quarantined.map(({ row }) => row), about).toEqual([...spoiled].sort((a, b) => a - b));
			expect(result.rows, about).toEqual({ read: rows.length - 1, accepted: rows.length - 1 - spoiled.size - left.size, quarantined: spoiled.size, dropped: left.size });
			bad += spoiled.size;
		}
		expect(bad).toBeGreaterThan(100);
	});

	it('keeps every sum in the accepted files', async () => {
		const warehouse = await Warehouse.open();
		const sums: Sums = {};
		for (const { dataset, sender, nature, submission } of sent) await addStored(sums, dataset, `read_parquet(${literal(acceptedPath(home, { id: submission, dataset, regency: sender }))})`, literal(nature), warehouse);
		warehouse.close();
		expect(rounded(sums)).toEqual(raw);
		expect(Object.keys(raw).length).toBeGreaterThan(60);
	});

	it('keeps every sum in the facts of the release', async () => {
		const warehouse = await Warehouse.open(internal);
		const sums: Sums = {};
		for (const dataset of Object.keys(SUMMED) as DatasetName[]) await addStored(sums, dataset, `fact_${dataset}`, 'nature', warehouse);
		warehouse.close();
		expect(rounded(sums)).toEqual(raw);
	});

	it('keeps participants in the measures, nothing counted twice', async () => {
		const warehouse = await Warehouse.open(internal);
		const cells = await warehouse.all(`SELECT region, nature, value FROM measure_cell WHERE measure = 'participants' AND breakdown = '' AND length(region) = 5`);
		warehouse.close();
		const sums: Sums = {};
		for (const cell of cells) add(sums, `events participants ${cell.region} ${cell.nature}`, Number(cell.value));
		expect(rounded(sums)).toEqual(Object.fromEntries(Object.entries(raw).filter(([key]) => key.startsWith('events participants '))));
	});
});
