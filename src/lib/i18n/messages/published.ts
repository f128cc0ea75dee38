import { say, type Lang, type Text } from '../index.ts';

/** Words for the measures and units that authorities print. An unknown one is shown as printed. */
const MEASURES: Readonly<Record<string, Text>> = {
	violations: { id: 'Pelanggaran', en: 'Violations' },
	violation: { id: 'Dinyatakan pelanggaran', en: 'Found to be violations' },
	not_a_violation: { id: 'Dinyatakan bukan pelanggaran', en: 'Found not to be violations' },
	reports: { id: 'Laporan', en: 'Reports' },
	findings: { id: 'Temuan', en: 'Findings' },
	findings_and_reports: { id: 'Temuan dan laporan', en: 'Findings and reports' },
	reported_asn: { id: 'ASN dilaporkan', en: 'ASN reported' },
	proven: { id: 'Terbukti', en: 'Proven' },
	proven_asn: { id: 'ASN terbukti', en: 'ASN proven' },
	proven_and_sanctioned: { id: 'Terbukti dan disanksi', en: 'Proven and sanctioned' },
	recommended: { id: 'Direkomendasikan', en: 'Recommended' },
	recommended_asn: { id: 'ASN direkomendasikan', en: 'ASN recommended' },
	sanctioned: { id: 'Dijatuhi sanksi', en: 'Sanctioned' },
	sanctioned_asn: { id: 'ASN dijatuhi sanksi', en: 'ASN sanctioned' },
	followed_up: { id: 'Ditindaklanjuti PPK', en: 'Followed up by the PPK' },
	forwarded: { id: 'Diteruskan', en: 'Forwarded' },
	forwarded_cases: { id: 'Kasus diteruskan', en: 'Cases forwarded' },
	waiting_bkn_verification: { id: 'Menunggu verifikasi BKN', en: 'Awaiting verification by BKN' },
	waiting_ppk_action: { id: 'Menunggu tindak lanjut PPK', en: 'Awaiting action by the PPK' },
	left_service: { id: 'Sudah berhenti atau pensiun', en: 'Already left the service' },
	not_proven: { id: 'Tidak terbukti', en: 'Not proven' },
	cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
	rejected: { id: 'Ditolak', en: 'Rejected' },
	punished: { id: 'Dijatuhi hukuman', en: 'Punished' },
	sanctioned_by_ppk: { id: 'Disanksi PPK', en: 'Sanctioned by the PPK' },
	recommended_sanction: { id: 'Direkomendasikan sanksi', en: 'Sanction recommended' },
	violating_asn: { id: 'ASN melanggar', en: 'ASN in breach' },
	violating_pns: { id: 'PNS melanggar', en: 'PNS in breach' },
	handled: { id: 'Ditangani', en: 'Handled' },
	suspected_violations: { id: 'Dugaan pelanggaran', en: 'Suspected violations' },
	suspected_cases: { id: 'Dugaan kasus', en: 'Suspected cases' },
	suspected: { id: 'Diduga', en: 'Suspected' },
	forwarded_to_kasn: { id: 'Diteruskan ke KASN', en: 'Forwarded to KASN' },
	sent_to_kasn: { id: 'Dikirim ke KASN', en: 'Sent to KASN' },
	sent_to_bkn: { id: 'Dikirim ke BKN', en: 'Sent to BKN' },
	under_examination: { id: 'Sedang diperiksa', en: 'Under examination' },
	stopped: { id: 'Dihentikan', en: 'Stopped' },
	still_examined: { id: 'Masih diperiksa', en: 'Still examined' },
	settled: { id: 'Selesai', en: 'Settled' },
	sent_to_ppk: { id: 'Dikirim ke PPK', en: 'Sent to the PPK' },
	reported_or_violating_asn: { id: 'ASN dilaporkan atau melanggar', en: 'ASN reported or in breach' },
	registered: { id: 'Diregistrasi', en: 'Registered' },
	recommended_to_kasn: { id: 'Direkomendasikan ke KASN', en: 'Recommended to KASN' },
	not_followed_up: { id: 'Belum ditindaklanjuti', en: 'Not followed up' },
	followed_up_by_kasn: { id: 'Ditindaklanjuti KASN', en: 'Followed up by KASN' },
	followed_up_by_agency: { id: 'Ditindaklanjuti instansi', en: 'Followed up by the agency' },
	criminal: { id: 'Pidana', en: 'Criminal' },
	asn_involved: { id: 'ASN terlibat', en: 'ASN involved' },
	asn_in_recommendations: { id: 'ASN dalam rekomendasi', en: 'ASN in recommendations' },
	suspected_asn: { id: 'ASN diduga melanggar', en: 'ASN suspected' },
	reports_or_findings: { id: 'Laporan atau temuan', en: 'Reports or findings' },
	processed: { id: 'Diproses', en: 'Processed' },
	handled_asn_neutrality: { id: 'Penanganan netralitas ASN', en: 'Neutrality cases handled' },
	form: { id: 'Bentuk pelanggaran', en: 'Form of violation' },
	position: { id: 'Jabatan', en: 'Position' },
	stage: { id: 'Tahapan', en: 'Stage' },
	asn_headcount: { id: 'Jumlah pegawai', en: 'Headcount' },
	headcount: { id: 'Jumlah pegawai', en: 'Headcount' },
	ikp_score: { id: 'Skor kerawanan (IKP)', en: 'Vulnerability score (IKP)' }
};
const UNITS: Readonly<Record<string, Text>> = {
	people: { id: 'orang', en: 'persons' },
	cases: { id: 'kasus', en: 'cases' },
	reports: { id: 'laporan', en: 'reports' },
	complaints: { id: 'pengaduan', en: 'complaints' },
	percent: { id: '%', en: '%' },
	score: { id: 'skor', en: 'score' },
	rank: { id: 'urutan', en: 'rank' },
	violations: { id: 'pelanggaran', en: 'violations' },
	recommendations: { id: 'rekomendasi', en: 'recommendations' }
};

const wordOf = (list: Readonly<Record<string, Text>>, code: string, lang: Lang): string => {
	const found = list[code];
	return found ? say(found, lang) : code.replaceAll('_', ' ');
};
export const measureName = (code: string, lang: Lang): string => wordOf(MEASURES, code, lang);
export const unitName = (code: string, lang: Lang): string => wordOf(UNITS, code, lang);
