/** Every text a sender reads exists in Indonesian and in English: shown on all golden inputs and on every template. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { check } from '../../etl/check.ts';
import { MESSAGES, VARIANTS } from '../../etl/check/messages.ts';
import { withResubmission } from '../../etl/check/resubmission.ts';
import { answerLines, findingLines } from '../../etl/check/spoken.ts';
import { main } from '../../etl/cli.ts';
import type { CheckResult, Finding } from '../../etl/findings.ts';
import { inLanguage, type Language, type Phrase } from '../../etl/phrase.ts';
import { KINDS } from '../../etl/recognise/index.ts';
import { findingsCatalogue } from '../../etl/reference/index.ts';
import { FINDINGS } from '../../src/lib/i18n/messages/findings.ts';
import { goldenCases } from '../golden/cases.ts';

const INDONESIAN =
	/\b(baris|kolom|tidak|bukan|harus|lembar|sel|dan|yang|atau|dengan|dari|untuk|pada|karena|jumlah|tanggal|bilangan|angka|berkas|nilai|ini|itu|sudah|belum|lagi|orang|sama|isi|kosong|lalu|simpan|kirim|ulang|tanpa|nama|kegiatan|judul|dimuat|dibaca|seharusnya|daerah|laporan|siklus|jenis|wajib)\b/i;
const ENGLISH = /\b(the|row|rows|column|columns|not|must|sheet|cell|and|which|or|with|from|because|total|date|number|empty|is|are|again|send|save)\b/i;

/** What our own words are, without what the sender's file says: quoted texts, the value and the heading. */
function ownWords(text: string, finding?: Finding): string {
	const theirs = [finding?.value, finding && finding.heading !== null && typeof finding.heading === 'string' ? finding.heading : null].filter((part) => part);
	return theirs.reduce<string>((rest, part) => rest.replaceAll(part ?? '', '…'), text.replace(/"[^"]*"/g, '"…"'));
}

/** What is wrong with a text for people; an empty list when nothing is. */
function faults(phrase: Phrase, finding?: Finding): string[] {
	const found: string[] = [];
	for (const language of ['id', 'en'] as const) {
		const text = inLanguage(phrase, language);
		const own = ownWords(text, finding);
		const stranger = (language === 'en' ? INDONESIAN : ENGLISH).exec(own)?.[0];
		if (text.trim() === '') found.push(`${language}: empty`);
		if (/[{}]|undefined|\[object/.test(text)) found.push(`${language}: a hole in "${text}"`);
		if (/\(\)|^:|\b(per|as of) ?\)|  /.test(own)) found.push(`${language}: a value is missing in "${text}"`);
		if (stranger) found.push(`${language}: "${stranger}" in "${text}"`);
	}
	if (typeof phrase === 'string') found.push(`one language only: "${phrase}"`);
	return found;
}

function faultsOf(result: CheckResult): string[] {
	return [...result.findings.flatMap((f) => [...faults(f.message, f), ...faults(f.remedy, f)]), ...result.recognised.dropped.flatMap((line) => faults(droppedWords(line)))];
}

/** Headings stand unquoted at the end of the Indonesian lines about columns. */
function droppedWords(line: Phrase): Phrase {
	if (typeof line === 'string') return line;
	return { id: line.id.replace(/^(kolom [^:]*): .*$/s, '$1'), en: line.en };
}

describe('golden inputs', () => {
	it.each(goldenCases.map((own) => [own.name, own] as const))('%s speaks both languages', async (_, own) => {
		const result = await check(own.bytes(), own.context());
		expect(faultsOf(result)).toEqual([]);
		for (const language of ['id', 'en'] as const) expect([...answerLines(result, language), ...result.findings.flatMap((f) => findingLines(f, language))].join('\n')).not.toMatch(/undefined|\[object/);
	});

	it('say what is compared with earlier files in both languages', async () => {
		const own = goldenCases.find(({ name }) => name === 'moodle-progress-id');
		if (!own) throw new Error('no such case');
		const result = withResubmission(await check(own.bytes(), own.context()), { new: 1, changed: 2, same: 3, missing: 4 }, '2026-01-02T00:00:00Z');
		expect(result.findings.map((f) => f.code)).toEqual(expect.arrayContaining(['FILE_SAME_AGAIN', 'RESUBMIT_NEW', 'RESUBMIT_CHANGED', 'RESUBMIT_UNCHANGED', 'RESUBMIT_MISSING']));
		expect(faultsOf(result)).toEqual([]);
	});
});

describe('templates and titles', () => {
	it.each(Object.entries({ ...MESSAGES, ...VARIANTS }))('%s', (_code, template) => {
		for (const language of ['id', 'en'] as const satisfies readonly Language[]) {
			expect(template[language].message.trim()).not.toBe('');
			expect(template[language].remedy.trim()).not.toBe('');
		}
		const names = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).toSorted();
		expect(names(template.en.message)).toEqual(names(template.id.message));
		expect(names(template.en.remedy)).toEqual(names(template.id.remedy));
		expect(ownWords(template.en.message.replace(/\{[^}]*\}/g, ''))).not.toMatch(INDONESIAN);
		expect(ownWords(template.en.remedy.replace(/\{[^}]*\}/g, ''))).not.toMatch(INDONESIAN);
	});

	it.each(KINDS.map((kind) => [kind.kind, kind] as const))('%s', (_, kind) => {
		expect(kind.title.id).not.toBe('');
		expect(kind.title.en).not.toMatch(INDONESIAN);
		if (kind.dataset === null) expect(faults(kind.instead ?? '')).toEqual([]);
	});
});

describe('the reasons on the page', () => {
	it('have words for every code that can hold a row or refuse a file', () => {
		const codes = findingsCatalogue().flatMap(({ code, severity, outcome }) => (severity === 'error' || outcome === 'quarantine_rows' ? [code] : []));
		expect(codes.filter((code) => !FINDINGS[code])).toEqual([]);
	});
});

describe('the command line', () => {
	afterEach(() => vi.restoreAllMocks());

	async function printed(...options: string[]): Promise<string> {
		process.env['PANTAU_HOME'] = join(tmpdir(), 'pantau-no-home');
		const file = join(import.meta.dirname, '../golden/headcount-negative/input.csv');
		const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
		expect(await main(['check', file, '--regency', 'all', '--as-of', '2026-06-30', ...options])).toBe(2);
		const text = log.mock.calls.map(([line]) => String(line)).join('\n');
		log.mockRestore();
		return text;
	}

	it('answers in Indonesian unless another language is asked for', async () => {
		const [id, en] = [await printed('--format', 'json'), await printed('--format', 'json', '--lang', 'en')].map((text): Record<string, unknown> => JSON.parse(text));
		expect(Object.keys(id ?? {})).toEqual(['outcome', 'dataset', 'recognised', 'rows', 'resubmission', 'findings']);
		expect(Object.keys(Object(id?.['recognised']))).toEqual(['kind', 'language', 'encoding', 'delimiter', 'sheet', 'headerRows', 'dateOrder', 'decimal', 'dropped']);
		expect(id?.['findings']).toMatchObject([{ code: 'VALUE_NEGATIVE', message: expect.stringMatching(/^Sel C2: "Laki-laki" tidak boleh negatif/) }]);
		expect(en?.['findings']).toMatchObject([{ code: 'VALUE_NEGATIVE', message: expect.stringMatching(/^Cell C2: "Laki-laki" cannot be negative/) }]);
	});

	it('says how a file was read, in words', async () => {
		const [id, en] = [await printed('--format', 'text'), await printed('--format', 'text', '--lang', 'en')];
		expect(id).toMatch(/^Hasil: sebagian baris dikarantina\nBeginilah berkas Anda dibaca:\n  jenis laporan [A-Z].+; dataset headcount; bahasa Indonesia; penyandian UTF-8; pemisah "."/);
		expect(en).toMatch(/^Outcome: some rows are quarantined\nThis is how your file was read:\n  kind of report [A-Z].+; dataset headcount; language Indonesian; encoding UTF-8; delimiter "."/);
		expect(`${id}${en}`).not.toMatch(/quarantine_rows|\[error\]|headcount_/);
	});
});

describe('a source.json that cannot be used', () => {
	afterEach(() => vi.restoreAllMocks());
	const GOOD = { regency: '51.04', office: 'BKPSDM', files: [{ file: 'a.csv', nature: 'real', as_of: '2024-12-31' }] };

	async function answer(source: string, regency = '51.04'): Promise<{ code: number; said: string }> {
		const folder = mkdtempSync(join(tmpdir(), 'pantau-source-'));
		const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		vi.spyOn(console, 'log').mockImplementation(() => undefined);
		try {
			writeFileSync(join(folder, 'a.csv'), 'Kabupaten/Kota;Laki-laki\r\nKabupaten Gianyar;3\r\n');
			writeFileSync(join(folder, 'source.json'), source);
			const code = await main(['check', join(folder, 'a.csv'), '--regency', regency]);
			return { code, said: error.mock.calls.flat().join(' ') };
		} finally {
			rmSync(folder, { recursive: true });
		}
	}
	const file = (change: object) => JSON.stringify({ ...GOOD, files: [{ ...GOOD.files[0], ...change }] });

	it.each([
		['a syntax error', '{ "regency": "51.04",\n  office: 1 }', /bukan JSON yang sah di baris 2, kolom 3; periksa tanda kutip/],
		['a day that does not exist', file({ as_of: '2024-02-30' }), /"files\[0\]\.as_of": harus tanggal yang ada, berbentuk TTTT-BB-HH/],
		['a key that is missing', JSON.stringify({ ...GOOD, office: undefined }), /"office": wajib diisi/],
		['a misspelt key', file({ kolom: 1 }), /"files\[0\]": kunci yang tidak dikenal: "kolom"/],
		['another kind of value', JSON.stringify({ ...GOOD, files: 'a.csv' }), /"files": harus daftar \[ … \]/]
	])('is refused in Indonesian words, with the key: %s', async (_, source, words) => {
		const { code, said } = await answer(source);
		expect(said).toMatch(words);
		expect(said).not.toMatch(/✖|undefined|Expected|Input tidak valid/);
		expect(code).toBe(3);
	});

	it('is not mixed with the sender of the command', async () => {
		const { code, said } = await answer(JSON.stringify(GOOD), '51.03');
		expect(said).toMatch(/"51\.04".*--regency 51\.03/);
		expect(code).toBe(64);
		expect((await answer(JSON.stringify(GOOD))).code).not.toBe(64);
	});
});

describe('the examination itself', () => {
	it('sees a missing language, a hole, and the wrong language', () => {
		expect(faults({ id: 'Baris 3 kosong', en: '' })).toEqual(['en: empty']);
		expect(faults({ id: 'Baris 3 kosong', en: 'Row {row} is empty' })).toHaveLength(1);
		expect(faults({ id: 'Baris 3 kosong', en: 'Row 3: sel kosong' })).toEqual(['en: "sel" in "Row 3: sel kosong"']);
		expect(faults({ id: 'Row 3 kosong', en: 'Row 3: "sel kosong"' })).toEqual(['id: "Row" in "Row 3 kosong"']);
		expect(faults('Baris 3')).toContain('one language only: "Baris 3"');
	});
});
