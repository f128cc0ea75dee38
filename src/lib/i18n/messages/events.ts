import type { Text } from '../index.ts';

/** Kinds of events as the lists write them, in the reader's language; a kind that is not here is shown as written. */
export const EVENT_KINDS: Readonly<Record<string, Text>> = {
	apel: { id: 'apel', en: 'assembly' },
	arahan: { id: 'arahan', en: 'briefing' },
	audiensi: { id: 'audiensi', en: 'audience' },
	deklarasi: { id: 'deklarasi', en: 'declaration' },
	'ikrar dan pakta integritas': { id: 'ikrar dan pakta integritas', en: 'pledge and integrity pact' },
	pembekalan: { id: 'pembekalan', en: 'preparatory training' },
	'penanganan pelanggaran': { id: 'penanganan pelanggaran', en: 'handling of a violation' },
	pengawasan: { id: 'pengawasan', en: 'supervision' },
	'rapat kerja teknis': { id: 'rapat kerja teknis', en: 'technical meeting' },
	'rapat koordinasi': { id: 'rapat koordinasi', en: 'coordination meeting' },
	sosialisasi: { id: 'sosialisasi', en: 'outreach' },
	'sosialisasi dan ikrar': { id: 'sosialisasi dan ikrar', en: 'outreach and pledge' },
	'surat imbauan': { id: 'surat imbauan', en: 'advisory letter' }
};

/** Whom a number counts that is not attendance, as the lists write it. */
export const EVENT_COUNTS: Readonly<Record<string, Text>> = {
	'orang terlapor atau diperiksa (bukan peserta)': { id: 'orang terlapor atau diperiksa, bukan peserta', en: 'persons reported or examined, not participants' }
};
