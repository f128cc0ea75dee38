import { describe, expect, it } from 'vitest';
import type { Lang } from '#lib/i18n/index.ts';
import { METRICS, metricById, type Metric } from '#lib/metrics/index.ts';
import type { CellResult, Compared, OkResult } from '#lib/server/ask/types.ts';
import { changeDirection, changeSentence, changeWord, comparisonOf, factOf, sentenceOf } from '#lib/server/pages/sentences.ts';
import type { Verdict } from '#lib/statistics/index.ts';

const VERDICTS: readonly (Verdict | null)[] = ['much_better', 'better', 'similar', 'worse', 'much_worse', 'higher', 'lower', 'not_compared', null];
const LANGS: readonly Lang[] = ['id', 'en'];
const nation: Compared = { kind: 'nation', region: 'ID', cycle: 'PILKADA-2024', value: 2.1, contrast: null };
const BENCHMARKS: readonly (Compared | null)[] = [
	null,
	nation,
	{ ...nation, kind: 'province', region: '51' },
	{ ...nation, kind: 'target', value: 90 },
	{ ...nation, kind: 'previous', region: '51.03', cycle: 'PILKADA-2020' },
	{ ...nation, kind: 'previous', region: '51.03', cycle: 'PILKADA-2020', contrast: { kind: 'ratio', value: 0.5, lower: 0.2, upper: 1.1 } },
	{ ...nation, kind: 'previous', region: '51.03', cycle: 'PILKADA-2020', contrast: { kind: 'ratio', value: null, lower: 1.4, upper: null } },
	{ ...nation, kind: 'previous', region: '51.03', cycle: 'PILKADA-2020', contrast: { kind: 'difference', value: -3.2, lower: -9.1, upper: 2.7 } }
];
const OTHERS: readonly CellResult[] = [
	{ status: 'suppressed', kind: 'primary' },
	{ status: 'suppressed', kind: 'secondary' },
	{ status: 'suppressed', kind: 'entitled' },
	{ status: 'not_received' },
	{ status: 'not_published' },
	{ status: 'not_received', partial: { received: 2, expected: 9 } },
	{ status: 'not_published', partial: { received: 1, expected: 10 } },
	{ status: 'not_applicable' },
	...(['no_denominator', 'numerator_exceeds_denominator', 'too_few_cases', 'median_not_reached', 'no_interval', 'invalid_count'] as const).flatMap((reason): CellResult[] => [
		{ status: 'not_estimable', reason, numerator: 3, denominator: 4 },
		{ status: 'not_estimable', reason, numerator: 3, denominator: null }
	])
];
const GOOD_OR_BAD: Record<Lang, RegExp> = { id: /baik|buruk/, en: /better|worse|good|bad/ };

const told = (metric: Metric, result: CellResult) => ({ metric, region: '51.03', cycle: 'PILKADA-2024', result });
const metric = (id: string): Metric => {
	const found = metricById(id);
	if (!found) throw new Error(`no metric ${id}`);
	return found;
};
function results(m: Metric): OkResult[] {
	const numbers = [0, 4, 240].map((numerator): Pick<OkResult, 'value' | 'numerator' | 'denominator' | 'interval'> =>
		m.denominator === null && m.interval === null
			? { value: numerator, numerator, denominator: null, interval: null }
			: { value: 1.04, numerator, denominator: 4812, interval: m.interval === null ? null : { lower: 0.34, upper: 2.42 } }
	);
	return numbers.flatMap((n) => VERDICTS.flatMap((verdict) => (n.numerator === 4 ? BENCHMARKS : [nation]).map((benchmark): OkResult => ({ status: 'ok', ...n, verdict, benchmark }))));
}
const HOLES = /[{}]|undefined|null|NaN|Infinity|\s\s|\s[.,;:]|[,;:]\s*[.,;:]|\(\)/;
const isWhole = (sentence: string): boolean => /^[\p{Lu}\d].{2,}[^.]\.$/u.test(sentence) && !HOLES.test(sentence);
const UNEARNED: Record<Lang, RegExp> = { id: /lebih buruk|jauh|(?<!belum berarti )lebih baik/, en: /worse|much|(?<!not yet mean )better/ };
const STRONG: Record<Lang, RegExp> = { id: /jauh/, en: /much/ };

/** What is wrong with what is said of a cell; nothing, if all is well. */
function problems(m: Metric, result: CellResult, lang: Lang): string[] {
	const cell = told(m, result);
	const compared = comparisonOf(cell, lang);
	const found = [sentenceOf(cell, lang), sentenceOf(cell, lang, { place: true }), sentenceOf(cell, lang, { headline: true })].filter((sentence) => !isWhole(sentence));
	// What a metric is called may hold such a word; what is said of it may not.
	if (m.polarity === 'none' && GOOD_OR_BAD[lang].test(`${compared} ${changeWord(cell, lang)}`)) found.push(`judges: ${compared}`);
	if (result.status !== 'ok') return compared === '' && changeDirection(cell) === null ? found : [...found, `compares: ${compared}`];
	if (!result.verdict?.startsWith('much') && STRONG[lang].test(compared)) found.push(`too strong: ${compared}`);
	if (result.verdict !== 'similar' && result.verdict !== 'not_compared' && result.verdict !== null) return found;
	if (sentenceOf(cell, lang, { headline: true }).toLowerCase() !== `${factOf(cell, lang)}.`.toLowerCase()) found.push(`headline: ${sentenceOf(cell, lang, { headline: true })}`);
	return UNEARNED[lang].test(compared) ? [...found, `not earned: ${compared}`] : found;
}

describe('every metric, verdict, benchmark, status and language', () => {
	it.each(METRICS.map((m) => [m.id, m] as const))('%s', (_, m) => {
		const cells = [...results(m), ...OTHERS];
		expect(cells.length).toBeGreaterThan(90);
		expect(LANGS.flatMap((lang) => cells.flatMap((result) => problems(m, result, lang)))).toEqual([]);
	});

	it('what is not there is never said to be zero', () => {
		for (const m of METRICS) for (const lang of LANGS) for (const result of OTHERS) {
			if (result.status === 'not_estimable' || result.status === 'not_applicable') continue;
			expect(sentenceOf(told(m, result), lang)).toMatch(lang === 'id' ? /tidak berarti nol/ : /does not mean zero/);
		}
	});
});

const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');
const rate = (numerator: number, value: number, lower: number, upper: number, verdict: Verdict, benchmark: Compared | null = nation): OkResult => ({ status: 'ok', value, numerator, denominator: 4812, interval: { lower, upper }, verdict, benchmark });
const share = (numerator: number, denominator: number, value: number, verdict: Verdict, benchmark: Compared | null): OkResult => ({ status: 'ok', value, numerator, denominator, interval: { lower: 40, upper: 60 }, verdict, benchmark });
const plain = (value: number): OkResult => ({ status: 'ok', value, numerator: value, denominator: null, interval: null, verdict: null, benchmark: null });
const before = (contrast: Compared['contrast'], value = 2.1): Compared => ({ kind: 'previous', region: '51.03', cycle: 'PILKADA-2020', value, contrast });

describe('exact sentences', () => {
	it.each<[string, CellResult, string, string]>([
		['proven_per_1000', rate(5, 1.04, 0.34, 2.42, 'similar'), '5 orang terbukti melanggar di antara 4.812 ASN, 1,04 per 1.000 ASN (95 %: 0,34–2,42); belum dapat dibedakan dari Indonesia (2,10).', '5 persons found in breach among 4,812 ASN, 1.04 per 1,000 ASN (95%: 0.34–2.42); cannot be told apart from Indonesia (2.10).'],
		['proven_per_1000', rate(0, 0, 0, 0.77, 'similar'), '0 orang terbukti melanggar di antara 4.812 ASN, 0,00 per 1.000 ASN (95 %: 0,00–0,77); belum dapat dibedakan dari Indonesia (2,10); nol di sini belum berarti lebih baik.', '0 persons found in breach among 4,812 ASN, 0.00 per 1,000 ASN (95%: 0.00–0.77); cannot be told apart from Indonesia (2.10); zero here does not yet mean better.'],
		['proven_per_1000', rate(0, 0, 0, 0.77, 'better'), '0 orang terbukti melanggar di antara 4.812 ASN, 0,00 per 1.000 ASN (95 %: 0,00–0,77); lebih rendah daripada Indonesia (2,10), lebih baik.', '0 persons found in breach among 4,812 ASN, 0.00 per 1,000 ASN (95%: 0.00–0.77); lower than Indonesia (2.10), better.'],
		['proven_per_1000', rate(40, 8.31, 5.94, 11.32, 'much_worse'), '40 orang terbukti melanggar di antara 4.812 ASN, 8,31 per 1.000 ASN (95 %: 5,94–11,32); lebih tinggi daripada Indonesia (2,10), jauh lebih buruk.', '40 persons found in breach among 4,812 ASN, 8.31 per 1,000 ASN (95%: 5.94–11.32); higher than Indonesia (2.10), much worse.'],
		['reported_per_1000', rate(40, 8.31, 5.94, 11.32, 'higher', { ...nation, kind: 'province', region: '51' }), '40 orang dilaporkan (dugaan) di antara 4.812 ASN, 8,31 per 1.000 ASN (95 %: 5,94–11,32); lebih tinggi daripada Bali (2,10).', '40 persons reported (alleged) among 4,812 ASN, 8.31 per 1,000 ASN (95%: 5.94–11.32); higher than Bali (2.10).'],
		['proven_per_1000', rate(5, 1.04, 0.34, 2.42, 'similar', before({ kind: 'ratio', value: 0.5, lower: 0.13, upper: 1.6 })), '5 orang terbukti melanggar di antara 4.812 ASN, 1,04 per 1.000 ASN (95 %: 0,34–2,42); dari 2,10 per 1.000 ASN (Pilkada 2020) menjadi 1,04 per 1.000 ASN; karena masa kedua siklus tidak sama panjang, laju dihitung per ASN-tahun: 0,50 kali sebelumnya, menurut rentang 95 % antara 0,13 dan 1,60 kali: belum dapat dibedakan dari tidak berubah.', '5 persons found in breach among 4,812 ASN, 1.04 per 1,000 ASN (95%: 0.34–2.42); from 2.10 per 1,000 ASN (Pilkada 2020) to 1.04 per 1,000 ASN; since the two cycles differ in length, the rate is counted per ASN-year: 0.50 times the earlier one, by the 95% interval between 0.13 and 1.60 times: cannot be told apart from no change.'],
		['proven_per_1000', rate(5, 1.04, 0.34, 2.42, 'worse', before({ kind: 'ratio', value: null, lower: 1.31, upper: null }, 0)), '5 orang terbukti melanggar di antara 4.812 ASN, 1,04 per 1.000 ASN (95 %: 0,34–2,42); dari 0,00 per 1.000 ASN (Pilkada 2020) menjadi 1,04 per 1.000 ASN; sebelumnya nol, jadi kelipatannya tidak ada; dihitung per ASN-tahun lajunya sedikitnya 1,31 kali sebelumnya (batas bawah rentang 95 %): naik, lebih buruk.', '5 persons found in breach among 4,812 ASN, 1.04 per 1,000 ASN (95%: 0.34–2.42); from 0.00 per 1,000 ASN (Pilkada 2020) to 1.04 per 1,000 ASN; it was zero before, so there is no multiple; counted per ASN-year the rate is at least 1.31 times the earlier one (lower limit of the 95% interval): up, worse.'],
		['training_completion', share(500, 1000, 50, 'much_worse', { ...nation, kind: 'target', value: 90 }), '500 dari 1.000 peserta menyelesaikan pelatihan, 50,0 % (95 %: 40,0–60,0); lebih rendah daripada sasaran 90,0, jauh lebih buruk.', '500 of 1,000 participants completed the training, 50.0% (95%: 40.0–60.0); lower than the target 90.0, much worse.'],
		['sanctioned_share', share(12, 24, 50, 'better', before({ kind: 'difference', value: 28.5, lower: 3.1, upper: 48 }, 21.5)), '12 dari 24 orang yang terbukti sudah dijatuhi sanksi, 50,0 % (95 %: 40,0–60,0); dari 21,5 % (Pilkada 2020) menjadi 50,0 %; selisih 28,5 poin persen, menurut rentang 95 % antara 3,1 dan 48,0 poin: naik, lebih baik.', '12 of 24 persons found in breach have been sanctioned, 50.0% (95%: 40.0–60.0); from 21.5% (Pilkada 2020) to 50.0%; a difference of 28.5 percentage points, by the 95% interval between 3.1 and 48.0 points: up, better.'],
		['persons_proven', plain(1), '1 orang terbukti melanggar.', '1 person found in breach.'],
		['persons_overdue', plain(3), '3 orang kasusnya lewat tenggat.', '3 persons with a case past its deadline.'],
		['persons_waiting', { status: 'suppressed', kind: 'primary' }, 'Orang yang kasusnya menunggu: disembunyikan untuk melindungi angka kecil; ini tidak berarti nol.', 'Persons whose case is waiting: hidden to protect small numbers; this does not mean zero.'],
		['recommended', { status: 'suppressed', kind: 'entitled' }, 'Direkomendasikan sanksi: hanya tampil bagi yang berwenang atas wilayah ini; ini tidak berarti nol.', 'Sanction recommended: shown only to those entitled to this area; this does not mean zero.'],
		['persons_proven', { status: 'not_applicable' }, 'Orang terbukti: tidak ada pemilihan di Kabupaten Badung pada Pilkada 2024.', 'Persons proven: there was no election in Badung Regency in Pilkada 2024.'],
		['proven_share', { status: 'not_estimable', reason: 'no_denominator', numerator: 0, denominator: 0 }, 'Bagian dilaporkan yang terbukti: tidak dapat dihitung, karena tidak ada pembaginya (0); 0 dari 0.', 'Share of reported persons proven: cannot be computed, because there is nothing to divide by (0); 0 of 0.']
	])('%s: %#', (id, result, indonesian, english) => {
		expect(plainSpaces(sentenceOf(told(metric(id), result), 'id'))).toBe(indonesian);
		expect(sentenceOf(told(metric(id), result), 'en')).toBe(english);
	});

	it('tells a change alone', () => {
		const cell = told(metric('reported_per_1000'), rate(5, 1.04, 0.34, 2.42, 'higher', before({ kind: 'ratio', value: 2.5, lower: 1.1, upper: 6 }, 0.4)));
		expect(plainSpaces(changeSentence(cell, 'id'))).toBe('Dilaporkan per 1.000 ASN: dari 0,40 per 1.000 ASN (Pilkada 2020) menjadi 1,04 per 1.000 ASN; karena masa kedua siklus tidak sama panjang, laju dihitung per ASN-tahun: 2,50 kali sebelumnya, menurut rentang 95 % antara 1,10 dan 6,00 kali: naik.');
		expect(changeSentence(told(metric('persons_proven'), plain(2)), 'id')).toBe('');
	});

	it('names the place where asked to', () => {
		expect(sentenceOf(told(metric('persons_proven'), plain(2)), 'id', { place: true })).toBe('Kabupaten Badung, Pilkada 2024: 2 orang terbukti melanggar.');
	});
});
