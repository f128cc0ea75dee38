import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, profileDates, type DateProfile } from '../../etl/normalise/dates.ts';
import { maskNip, parseNip } from '../../etl/normalise/nip.ts';
import { parseNumber, profileNumbers } from '../../etl/normalise/numbers.ts';
import { cleanText, isMissing, looksLikeFormula } from '../../etl/normalise/text.ts';
import { codeForWord } from '../../etl/normalise/words.ts';

const DAY_FIRST: DateProfile = { conflicting: false, order: 'dmy', proven: false };
const dateOf = (text: string, year: number | null = null) => {
	const date = parseDate(text, DAY_FIRST, year);
	return 'iso' in date ? date.iso : date.problem;
};
const numberOf = (texts: string[], whole = true) => texts.map((text) => parseNumber(text, profileNumbers(texts), whole)).map((n) => ('value' in n ? n.value : n.problem));

describe('dates', () => {
	it.each([
		['4 Juli 2024', '2024-07-04'],
		['Kamis, 4 Juli 2024', '2024-07-04'],
		['04/07/2024', '2024-07-04'],
		['4-7-24', '2024-07-04'],
		['2024-07-04', '2024-07-04'],
		['45477', '2024-07-04'],
		['09-Okt-24', '2024-10-09'],
		["Jum'at, 4 Okt 2024", '2024-10-04'],
		['5 Nopember 2024', '2024-11-05'],
		['1 Peb 2024', '2024-02-01'],
		['17 Agt 2024', '2024-08-17'],
		['5 March 2026  2:34 PM', '2026-03-05'],
		['5/03/26, 14:34', '2026-03-05'],
		['2026/02/13 2:22:10 PM GMT+8', '2026-02-13'],
		['4 Juli 2024 14.30 WITA', '2024-07-04'],
		['Agustus 2023', '2023-08'],
		['2022', '2022'],
		['31 April 2024', 'DATE_INVALID'],
		['5 Mar, 14:34', 'DATE_INVALID'],
		['Selasa, 4 Juli 2024', 'DATE_INVALID'],
		['kemarin', 'DATE_INVALID']
	])('%s is %s', (text, iso) => expect(dateOf(text)).toBe(iso));

	it('takes a year from elsewhere only when the weekday proves it', () => {
		expect(dateOf('Kamis (14/9)', 2023)).toBe('2023-09-14');
		expect(dateOf('Kamis (14/9)', 2024)).toBe('DATE_INVALID');
		expect(dateOf('14/9', 2023)).toBe('DATE_INVALID');
	});

	it('proves the order of a column', () => {
		expect(profileDates(['03/02/2026', '13/02/2026'])).toMatchObject({ order: 'dmy', proven: true });
		expect(profileDates(['2/3/2026', '2/13/2026'])).toMatchObject({ order: 'mdy', proven: true });
		expect(profileDates(['13/02/2026', '02/13/2026'])).toMatchObject({ conflicting: true });
		expect(profileDates(['02/12/2026 09:00:12 AM'])).toMatchObject({ order: 'mdy', proven: false });
		expect(profileDates(['3/1/2026 8:00', '3/9/2026 8:00', '4/2/2026 8:00'])).toMatchObject({ order: 'mdy', proven: false });
	});

	it('reads back every ISO date', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
				const iso = date.toISOString().slice(0, 10);
				expect(dateOf(iso)).toBe(iso);
			})
		);
	});
});

describe('numbers', () => {
	it('follows the convention that the column proves', () => {
		expect(numberOf(['1.025', '45 orang', '1.320,00', '±250'])).toEqual([1025, 45, 1320, 'NUMBER_INVALID']);
		expect(numberOf(['93.75', '100'], false)).toEqual([93.75, 100]);
		expect(numberOf(['93,75', '100,00'], false)).toEqual([93.75, 100]);
		expect(numberOf(['3,182', '1,234.50'], false)).toEqual([3182, 1234.5]);
	});
	it('refuses what can mean two numbers', () => {
		expect(numberOf(['3,182'])).toEqual(['NUMBER_AMBIGUOUS']);
		expect(numberOf(['93.750'], false)).toEqual(['NUMBER_AMBIGUOUS']);
		expect(numberOf(['12,5', '12.5', '7'], false)).toEqual(['NUMBER_AMBIGUOUS', 'NUMBER_AMBIGUOUS', 7]);
		expect(numberOf(['1.204', '3,182'])).toEqual(['NUMBER_AMBIGUOUS', 'NUMBER_AMBIGUOUS']);
		expect(numberOf(['1.234.5'])).toEqual(['NUMBER_INVALID']);
	});
	it('reads back counts in Indonesian writing', () => {
		fc.assert(fc.property(fc.nat(9_999_999), (n) => void expect(numberOf([n.toLocaleString('id-ID')])).toEqual([n])));
	});
});

describe('NIP', () => {
	const read = (text: string, numeric = false) => {
		const result = parseNip(text, numeric, '2026-06-30');
		return 'problem' in result ? result.problem : `${result.nip} ${result.employment}`;
	};
	it.each([
		['197806152003121951', '197806152003121951 PNS'],
		["'19780615 200312 1 951", '197806152003121951 PNS'],
		['NIP. 19780615.200312.1.951', '197806152003121951 PNS'],
		['199511302023211953', '199511302023211953 PPPK'],
		['199511302025241953', '199511302025241953 PPPK'],
		['1,97806E+17', 'NIP_LOST_DIGITS'],
		['1.97806152003121E+17', 'NIP_LOST_DIGITS'],
		['197806152003121000', 'NIP_LOST_DIGITS'],
		['197813152003121951', 'NIP_DATE'],
		['197806152003131951', 'NIP_DATE'],
		['199506152003121951', 'NIP_DATE'],
		['197806152027121951', 'NIP_DATE'],
		['197806152003123951', 'NIP_FORMAT'],
		['150999901', 'NIP_FORMAT'],
		['1978061520031219', 'NIP_FORMAT'],
		['197806152O03121951', 'NIP_FORMAT']
	])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

	it('never accepts a number', () => expect(read('197806152003121951', true)).toBe('NIP_LOST_DIGITS'));

	it('masks birth date, appointment and sex wherever it stands', () => {
		expect(maskNip('197806152003121951')).toBe('1978***********951');
		expect(maskNip('Nama 19780615 200312 1 951 x')).toBe('Nama 1978***********951 x');
		expect(maskNip('1.97806152003121E+17')).not.toContain('0615');
		expect(maskNip('1,97806E+17')).toBe('1,97806E+17');
	});
});

describe('text', () => {
	it('takes off one apostrophe and invisible characters', () => {
		expect(cleanText("'-Rahmawati").text).toBe('-Rahmawati');
		expect(cleanText("''x").text).toBe("''x");
		expect(cleanText('Kabupaten\u00a0 Badung\u200b')).toMatchObject({ text: 'Kabupaten Badung', invisible: true, deceptive: false });
		expect(cleanText('Misal\u202enya').deceptive).toBe(true);
		expect(cleanText('Аdi').deceptive).toBe(true);
	});
	it('knows the signs of nothing', () => {
		for (const sign of ['', '-', '–', '…', '...', 'NA', 'n/a', 'Nihil']) expect(isMissing(sign)).toBe(true);
		expect(isMissing('0')).toBe(false);
	});
	it('knows text that a spreadsheet would run', () => {
		for (const text of ['=1+1', '@SUM(1)', '+cmd|x', '-2+3+cmd', '\t=x', '＝x']) expect(looksLikeFormula(text)).toBe(true);
		for (const text of ['-', '-2911', '+62 812-000', '-1,5%', 'a=b', '']) expect(looksLikeFormula(text)).toBe(false);
	});
});

describe('words', () => {
	it('tells a finding of Bawaslu from one of KASN or BKN', () => {
		expect(codeForWord('case_statuses', 'Terbukti menurut BKN')).toBe('TERBUKTI');
		expect(codeForWord('case_statuses', 'Tidak terbukti')).toBe('TIDAK_TERBUKTI');
		expect(codeForWord('case_statuses', 'Diteruskan ke KASN/BKN')).toBe('DITERUSKAN');
		expect(codeForWord('case_statuses', 'Entah')).toBeUndefined();
		expect(codeForWord('violation_types', 'Netralitas ASN')).toBeNull();
		expect(codeForWord('positions', 'Guru Ahli Muda')).toBe('JF');
	});
});
