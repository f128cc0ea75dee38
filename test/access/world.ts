/** Submissions in which every regency's case rows bear a word of their own: where it is read, that regency's rows were read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRegions, type Region } from '../../etl/reference/regions.ts';

/** Two regencies of each province, in different places of the list. */
export const WATCHED: readonly Region[] = allRegions()
	.filter((r) => r.kind === 'province')
	.flatMap((province) => {
		const own = allRegions().filter((r) => r.province === province.code && (r.kind === 'regency' || r.kind === 'city'));
		return [own[1] ?? own[0], own.at(-1)].filter((r) => r !== undefined);
	});

/** The word of a regency; of a province and its regencies, how their words begin. */
export const wordOf = (code: string): string => `SNTL${code.replace('.', 'Q')}`;

const HEAD = 'Nomor Register;Tanggal Register;Kabupaten/Kota;Jenis Dugaan;Sumber;Status;Tanggal Kejadian;Jabatan;Unit Kerja;NIP;Tanggal Diteruskan;Tanggal Rekomendasi;Rekomendasi Sanksi;Tanggal Sanksi;Sanksi';
const TYPE = 'Sosialisasi/kampanye media sosial/online calon';

/** NIP that cannot be real: sequence 9xx. */
const nip = (n: number): string => `19${70 + (n % 12)}0${1 + (n % 9)}1${n % 10}200${n % 10}0${1 + (n % 9)}1${String(900 + (n % 99)).padStart(3, '0')}`;

function register(region: Region, seed: number): string {
	const word = wordOf(region.code);
	const row = (i: number, status: string): string =>
		`${String(i).padStart(3, '0')}/Reg/LP/PB/Kab/${word}/X/2024;1${i % 10}/10/2024;${region.name};${TYPE};Laporan;${status};0${1 + (i % 9)}/10/2024;Guru Ahli Pertama;Dinas ${word};${nip(seed * 7 + i)};27/10/2024;10/12/2024;Pemotongan tunjangan kinerja sebesar 25% selama 9 bulan;09/01/2025;Teguran tertulis`;
	const waiting = (i: number): string => `${String(i).padStart(3, '0')}/Reg/TM/PB/Kab/${word}/XI/2024;12/11/2024;${region.name};${TYPE};Temuan;Menunggu tindak lanjut PPK;07/11/2024;Kepala Seksi I;Badan ${word};${nip(seed * 7 + i + 3)};18/11/2024;22/12/2024;Pemotongan tunjangan kinerja sebesar 25% selama 9 bulan;;`;
	const good = Array.from({ length: 2 + (seed % 3) }, (_, i) => row(i + 1, 'Sanksi dijatuhkan (ditindaklanjuti PPK)'));
	return `\uFEFF${[HEAD, ...good, waiting(8), row(9, `Status ${word}`)].join('\r\n')}\r\n`;
}

/** Writes a folder with `source.json` for each watched regency; nature `real`. */
export function writeWorld(dir: string): void {
	WATCHED.forEach((region, i) => {
		const folder = join(dir, region.code);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'register.csv'), register(region, i));
		writeFileSync(join(folder, 'source.json'), JSON.stringify({ regency: region.code, office: 'Uji: orangnya rekaan', files: [{ file: 'register.csv', dataset: 'cases', nature: 'real', as_of: '2025-03-31', cycle: 'PILKADA-2024', covers: ['PILKADA-2024'] }] }));
	});
}
