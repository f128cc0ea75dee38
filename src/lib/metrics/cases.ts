import { counted, proportion } from './build.ts';
import type { Measure, Metric, Text } from './types.ts';

const BY = {
	month: 'month',
	stage: 'stage',
	violation_type: 'violation_type',
	position: 'position',
	employment: 'employment',
	agency: 'agency'
} as const;

const persons = (id: string, where: string | null, extra: Partial<Measure> = {}): Measure => ({
	id,
	family: 'cases',
	dataset: 'cases',
	mart: 'mart_case_person',
	region: 'employer',
	value: 'count(DISTINCT person)',
	where,
	by: BY,
	additive: true,
	absent: 'zero',
	guard: 'cases',
	...extra
});

const cases = (id: string, where: string | null): Measure => ({
	...persons(id, where),
	region: 'act_regency',
	value: 'count(DISTINCT case_number)'
});

export const CASE_MEASURES: readonly Measure[] = [
	persons('reported_persons', null, { by: { ...BY, act_month: 'act_month' } }),
	persons('forwarded_persons', 'forwarded'),
	persons('proven_persons', 'proven'),
	persons('sanctioned_persons', 'sanctioned'),
	persons('waiting_persons', 'holder IS NOT NULL', { by: { holder: 'holder', age: 'age_band' }, guard: 'pending' }),
	persons('waiting_days', 'holder IS NOT NULL', {
		value: 'max(days_waiting)',
		by: { holder: 'holder' },
		additive: false,
		guard: 'pending',
		follows: 'waiting_persons'
	}),
	cases('reported_cases', null),
	cases('forwarded_cases', 'forwarded'),
	cases('proven_cases', 'proven'),
	cases('sanctioned_cases', 'sanctioned')
];

const sources: Text = {
	id: 'Register dan rekapitulasi kasus yang dikirim daerah; jumlah ASN dari tabel jumlah ASN atau daftar ASN.',
	en: 'Case registers and recapitulations sent by the regencies; number of ASN from headcount tables or rosters.'
};
const oneState: Text = {
	id: 'Satu orang dalam satu siklus dihitung sekali, walau terlapor dalam beberapa kasus.',
	en: 'A person is counted once per cycle, even when reported in several cases.'
};
const employer: Text = {
	id: 'Orang dihitung pada pemerintah tempat ia bekerja, bukan pada tempat kejadian.',
	en: 'Persons are counted where they are employed, not where it happened.'
};
const atPlace: Text = { id: 'Kasus dihitung pada daerah tempat kejadian; satu kasus dapat memuat beberapa orang.', en: 'Cases are counted where they happened; one case may hold several persons.' };
const supervision: Text = {
	id: 'Daerah yang mengawasi dengan baik mencatat lebih banyak laporan; angka laporan bukan ukuran baik atau buruk.',
	en: 'A regency that supervises well records more reports; the number of reports is neither good nor bad.'
};

const count = (id: string, numerator: string, unit: 'persons' | 'cases', name: Text, about: Text, caveats: readonly Text[] = []): Metric =>
	counted({ id, family: 'cases', name, unit, numerator, about, caveats: unit === 'persons' ? [oneState, employer, ...caveats] : [atPlace, ...caveats], sources });

const rate = (id: string, numerator: string, polarity: Metric['polarity'], name: Text, about: Text, caveats: readonly Text[] = []): Metric => ({
	...count(id, numerator, 'persons', name, about, caveats),
	unit: 'per_1000',
	polarity,
	denominator: 'asn_of_cases',
	per: 1000,
	interval: 'poisson',
	method: {
		id: 'Jumlah orang dibagi jumlah ASN pemberi kerja pada tanggal terdekat dengan hari pemungutan suara, dikali 1.000. Rentang 95 %: eksak di bawah 10, Byar mulai 10.',
		en: 'Persons divided by the ASN of the employer at the date nearest to voting day, times 1,000. 95% interval: exact below 10, Byar from 10.'
	}
});

export const CASE_METRICS: readonly Metric[] = [
	count('persons_reported', 'reported_persons', 'persons', { id: 'Orang dilaporkan (dugaan)', en: 'Persons reported (alleged)' }, { id: 'ASN yang dilaporkan atau ditemukan diduga melanggar netralitas.', en: 'Civil servants reported or found, alleged to have breached neutrality.' }, [supervision]),
	count('persons_forwarded', 'forwarded_persons', 'persons', { id: 'Orang diteruskan ke KASN/BKN', en: 'Persons forwarded to KASN/BKN' }, { id: 'Terlapor yang kasusnya diteruskan Bawaslu ke KASN (s.d. 24 Agustus 2024) atau BKN (sesudahnya).', en: 'Reported persons whose case Bawaslu forwarded to KASN (to 24 August 2024) or BKN (since).' }),
	count('persons_proven', 'proven_persons', 'persons', { id: 'Orang terbukti', en: 'Persons proven' }, { id: 'KASN (s.d. 24 Agustus 2024) atau BKN (sesudahnya) menyatakan melanggar atau merekomendasikan sanksi.', en: 'KASN (to 24 August 2024) or BKN (since) found the breach or recommended a sanction.' }, [{ id: '"Terbukti" menurut Bawaslu berarti diteruskan, belum terbukti menurut ukuran ini.', en: "Bawaslu's own \"terbukti\" means forwarded; it is not yet proven by this measure." }]),
	count('persons_sanctioned', 'sanctioned_persons', 'persons', { id: 'Orang dijatuhi sanksi', en: 'Persons sanctioned' }, { id: 'PPK menjatuhkan sanksi moral atau hukuman disiplin.', en: 'The PPK imposed a moral or disciplinary sanction.' }),
	count('persons_waiting', 'waiting_persons', 'persons', { id: 'Orang yang kasusnya menunggu', en: 'Persons whose case is waiting' }, { id: 'Kasus yang belum berakhir, menurut lembaga yang harus bertindak berikutnya.', en: 'Cases not yet ended, by the body that has to act next.' }),
	{
		...count('waiting_days_max', 'waiting_days', 'persons', { id: 'Menunggu paling lama (hari)', en: 'Longest wait (days)' }, { id: 'Hari sejak status terakhir sampai tanggal data, kasus yang menunggu paling lama.', en: 'Days from the latest status to the data date, for the case waiting longest.' }),
		unit: 'days'
	},
	count('cases_reported', 'reported_cases', 'cases', { id: 'Kasus dilaporkan (dugaan)', en: 'Cases reported (alleged)' }, { id: 'Nomor register laporan atau temuan dugaan pelanggaran netralitas.', en: 'Register numbers of reports or findings of alleged breaches.' }, [supervision]),
	count('cases_forwarded', 'forwarded_cases', 'cases', { id: 'Kasus diteruskan', en: 'Cases forwarded' }, { id: 'Kasus dengan sedikitnya satu orang yang diteruskan ke KASN/BKN.', en: 'Cases with at least one person forwarded to KASN/BKN.' }),
	count('cases_proven', 'proven_cases', 'cases', { id: 'Kasus terbukti', en: 'Cases proven' }, { id: 'Kasus dengan sedikitnya satu orang terbukti menurut KASN/BKN.', en: 'Cases with at least one person found in breach by KASN/BKN.' }),
	count('cases_sanctioned', 'sanctioned_cases', 'cases', { id: 'Kasus yang berujung sanksi', en: 'Cases sanctioned' }, { id: 'Kasus dengan sedikitnya satu orang dijatuhi sanksi.', en: 'Cases with at least one person sanctioned.' }),
	rate('reported_per_1000', 'reported_persons', 'none', { id: 'Dilaporkan per 1.000 ASN', en: 'Reported per 1,000 ASN' }, { id: 'Orang dilaporkan dibanding jumlah ASN.', en: 'Persons reported against the number of ASN.' }, [supervision]),
	rate('forwarded_per_1000', 'forwarded_persons', 'none', { id: 'Diteruskan per 1.000 ASN', en: 'Forwarded per 1,000 ASN' }, { id: 'Orang diteruskan ke KASN/BKN dibanding jumlah ASN.', en: 'Persons forwarded to KASN/BKN against the number of ASN.' }, [supervision]),
	rate('proven_per_1000', 'proven_persons', 'low_is_good', { id: 'Terbukti per 1.000 ASN', en: 'Proven per 1,000 ASN' }, { id: 'Orang terbukti dibanding jumlah ASN.', en: 'Persons proven against the number of ASN.' }, [{ id: 'Nol pelanggaran tidak berarti "lebih baik" kecuali rentangnya menyatakan demikian.', en: 'Zero violations are not "better" unless the interval says so.' }, { id: 'Lebih banyak yang terbukti dapat juga berarti pengawasan dan penegakan yang lebih baik.', en: 'More proven cases may also mean better supervision and enforcement.' }]),
	rate('sanctioned_per_1000', 'sanctioned_persons', 'none', { id: 'Disanksi per 1.000 ASN', en: 'Sanctioned per 1,000 ASN' }, { id: 'Orang dijatuhi sanksi dibanding jumlah ASN.', en: 'Persons sanctioned against the number of ASN.' }, [{ id: 'Naik bersama jumlah yang terbukti; untuk menilai tindak lanjut pakailah bagian terbukti yang sudah disanksi.', en: 'It grows with the number proven; to judge the follow-up use the share of proven already sanctioned.' }]),
	proportion(count('proven_share', 'proven_persons', 'persons', { id: 'Bagian dilaporkan yang terbukti', en: 'Share of reported persons proven' }, { id: 'Dari orang yang dilaporkan, berapa yang terbukti.', en: 'Of the persons reported, how many were proven.' }, [{ id: 'Laporan yang masih diproses ikut dalam penyebut; bagian ini naik seiring waktu dan tidak baik atau buruk.', en: 'Reports still being processed are in the denominator; the share grows with time and is neither good nor bad.' }]), 'reported_persons', 'none'),
	proportion(count('sanctioned_share', 'sanctioned_persons', 'persons', { id: 'Bagian terbukti yang sudah disanksi', en: 'Share of proven persons already sanctioned' }, { id: 'Dari orang yang terbukti, berapa yang sudah dijatuhi sanksi oleh PPK.', en: 'Of the persons proven, how many the PPK has sanctioned.' }, [{ id: 'Bagian ini naik seiring umur kasus; siklus baru tampak lebih rendah.', en: 'This share grows as cases age; a recent cycle looks lower.' }]), 'proven_persons', 'high_is_good')
];
