/** A large training table as an agency would keep it, one row per invented person, for measuring. */
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { addDays, pad } from '../../etl/generate/calendar.ts';
import { nipAt } from '../../etl/generate/country_people.ts';
import { createRandom } from '../../etl/generate/random.ts';

export const HEADINGS = ['NIP', 'Nama', 'Unit Kerja', 'Kabupaten/Kota', 'Pelatihan', 'Status', 'Tanggal Selesai', 'Nilai', 'Persentase Penyelesaian'];
const PLACES = ['Kabupaten Badung', 'Kabupaten Tabanan', 'Kabupaten Paser', 'Kabupaten Belitung', 'Kabupaten Tulang Bawang Barat'];

/** Cells of row `index`; no two rows have the same NIP. */
export function trainingRow(index: number, random: ReturnType<typeof createRandom>): string[] {
	const place = PLACES[index % PLACES.length] ?? '';
	const done = random.chance(0.8);
	return [
		nipAt(index, index % 4 === 0 ? 'PPPK' : 'PNS'), `Contoh Orang ${index % 100_003}`, `Dinas Contoh ${1 + random.int(0, 399)} ${place}`, place, 'Pelatihan Netralitas ASN Pilkada 2024',
		done ? 'Selesai (mencapai nilai kelulusan)' : 'Belum selesai', done ? addDays('2024-01-02', random.int(0, 300)) : '', done ? `${60 + random.int(0, 39)},${pad(random.int(0, 99))}` : '', String(done ? 100 : random.int(0, 99))
	];
}

/** Writes `rows` rows as CSV with semicolons and decimal commas. */
export async function writeLargeFile(path: string, rows: number): Promise<void> {
	const random = createRandom('bench/large');
	const out = createWriteStream(path, { highWaterMark: 1 << 22 });
	let text = `${HEADINGS.join(';')}\n`;
	for (let index = 0; index < rows; index += 1) {
		text += `${trainingRow(index, random).join(';')}\n`;
		if (text.length < 1 << 20) continue;
		if (!out.write(text)) await once(out, 'drain');
		text = '';
	}
	out.end(text);
	await once(out, 'finish');
}

/** The same rows as a workbook; NIP as text. */
export async function writeLargeWorkbook(path: string, rows: number): Promise<void> {
	const random = createRandom('bench/large');
	const data = Array.from({ length: rows }, (_, index) => trainingRow(index, random));
	writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Pelatihan', rows: [HEADINGS, ...data] }] }));
}
