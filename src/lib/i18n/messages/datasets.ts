import type { Text } from '../index.ts';

export const DATASET_NAMES = {
	cases: { id: 'Kasus', en: 'Cases' },
	training: { id: 'Pelatihan', en: 'Training' },
	training_totals: { id: 'Rekap pelatihan', en: 'Training totals' },
	quiz: { id: 'Kuis', en: 'Quiz' },
	events: { id: 'Sosialisasi', en: 'Events' },
	attendance: { id: 'Daftar hadir', en: 'Attendance' },
	pacts: { id: 'Pakta', en: 'Pacts' },
	moves: { id: 'Mutasi', en: 'Moves' },
	headcount: { id: 'Jumlah ASN', en: 'Headcount' },
	roster: { id: 'Daftar ASN', en: 'Roster' },
	published: { id: 'Angka terbit', en: 'Published' }
} as const satisfies Record<string, Text>;

/** What a dataset's records are called inside a sentence about what was not found. */
export const DATASET_RECORDS = {
	cases: { id: 'register kasus', en: 'case registers' },
	training: { id: 'jumlah peserta pelatihan', en: 'numbers trained' },
	training_totals: { id: 'rekap pelatihan', en: 'training totals' },
	quiz: { id: 'hasil kuis', en: 'quiz results' },
	events: { id: 'kegiatan sosialisasi', en: 'outreach events' },
	attendance: { id: 'daftar hadir', en: 'attendance lists' },
	pacts: { id: 'penanda tangan pakta integritas', en: 'signatories of integrity pacts' },
	moves: { id: 'mutasi', en: 'moves of officials' },
	headcount: { id: 'jumlah ASN', en: 'numbers of ASN' },
	roster: { id: 'daftar ASN', en: 'rosters of ASN' },
	published: { id: 'angka terbit', en: 'published figures' }
} as const satisfies Record<keyof typeof DATASET_NAMES, Text>;
