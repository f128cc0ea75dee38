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
