/** What became of the cases: one state per person in a case, recommended beside imposed, equal age, deadlines. */
import { counted, proportion } from './build.ts';
import type { Measure, Metric, Text } from './types.ts';

/** States of a person in a case, in the order of the process. Exactly one holds at a time; together they are all. */
export const STATES = [
	'received',
	'under_review',
	'with_supervisor',
	'not_proven',
	'not_processed',
	'awaiting_ppk',
	'warned',
	'blocked',
	'as_recommended',
	'lighter',
	'heavier',
	'sanctioned_other',
	'declined',
	'ended',
	'unknown'
] as const;

/** What followed a recommendation; `sanctioned_other`: a sanction that cannot be compared with the recommended one. */
export const OUTCOMES = ['as_recommended', 'lighter', 'heavier', 'declined', 'sanctioned_other', 'ended', 'unknown', 'undecided'] as const;

/** How far the supervising body has pressed a PPK that has not decided. */
export const ESCALATIONS = ['awaiting_ppk', 'warned', 'blocked'] as const;

/** Days after the recommendation at which cohorts are compared. */
export const COHORT_AGES = [30, 60, 90, 180] as const;

const entries = (id: string, where: string | null, by: Measure['by'] = {}): Measure => ({
	id,
	family: 'handling',
	dataset: 'cases',
	mart: 'mart_case_person',
	region: 'employer',
	value: 'count(*)',
	where,
	by,
	additive: true,
	absent: 'zero',
	guard: 'entitled'
});

export const HANDLING_MEASURES: readonly Measure[] = [
	entries('case_entries', null, { state: 'state', duration: 'duration' }),
	entries('recommended_entries', 'outcome IS NOT NULL', { outcome: 'outcome', quarter: 'quarter' }),
	entries('decided_entries', "outcome IN ('as_recommended', 'lighter', 'heavier', 'declined')", { quarter: 'quarter' }),
	entries('as_recommended_entries', "outcome = 'as_recommended'", { quarter: 'quarter' }),
	entries('lighter_entries', "outcome = 'lighter'", { quarter: 'quarter' }),
	entries('heavier_entries', "outcome = 'heavier'", { quarter: 'quarter' }),
	entries('declined_entries', "outcome = 'declined'", { quarter: 'quarter' }),
	entries('undecided_entries', "outcome = 'undecided'", { escalation: 'state', quarter: 'quarter' }),
	entries('followed_up_entries', "outcome IN ('as_recommended', 'lighter', 'heavier', 'declined', 'sanctioned_other')", { quarter: 'quarter' }),
	...COHORT_AGES.flatMap((age) => [
		entries(`followed_${age}`, `followed_days >= ${age}`, { quarter: 'quarter' }),
		entries(`sanctioned_in_${age}`, `followed_days >= ${age} AND sanction_days <= ${age}`, { quarter: 'quarter' }),
		entries(`immature_${age}`, `followed_days < ${age}`, { quarter: 'quarter' })
	]),
	entries('undated_entries', 'outcome IS NOT NULL AND followed_days IS NULL', { quarter: 'quarter' }),
	{ ...entries('overdue_persons', 'overdue', { holder: 'holder' }), value: 'count(DISTINCT person)' },
	{ ...entries('clocked_persons', 'clocked', { holder: 'holder' }), value: 'count(DISTINCT person)' },
	{ ...entries('repeat_persons', 'repeated'), value: 'count(DISTINCT person)' }
];

const sources: Text = {
	id: 'Register dan rekapitulasi kasus yang dikirim daerah; daftar status, sanksi, dan tenggat Pantau.',
	en: 'Case registers and recapitulations sent by the regencies; lists of statuses, sanctions and deadlines of Pantau.'
};
const entryUnit: Text = {
	id: 'Satuannya orang dalam kasus: orang yang terlapor dalam dua kasus dihitung dua kali, masing-masing dengan satu keadaan.',
	en: 'The unit is a person in a case: who is reported in two cases counts twice, each with one state.'
};
const noReason: Text = {
	id: 'Berkas daerah tidak memuat alasan PPK bila tidak menjatuhkan sanksi; yang dihitung hanya bahwa itu terjadi sesudah rekomendasi.',
	en: 'The files hold no reason where the PPK imposed nothing; only that it happened after the recommendation is counted.'
};
const levels: Text = {
	id: 'Lebih ringan atau lebih berat menurut urutan tingkat dalam daftar sanksi; PNS dan PPPK memiliki urutan masing-masing, dan sanksi yang tidak sebanding atau tidak disebut dipisahkan.',
	en: 'Lighter or heavier by the order of levels in the list of sanctions; PNS and PPPK have their own; sanctions that cannot be compared or are not stated stand apart.'
};
const clocks: Text = {
	id: 'Tenggat per langkah dari daftar clocks.csv, dalam hari kalender yang dilonggarkan; langkah tanpa batas hari yang terverifikasi (antara lain pada PPK) tidak pernah disebut lewat tenggat.',
	en: 'Deadlines by step from clocks.csv, in calendar days counted generously; a step without a verified limit (among others at the PPK) is never called overdue.'
};
const notTheEmployer: Text = {
	id: 'Yang lewat tenggat adalah lembaga yang menangani, bukan pemberi kerja orang itu; angka ini tidak menilai daerah.',
	en: 'Who is late is the body that handles the case, not the employer of the person; the figure does not judge the area.'
};

const count = (id: string, numerator: string, unit: Metric['unit'], name: Text, about: Text, caveats: readonly Text[]): Metric =>
	counted({ id, family: 'handling', name, unit, numerator, about, caveats: unit === 'entries' ? [entryUnit, ...caveats] : caveats, sources });
const share = (id: string, numerator: string, denominator: string, polarity: Metric['polarity'], name: Text, about: Text, caveats: readonly Text[], beside?: string): Metric =>
	proportion(count(id, numerator, 'entries', name, about, caveats), denominator, polarity, beside);

const cohort = (age: (typeof COHORT_AGES)[number]): Metric[] => [
	share(
		`sanctioned_in_${age}_share`, `sanctioned_in_${age}`, `followed_${age}`, 'high_is_good',
		{ id: `Disanksi dalam ${age} hari`, en: `Sanctioned within ${age} days` },
		{ id: `Dari rekomendasi yang sudah berumur ${age} hari pada tanggal data, berapa yang dijatuhi sanksi dalam ${age} hari.`, en: `Of the recommendations at least ${age} days old at the data date, how many were sanctioned within ${age} days.` },
		[{ id: 'Dibandingkan pada umur yang sama: bagian yang disanksi naik seiring umur (52 % menjadi 91 % pada 2020).', en: 'Compared at equal age: the share sanctioned grows with age (52% to 91% in 2020).' }],
		`immature_${age}_entries`
	),
	count(
		`immature_${age}_entries`, `immature_${age}`, 'entries',
		{ id: `Belum berumur ${age} hari`, en: `Not yet ${age} days old` },
		{ id: `Rekomendasi yang belum berumur ${age} hari pada tanggal data; tidak ikut dalam bagian yang disanksi dalam ${age} hari.`, en: `Recommendations less than ${age} days old at the data date; not in the share sanctioned within ${age} days.` },
		[]
	)
];

export const HANDLING_METRICS: readonly Metric[] = [
	count('entries_by_state', 'case_entries', 'entries', { id: 'Orang dalam kasus', en: 'Persons in cases' }, { id: 'Setiap orang dalam setiap kasus, masing-masing dengan tepat satu keadaan sekarang.', en: 'Every person in every case, each with exactly one current state.' }, [noReason]),
	count('recommended', 'recommended_entries', 'entries', { id: 'Direkomendasikan sanksi', en: 'Sanction recommended' }, { id: 'Orang dalam kasus yang terbukti: KASN/BKN menyatakan melanggar atau merekomendasikan sanksi.', en: 'Persons in proven cases: KASN/BKN found the breach or recommended a sanction.' }, [levels, noReason]),
	count('awaiting_decision', 'undecided_entries', 'entries', { id: 'Menunggu keputusan PPK', en: 'Awaiting a decision of the PPK' }, { id: 'Direkomendasikan, tetapi belum diputus PPK; menurut langkah: direkomendasikan, diperingatkan, diblokir.', en: 'Recommended but not yet decided by the PPK; by step: recommended, warned, blocked.' }, []),
	share('as_recommended_share', 'as_recommended_entries', 'decided_entries', 'high_is_good', { id: 'Sesuai rekomendasi', en: 'As recommended' }, { id: 'Dari keputusan PPK yang dapat dibandingkan, berapa yang sesuai rekomendasi. Selalu bersama bagian yang belum diputus.', en: 'Of the comparable decisions of the PPK, how many are as recommended. Always with the share undecided.' }, [levels, noReason], 'undecided_share'),
	share('lighter_share', 'lighter_entries', 'decided_entries', 'none', { id: 'Lebih ringan dari rekomendasi', en: 'Lighter than recommended' }, { id: 'Dari keputusan PPK yang dapat dibandingkan, berapa yang lebih ringan.', en: 'Of the comparable decisions of the PPK, how many are lighter.' }, [levels], 'undecided_share'),
	share('heavier_share', 'heavier_entries', 'decided_entries', 'none', { id: 'Lebih berat dari rekomendasi', en: 'Heavier than recommended' }, { id: 'Dari keputusan PPK yang dapat dibandingkan, berapa yang lebih berat.', en: 'Of the comparable decisions of the PPK, how many are heavier.' }, [levels], 'undecided_share'),
	share('declined_share', 'declined_entries', 'decided_entries', 'none', { id: 'PPK tidak menjatuhkan sanksi', en: 'PPK imposed no sanction' }, { id: 'Dari keputusan PPK yang dapat dibandingkan, berapa yang menyatakan tidak terbukti sesudah rekomendasi.', en: 'Of the comparable decisions of the PPK, how many declared the breach not proven after the recommendation.' }, [noReason], 'undecided_share'),
	share('undecided_share', 'undecided_entries', 'recommended_entries', 'low_is_good', { id: 'Belum diputus PPK', en: 'Undecided by the PPK' }, { id: 'Dari yang direkomendasikan, berapa yang belum diputus PPK.', en: 'Of those recommended, how many the PPK has not decided.' }, [{ id: 'Siklus yang baru memiliki lebih banyak yang belum diputus; bandingkan pada umur yang sama.', en: 'A recent cycle has more undecided; compare at equal age.' }]),
	share('ppk_followup_share', 'followed_up_entries', 'recommended_entries', 'high_is_good', { id: 'Ditindaklanjuti PPK', en: 'Followed up by the PPK' }, { id: 'Dari yang direkomendasikan, berapa yang sudah diputus PPK, apa pun putusannya.', en: 'Of those recommended, how many the PPK has decided, whatever the decision.' }, []),
	...COHORT_AGES.flatMap(cohort),
	count('undated_entries', 'undated_entries', 'entries', { id: 'Tanpa tanggal, tidak ikut kohort', en: 'Without dates, in no cohort' }, { id: 'Rekomendasi yang tanggalnya, atau tanggal sanksinya, tidak disebut; tidak ikut dalam bagian yang disanksi pada umur yang sama.', en: 'Recommendations whose date, or the date of whose sanction, is not stated; not in the shares sanctioned at equal age.' }, []),
	{
		...count('resolution_days', 'case_entries', 'days', { id: 'Waktu sampai selesai (median)', en: 'Time to resolution (median)' }, { id: 'Hari dari register sampai keputusan akhir: separuh kasus selesai lebih cepat.', en: 'Days from registration to the final decision: half of the cases end sooner.' }, [
			entryUnit,
			{ id: 'Kasus terbuka ikut dihitung sampai tanggal data. Pensiun, wafat, atau pindah menghentikan hitungan tanpa dianggap selesai.', en: 'Open cases count up to the data date. Retirement, death or transfer end the counting without a resolution.' },
			{ id: 'Kasus yang tanggal akhirnya tidak disebut tidak ikut dihitung.', en: 'Cases whose final date is not stated are not counted.' },
			{ id: 'Kurang dari 5 kasus: tidak dihitung. Bila lebih dari separuh masih terbuka, mediannya belum ada.', en: 'Fewer than 5 cases: not computed. While more than half are open there is no median.' }
		]),
		polarity: 'low_is_good',
		interval: 'log_log',
		method: { id: 'Kaplan-Meier; rentang 95 % log-log; dibandingkan dengan log-rank.', en: 'Kaplan-Meier; 95% log-log interval; compared by log-rank.' }
	},
	count('persons_overdue', 'overdue_persons', 'persons', { id: 'Orang yang lewat tenggat', en: 'Persons past the deadline' }, { id: 'Orang yang kasusnya menunggu lebih lama daripada tenggat lembaga yang harus bertindak.', en: 'Persons whose case has waited longer than the deadline of the body that has to act.' }, [clocks]),
	share('overdue_share', 'overdue_persons', 'clocked_persons', 'none', { id: 'Bagian yang lewat tenggat', en: 'Share past the deadline' }, { id: 'Dari orang yang kasusnya menunggu lembaga bertenggat, berapa yang lewat tenggat.', en: 'Of the persons whose case waits for a body with a deadline, how many are past it.' }, [clocks, notTheEmployer]),
	count('persons_repeated', 'repeat_persons', 'persons', { id: 'Orang dengan lebih dari satu kasus', en: 'Persons with more than one case' }, { id: 'Orang yang juga terlapor dalam kasus lain, di siklus atau wilayah mana pun.', en: 'Persons reported in another case too, in any cycle or area.' }, [{ id: 'Hanya orang yang NIP-nya disebut (disimpan sebagai nama samaran).', en: 'Only persons whose NIP is stated (kept as a pseudonym).' }])
];
