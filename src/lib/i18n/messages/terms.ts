import type { Text } from '../index.ts';

/** Words of the page of terms, and of the explanations where a term stands. */
export const TERMS = {
	heading: { id: 'Istilah', en: 'Terms' },
	lead: { id: 'Arti {n} istilah yang dipakai dalam pengawasan netralitas ASN dan di situs ini. Di halaman lain, tekan kata bergaris titik untuk membaca artinya di tempat.', en: 'What {n} terms mean in the supervision of civil-service neutrality and on this site. On the other pages, press a word with a dotted line to read its meaning in place.' },
	letters: { id: 'Menurut huruf', en: 'By letter' },
	source: { id: 'Sumber:', en: 'Source:' },
	all: { id: 'Semua istilah', en: 'All terms' }
} as const satisfies Record<string, Text>;
