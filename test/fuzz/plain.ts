/** Good plain tables of many records: training lists, and the canonical table of every dataset. */
import { codesOf } from '../../etl/datasets/codes.ts';
import { CONTRACTS, DATASETS, type Column, type DatasetName } from '../../etl/datasets/index.ts';
import type { CheckContext } from '../../etl/findings.ts';
import type { Random } from '../../etl/generate/random.ts';
import type { Table } from './table.ts';

const AS_OF = '2026-06-30';
const HEAD = ['NIP', 'Nama', 'Unit Kerja', 'Kabupaten/Kota', 'Pelatihan', 'Status', 'Tanggal Selesai', 'Nilai', 'Persentase Penyelesaian'];
const two = (n: number): string => String(n).padStart(2, '0');
const nip = (random: Random): string => `19${random.int(66, 90)}${two(random.int(1, 12))}${two(random.int(1, 28))}20${random.int(12, 20)}${two(random.int(1, 12))}${random.int(1, 2)}${two(random.int(0, 99))}${random.int(1, 9)}`;
const day = (random: Random): string => `202${random.int(3, 5)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;

function training(random: Random): string[] {
	const done = random.chance(0.7);
	return [nip(random), `Contoh ${random.int(1, 999)}`, `Dinas ${random.int(1, 9)}`, 'Kabupaten Badung', 'Netralitas ASN', done ? 'Selesai' : 'Belum selesai', done ? day(random) : '', done ? `${random.int(50, 99)},5` : '', String(random.int(0, 100))];
}

function canonicalValue(column: Column, random: Random): string {
	if (!column.required && random.chance(0.3)) return '';
	const codes = codesOf(column);
	if (codes && codes.length > 0) return random.pick(codes);
	switch (column.type) {
		case 'integer':
			return String(random.int(0, 100));
		case 'decimal':
			return random.pick([String(random.int(0, 100)), `${random.int(0, 99)}.${random.int(0, 99)}`]);
		case 'date':
			return day(random);
		case 'month_or_date':
			return random.pick([day(random), '2024', '2024-05']);
		case 'boolean':
			return random.pick(['true', 'false']);
		case 'nip':
			return nip(random);
		case 'regency':
			return '51.03';
		default:
			return `${column.name} ${random.int(1, 500)}`;
	}
}

/** A good table with its context: `records` rows below the header. */
export function plainTable(random: Random, records: number): { table: Table; context: CheckContext } {
	const isTraining = random.chance(0.4);
	const dataset: DatasetName = isTraining ? 'training' : random.pick(DATASETS);
	const { columns } = CONTRACTS[dataset];
	const head = isTraining ? [...HEAD] : columns.map((column) => column.name);
	const rows = Array.from({ length: records }, () => (isTraining ? training(random) : columns.map((column) => canonicalValue(column, random))));
	const source = random.chance(0.3) ? { file: 'x.csv', nature: 'contoh' as const, as_of: AS_OF, ...(random.chance(0.5) ? { cycle: 'PILKADA-2024' } : {}) } : null;
	const context: CheckContext = { regency: random.pick(['51.03', '51.03', 'all']), fileName: 'x.csv', asOf: AS_OF, ...(random.chance(0.8) ? { dataset } : {}), ...(source ? { source } : {}) };
	return { table: { delimiter: isTraining ? ';' : ',', rows: [head, ...rows], lineEnd: '\n' }, context };
}
