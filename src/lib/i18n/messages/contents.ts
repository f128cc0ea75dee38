/** Short names of cards, for the list of what stands on a page. */
import type { Text } from '../index.ts';

export const CONTENTS = {
	label: { id: 'Di halaman ini', en: 'On this page' },
	count: { id: 'Di halaman ini: {n} bagian', en: 'On this page: {n} {n|part|parts}' },
	cards: {
		pilihan: { id: 'Pilihan Anda', en: 'Your choice' },
		'pilihan-siklus': { id: 'Pilihan dari siklus ke siklus', en: 'Your choice over the cycles' },
		tahap: { id: 'Dilaporkan sampai disanksi', en: 'Reported to sanctioned' },
		laju: { id: 'Laju per 1.000 ASN', en: 'Rate per 1,000 ASN' },
		bulan: { id: 'Menurut bulan', en: 'By month' },
		tahapan: { id: 'Menurut tahapan', en: 'By stage' },
		bentuk: { id: 'Bentuk pelanggaran', en: 'Form of violation' },
		jabatan: { id: 'Golongan jabatan', en: 'Position category' },
		menunggu: { id: 'Siapa harus bertindak', en: 'Who has to act' },
		umur: { id: 'Lama menunggu', en: 'Time waiting' },
		mutasi: { id: 'Mutasi dalam masa larangan', en: 'Moves in the ban' },
		kasus: { id: 'Kasus menurut daerah', en: 'Cases by area' },
		tren: { id: 'Dari siklus ke siklus', en: 'From cycle to cycle' },
		keadaan: { id: 'Keadaan sekarang', en: 'State now' },
		putusan: { id: 'Putusan PPK', en: 'Decisions of the PPK' },
		langkah: { id: 'Langkah terhadap PPK', en: 'Steps towards the PPK' },
		'umur-sama': { id: 'Sanksi pada umur yang sama', en: 'Sanctions at equal age' },
		tenggat: { id: 'Tenggat', en: 'Deadlines' },
		waktu: { id: 'Waktu sampai selesai', en: 'Time to resolution' },
		berulang: { id: 'Terlapor lebih dari sekali', en: 'Reported more than once' },
		variasi: { id: 'Variasi bulanan', en: 'Monthly variation' },
		tertutup: { id: 'Yang tertutup bagi Anda', en: 'What is closed to you' },
		selesai: { id: 'Penyelesaian', en: 'Completion' },
		lulus: { id: 'Kelulusan', en: 'Passing' },
		kursus: { id: 'Menurut kursus', en: 'By course' },
		unit: { id: 'Menurut unit kerja', en: 'By agency' }
	}
} as const satisfies { label: Text; count: Text; cards: Record<string, Text> };
