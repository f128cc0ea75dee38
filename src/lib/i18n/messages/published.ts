/** Words of Angka terbit: what authorities printed. */
import type { Text } from '../index.ts';

export const PUBLISHED = {
	heading: { id: 'Angka terbit', en: 'Published figures' },
	beginsWith: { id: 'mulai dari {first}', en: 'beginning with {first}' },
	closes: { id: 'Tabel ini cocok: rincian {sum} = jumlah tercetak {total}.', en: 'This table adds up: rows {sum} = printed total {total}.' },
	differs: { id: 'Tabel ini TIDAK cocok: rincian {sum}, jumlah tercetak {total}, selisih {difference}.', en: 'This table does NOT add up: rows {sum}, printed total {total}, difference {difference}.' },
	noTotal: { id: 'Tanpa jumlah tercetak.', en: 'No printed total.' },
	body: { id: 'Lembaga', en: 'Body' },
	asOf: { id: 'Keadaan per', en: 'As of' },
	measure: { id: 'Ukuran', en: 'Measure' },
	value: { id: 'Nilai', en: 'Value' },
	label: { id: 'Wilayah atau golongan', en: 'Area or category' },
	item: { id: 'Rincian', en: 'Item' },
	place: { id: 'Wilayah', en: 'Area' },
	printedTotal: { id: 'jumlah tercetak', en: 'printed total' },
	note: { id: 'Catatan', en: 'Note' },
	tables: { id: '{n} tabel terbit', en: '{n} published {n|table|tables}' },
	closing: { id: '{closes} cocok dengan jumlah tercetaknya, {differs} tidak, {open} tanpa jumlah tercetak.', en: '{closes} {closes|adds up to its|add up to their} printed total, {differs} {differs|does|do} not, {open} {open|has|have} none.' },
	nothing: { id: 'Tidak ada tabel terbit untuk pilihan ini.', en: 'No published table for this choice.' },
	national: { id: 'Nasional', en: 'National' },
	singles: { id: 'Angka tunggal', en: 'Single figures' },
	singlesUndated: { id: 'Angka tunggal, siklus tidak disebut', en: 'Single figures, cycle not stated' },
	singleCount: { id: '{n} angka tunggal', en: '{n} single {n|figure|figures}' },
	singlesSub: { id: 'Angka yang dicetak sendiri, masing-masing dengan lembaga dan tanggalnya.', en: 'Figures printed alone, each with its body and date.' },
	source: { id: 'Sumber', en: 'Source' },
	notGiven: { id: 'tidak disebut', en: 'not stated' }
} as const satisfies Record<string, Text>;
