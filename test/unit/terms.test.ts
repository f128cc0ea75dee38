/** Terms inside texts: which words are found, and what is kept out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossary } from '../../etl/reference/index.ts';
import { termEntries, termsPage } from '../../src/lib/server/pages/terms.ts';
import { splitTerms } from '../../src/lib/ui/terms.ts';

const id = termEntries('id');
const found = (text: string, seen = new Set<string>(), entries = id): string[] => splitTerms(text, entries, seen).flatMap((part) => (typeof part === 'string' ? [] : [`${part.word}=${part.entry.id}`]));

describe('the list of terms', () => {
	it('explains every term in both languages, under an anchor of its own', () => {
		const ids = glossary().map((t) => t.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(glossary().filter((t) => t.about_id === t.about_en)).toEqual([]);
		for (const lang of ['id', 'en'] as const) expect(termsPage(lang).letters.flatMap((l) => l.terms).length).toBe(ids.length);
	});

	it.each(['id', 'en'] as const)('gives no word to two terms (%s)', (lang) => {
		const words = termEntries(lang).flatMap((t) => t.words.map((w) => w.toLowerCase()));
		expect(words.filter((w, i) => words.indexOf(w) !== i)).toEqual([]);
	});

	it.each(['PPK', 'BKN', 'KASN', 'Bawaslu', 'netralitas', 'dugaan', 'terbukti', 'disanksi', 'ASN', 'PNS', 'PPPK', 'masa tenang', 'pakta integritas', 'rekomendasi', 'Plt.', 'serupa dengan', 'lebih tinggi daripada', 'keyakinan 95 %', 'keyakinan 99,8 %', 'rentang', 'ASN-tahun'])('knows %s', (word) => {
		expect(found(`Tentang ${word} di sini`)).toHaveLength(1);
	});
});

describe('terms in a text', () => {
	it('finds whole words only, the longest first', () => {
		expect(found('KASN dan ASN; ASN-tahun, netralitas ASN')).toEqual(['KASN=kasn', 'ASN=asn', 'ASN-tahun=asn-tahun', 'netralitas ASN=netralitas']);
		expect(found('BKNX, xBKN, keterbuktian, non-ASN, PPKS')).toEqual([]);
		expect(found('tidak terbukti, jauh lebih baik daripada')).toEqual(['tidak terbukti=tidak-terbukti', 'jauh lebih baik=jauh']);
	});

	it('takes a capital at the head of a sentence, but no other spelling of a name', () => {
		expect(found('Rentang 95 % dan Sosialisasi')).toEqual(['Rentang 95 %=rentang', 'Sosialisasi=sosialisasi']);
		expect(found('bawaslu, asn, SOSIALISASI')).toEqual([]);
	});

	it('passes over addresses', () => {
		expect(found('https://bkn.go.id/BKN dan /wilayah/ASN dan BKN.go.id')).toEqual([]);
	});

	it('explains a term once for everyone who shares the memory', () => {
		const seen = new Set<string>();
		expect(found('BKN dan BKN', seen)).toEqual(['BKN=bkn']);
		expect(found('lagi BKN, lalu KASN', seen)).toEqual(['KASN=kasn']);
	});

	it('holds the signs beside a term', () => {
		const [first, held] = splitTerms('orang dilaporkan (dugaan), lalu', id, new Set(['dilaporkan']));
		expect([first, held]).toMatchObject(['orang dilaporkan ', { before: '(', word: 'dugaan', after: '),' }]);
	});

	it('loses nothing of any text', () => {
		const pieces = fc.array(fc.oneof(fc.constantFrom(...id.flatMap((t) => t.words)), fc.string(), fc.constantFrom(' ', ', ', '\u00a0', '/', '.', 'https://a.id/')), { maxLength: 12 });
		fc.assert(
			fc.property(pieces, (list) => {
				const text = list.join('');
				expect(splitTerms(text, id, new Set()).map((part) => (typeof part === 'string' ? part : part.before + part.word + part.after)).join('')).toBe(text);
			})
		);
	});
});
