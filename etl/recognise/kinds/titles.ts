/** What the lines above a table say: date, year, area, who is counted. */
import { parseDate } from '../../normalise/dates.ts';
import type { Header } from '../types.ts';

const AS_OF = /(?:keadaan|posisi|data|kondisi)\s*(?:per|s\.?d\.?|sampai dengan|tanggal|:)*\s*(?:tanggal)?\s*:?\s*(\d{1,2}\s+[a-z]+\s+\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4})/i;

/** "Keadaan per 31 Desember 2024" → `2024-12-31`; null when no title says it. */
export function asOfInTitles(header: Header): string | null {
	for (const title of header.titles) {
		const text = AS_OF.exec(title)?.[1];
		const date = text ? parseDate(text, { conflicting: false, order: 'dmy', proven: true }) : null;
		if (date && 'iso' in date && date.precision === 'day') return date.iso;
	}
	return null;
}

/** The one year named in the titles; null when there is none or several. */
export function yearInTitles(header: Header): number | null {
	const years = new Set(header.titles.flatMap((title) => title.match(/\b(20\d{2})\b/g) ?? []));
	return years.size === 1 ? Number([...years][0]) : null;
}

/** Who a headcount counts: PPPK, PNS or ASN; null when neither titles nor headings say. */
export function employmentInTitles(header: Header): 'ASN' | 'PNS' | 'PPPK' | null {
	const text = [...header.titles, ...header.headings].join(' ').toLowerCase().replaceAll('_', ' ');
	const pppk = /\bpppk\b|perjanjian kerja/.test(text);
	const pns = /\bpns\b|pegawai negeri sipil/.test(text);
	if (/\basn\b|aparatur sipil negara/.test(text) || (pppk && pns)) return 'ASN';
	return pppk ? 'PPPK' : pns ? 'PNS' : null;
}
