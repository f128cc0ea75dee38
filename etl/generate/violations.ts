/** Which form of violation fits a date, in the words of the joint decree (SKB 2022). */
import { violationTypes } from '../reference/index.ts';
import type { IsoDate } from './calendar.ts';
import { determinationDay } from './elections.ts';
import type { Random } from './random.ts';

/** The SKB of 22 September 2022: older cases have no form of it. */
const SKB_SIGNED = '2022-09-22';

// Weights follow the order in which KASN and Kemendagri published the shares of Pemilu 2024, roughly.
const BEFORE = ['SKB-04', 'SKB-04', 'SKB-06', 'SKB-06', 'SKB-02', 'SKB-02', 'SKB-05', 'SKB-03', 'SKB-01', 'SKB-10', 'SKB-16', 'SKB-15', 'SKB-12'];
const AFTER = ['SKB-13', 'SKB-13', 'SKB-13', 'SKB-11', 'SKB-11', 'SKB-09', 'SKB-14', 'SKB-15', 'SKB-15', 'SKB-08', 'SKB-17', 'SKB-19', 'SKB-12'];

/** A form that was in force and possible on that day, or null before the decree. */
export function violationOn(random: Random, incident: IsoDate, cycle: string): string | null {
	if (incident < SKB_SIGNED) return null;
	return random.pick(incident < determinationDay(cycle) ? BEFORE : AFTER);
}

/** Full Indonesian name of a form. */
export function violationName(code: string): string {
	const found = violationTypes().find((type) => type.code === code);
	if (!found) throw new Error(`unknown violation type ${code}`);
	return found.name_id;
}

/** What the report says happened, in a few words. */
export const ACTS: Readonly<Record<string, string>> = {
	'SKB-01': 'Memasang baliho bakal calon di halaman rumah dinas',
	'SKB-02': 'Menyebarkan ajakan memilih bakal calon melalui grup percakapan',
	'SKB-03': 'Hadir dan bersorak dalam deklarasi bakal pasangan calon',
	'SKB-04': 'Memberi suka dan komentar dukungan pada akun bakal calon',
	'SKB-05': 'Mengunggah foto bersama bakal calon dengan simbol jari',
	'SKB-06': 'Ikut dalam kegiatan pengenalan bakal calon',
	'SKB-08': 'Memasang spanduk calon',
	'SKB-09': 'Mengampanyekan calon melalui media sosial',
	'SKB-10': 'Mendaftar sebagai bakal calon ke partai politik tanpa CLTN',
	'SKB-11': 'Hadir dalam kampanye pasangan calon dan memberi dukungan',
	'SKB-12': 'Tercatat sebagai anggota partai politik',
	'SKB-13': 'Membagikan unggahan kampanye calon',
	'SKB-14': 'Mengunggah foto bersama calon dengan simbol dukungan',
	'SKB-15': 'Mengajak rekan kerja mendukung salah satu calon',
	'SKB-16': 'Menjadi anggota tim ahli bakal calon',
	'SKB-17': 'Menjadi anggota tim pemenangan calon',
	'SKB-19': 'Membuat keputusan yang menguntungkan salah satu calon'
};
