import type { Text } from '../index.ts';

/**
 * The fact of a metric in a clause. `{n}` number with unit, `{x}` the numerator alone, `{of}` the denominator, `{v}` the value
 * with unit and interval. A metric without an own clause is told as "name: …".
 */
export const FACTS: Readonly<Record<string, Text>> = {
	persons_reported: { id: '{n} dilaporkan (dugaan)', en: '{n} reported (alleged)' },
	persons_forwarded: { id: '{n} diteruskan ke KASN/BKN', en: '{n} forwarded to KASN/BKN' },
	persons_proven: { id: '{n} terbukti melanggar', en: '{n} found in breach' },
	persons_sanctioned: { id: '{n} dijatuhi sanksi', en: '{n} sanctioned' },
	persons_waiting: { id: '{n} kasusnya masih menunggu', en: '{n} with a case still waiting' },
	waiting_days_max: { id: 'yang paling lama menunggu {n}', en: 'the longest wait is {n}' },
	cases_reported: { id: '{n} dilaporkan (dugaan)', en: '{n} reported (alleged)' },
	cases_forwarded: { id: '{n} diteruskan ke KASN/BKN', en: '{n} forwarded to KASN/BKN' },
	cases_proven: { id: '{n} terbukti', en: '{n} proven' },
	cases_sanctioned: { id: '{n} berujung sanksi', en: '{n} ended in a sanction' },
	recommended: { id: '{n} direkomendasikan disanksi', en: '{n} recommended for a sanction' },
	awaiting_decision: { id: '{n} menunggu keputusan PPK', en: '{n} awaiting a decision of the PPK' },
	persons_overdue: { id: '{n} kasusnya lewat tenggat', en: '{n} with a case past its deadline' },
	persons_repeated: { id: '{n} terlapor dalam lebih dari satu kasus', en: '{n} reported in more than one case' },
	training_enrolled: { id: '{n} terdaftar pada pelatihan', en: '{n} enrolled in the training' },
	training_completed: { id: '{n} menyelesaikan pelatihan', en: '{n} completed the training' },
	events_prevention: { id: '{x} kegiatan sosialisasi', en: '{x} outreach {x|event|events}' },
	events_letters: { id: '{x} surat imbauan', en: '{x} advisory {x|letter|letters}' },
	event_participants: { id: '{x} kehadiran ASN pada kegiatan', en: '{x} {x|attendance|attendances} of ASN at events' },
	attendance_people: { id: '{n} tercatat dalam daftar hadir', en: '{n} on attendance lists' },
	agencies_reached: { id: '{x} unit kerja terjangkau', en: '{x} {x|agency|agencies} reached' },
	pacts_signed: { id: '{n} menandatangani pakta integritas', en: '{n} signed the integrity pact' },
	moves_total: { id: '{n} dimutasi', en: '{n} moved' },
	moves_in_ban: { id: '{n} dimutasi dalam masa larangan', en: '{n} moved inside the prohibited window' },
	moves_approved: { id: '{n} dimutasi dalam masa larangan dengan persetujuan yang disebut', en: '{n} moved inside the prohibited window with an approval stated' },
	moves_unapproved: { id: '{n} dimutasi dalam masa larangan tanpa persetujuan yang disebut', en: '{n} moved inside the prohibited window with no approval stated' },
	asn_headcount: { id: '{x} ASN', en: '{x} ASN' },
	reported_per_1000: { id: '{n} dilaporkan (dugaan) di antara {of} ASN, {v}', en: '{n} reported (alleged) among {of} ASN, {v}' },
	forwarded_per_1000: { id: '{n} diteruskan ke KASN/BKN di antara {of} ASN, {v}', en: '{n} forwarded to KASN/BKN among {of} ASN, {v}' },
	proven_per_1000: { id: '{n} terbukti melanggar di antara {of} ASN, {v}', en: '{n} found in breach among {of} ASN, {v}' },
	sanctioned_per_1000: { id: '{n} dijatuhi sanksi di antara {of} ASN, {v}', en: '{n} sanctioned among {of} ASN, {v}' },
	proven_share: { id: '{x} dari {of} orang yang dilaporkan terbukti melanggar, {v}', en: '{x} of {of} {of|person|persons} reported {x|was|were} found in breach, {v}' },
	sanctioned_share: { id: '{x} dari {of} orang yang terbukti sudah dijatuhi sanksi, {v}', en: '{x} of {of} {of|person|persons} found in breach {x|has|have} been sanctioned, {v}' },
	ppk_followup_share: { id: '{x} dari {of} rekomendasi sudah diputus PPK, {v}', en: '{x} of {of} {of|recommendation|recommendations} decided by the PPK, {v}' },
	undecided_share: { id: '{x} dari {of} rekomendasi belum diputus PPK, {v}', en: '{x} of {of} {of|recommendation|recommendations} undecided by the PPK, {v}' },
	as_recommended_share: { id: '{x} dari {of} keputusan PPK sesuai rekomendasi, {v}', en: '{x} of {of} {of|decision|decisions} of the PPK as recommended, {v}' },
	overdue_share: { id: '{x} dari {of} orang yang kasusnya menunggu lembaga bertenggat lewat tenggat, {v}', en: '{x} of {of} {of|person|persons} whose case waits for a body with a deadline {x|is|are} past it, {v}' },
	resolution_days: { id: '{x} dari {of} orang dalam kasus selesai, separuhnya dalam {v}', en: '{x} of {of} {of|person|persons} in cases resolved, half of them within {v}' },
	training_completion: { id: '{x} dari {of} peserta menyelesaikan pelatihan, {v}', en: '{x} of {of} {of|participant|participants} completed the training, {v}' },
	training_pass: { id: '{x} dari {of} yang mengerjakan tes akhir lulus, {v}', en: '{x} of {of} who took the final test passed, {v}' },
	training_reach: { id: '{x} dari {of} ASN menyelesaikan sedikitnya satu kursus, {v}', en: '{x} of {of} ASN completed at least one course, {v}' },
	training_score: { id: 'rata-rata nilai pelatihan {v} dari {of} orang', en: 'mean training mark {v}, of {of} {of|person|persons} with a mark' },
	quiz_score: { id: 'rata-rata nilai kuis {v} dari {of} orang', en: 'mean quiz score {v}, of {of} {of|person|persons} with a mark' },
	attendance_reach: { id: '{x} dari {of} ASN tercatat hadir dalam sosialisasi, {v}', en: '{x} of {of} ASN on attendance lists of outreach, {v}' },
	pact_coverage: { id: '{x} dari {of} ASN menandatangani pakta integritas, {v}', en: '{x} of {of} ASN signed the integrity pact, {v}' },
	event_lead: { id: 'rata-rata {v} dari kegiatan sampai tahapan berikutnya, {of} kegiatan', en: 'a mean of {v} from an event to the next stage, over {of} {of|event|events}' },
	reporting_completeness: { id: '{x} dari {of} laporan yang diharapkan sudah diterima, {v}', en: '{x} of {of} expected {of|report|reports} received, {v}' }
};

export const SENTENCES = {
	count: { id: '{name}: {n}', en: '{name}: {n}' },
	quotient: { id: '{name}: {x} dari {of}, {v}', en: '{name}: {x} of {of}, {v}' },
	place: { id: '{area}, {cycle}: {clause}', en: '{area}, {cycle}: {clause}' },
	interval: { id: '{value} (95 %: {lower}–{upper})', en: '{value} (95%: {lower}–{upper})' },

	above: { id: 'lebih tinggi daripada {benchmark}', en: 'higher than {benchmark}' },
	below: { id: 'lebih rendah daripada {benchmark}', en: 'lower than {benchmark}' },
	apart: { id: 'berbeda dari {benchmark}', en: 'different from {benchmark}' },
	similar: { id: 'serupa dengan {benchmark}', en: 'similar to {benchmark}' },
	cannotTell: { id: 'belum dapat dibedakan dari {benchmark}', en: 'cannot be told apart from {benchmark}' },
	aboveAlone: { id: 'lebih tinggi', en: 'higher' },
	belowAlone: { id: 'lebih rendah', en: 'lower' },
	apartAlone: { id: 'berbeda', en: 'different' },
	similarAlone: { id: 'serupa', en: 'similar' },
	cannotTellAlone: { id: 'belum dapat dibedakan', en: 'cannot be told apart' },
	notCompared: { id: 'tidak dibandingkan', en: 'not compared' },
	zero: { id: 'nol di sini belum berarti lebih baik', en: 'zero here does not yet mean better' },
	benchmark: { id: '{name} ({value})', en: '{name} ({value})' },
	noName: { id: 'pembandingnya', en: 'what it is compared with' },

	better: { id: 'lebih baik', en: 'better' },
	much_better: { id: 'jauh lebih baik', en: 'much better' },
	worse: { id: 'lebih buruk', en: 'worse' },
	much_worse: { id: 'jauh lebih buruk', en: 'much worse' },

	rose: { id: 'naik', en: 'up' },
	fell: { id: 'turun', en: 'down' },
	changed: { id: 'berubah', en: 'changed' },
	unchanged: { id: 'serupa dengan sebelumnya', en: 'similar to before' },
	changeUnknown: { id: 'belum dapat dibedakan dari tidak berubah', en: 'cannot be told apart from no change' },
	fromTo: { id: 'dari {then} ({cycle}) menjadi {now}', en: 'from {then} ({cycle}) to {now}' },
	ratio: { id: 'karena masa kedua siklus tidak sama panjang, laju dihitung per ASN-tahun: {ratio} kali sebelumnya, menurut rentang 95 % antara {lower} dan {upper} kali', en: 'since the two cycles differ in length, the rate is counted per ASN-year: {ratio} times the earlier one, by the 95% interval between {lower} and {upper} times' },
	ratioOpen: { id: 'sebelumnya nol, jadi kelipatannya tidak ada; dihitung per ASN-tahun lajunya sedikitnya {lower} kali sebelumnya (batas bawah rentang 95 %)', en: 'it was zero before, so there is no multiple; counted per ASN-year the rate is at least {lower} times the earlier one (lower limit of the 95% interval)' },
	difference: { id: 'selisih {value} poin persen, menurut rentang 95 % antara {lower} dan {upper} poin', en: 'a difference of {value} percentage points, by the 95% interval between {lower} and {upper} points' },
	change: { id: '{name}: {change}', en: '{name}: {change}' },
	untested: { id: 'perubahannya tidak diuji', en: 'the change is not tested' },

	suppressed_primary: { id: '{name}: disembunyikan untuk melindungi angka kecil; ini tidak berarti nol', en: '{name}: hidden to protect small numbers; this does not mean zero' },
	suppressed_secondary: { id: '{name}: disembunyikan untuk melindungi angka lain; ini tidak berarti nol', en: '{name}: hidden to protect another number; this does not mean zero' },
	suppressed_entitled: { id: '{name}: hanya tampil bagi yang berwenang atas wilayah ini; ini tidak berarti nol', en: '{name}: shown only to those entitled to this area; this does not mean zero' },
	not_received: { id: '{name}: datanya belum diterima; ini tidak berarti nol', en: '{name}: the data have not been received; this does not mean zero' },
	not_published: { id: '{name}: tidak kami temukan terbitannya; ini tidak berarti nol', en: '{name}: we found no publication; this does not mean zero' },
	not_applicable: { id: '{name}: tidak ada pemilihan di {area} pada {cycle}', en: '{name}: there was no election in {area} in {cycle}' },
	not_estimable: { id: '{name}: tidak dapat dihitung, karena {reason}; {counts}', en: '{name}: cannot be computed, because {reason}; {counts}' },
	counts: { id: '{x} dari {of}', en: '{x} of {of}' },
	countsAlone: { id: 'tercatat {x}', en: 'counted {x}' },
	otherReason: { id: 'datanya tidak cukup', en: 'the data do not suffice' }
} as const satisfies Record<string, Text>;

/** As PARTIAL in status.ts, in a sentence. */
export const PARTIAL_SENTENCES = {
	not_received: { id: '{name}: baru {received} dari {expected} daerah mengirim, jadi jumlahnya belum diketahui; ini tidak berarti nol', en: '{name}: only {received} of {expected} {expected|regency|regencies} {received|has|have} sent, so there is no total yet; this does not mean zero' },
	not_published: { id: '{name}: baru diketahui dari {received} di antara {expected} daerah, jadi jumlahnya belum diketahui; ini tidak berarti nol', en: '{name}: known of only {received} of {expected} {expected|regency|regencies}, so there is no total yet; this does not mean zero' }
} as const satisfies Record<string, Text>;
