import { counted, proportion } from './build.ts';
import type { Measure, Metric, Part, Text } from './types.ts';

const event = (id: string, where: string, value = 'count(*)', absent: Measure['absent'] = 'zero'): Measure => ({
	absent,
	id,
	family: 'events',
	dataset: 'events',
	mart: 'mart_event',
	region: 'regency',
	value,
	where,
	by: { month: 'month', stage: 'stage', kind: 'kind' },
	additive: true,
	guard: 'open'
});

const asn = (id: string, mart: string, part?: Part): Measure => ({
	absent: 'unknown',
	id,
	family: 'headcount',
	dataset: 'headcount',
	mart,
	region: 'regency',
	value: 'sum(persons)',
	where: null,
	by: {},
	additive: true,
	guard: 'open',
	...(part ? { part } : {})
});
/** The ASN of those employers of whom something else has arrived as well. */
const asnOf = (part: Extract<Part, `asn_of_${string}`>): Measure => asn(part, `mart_${part}`, part);

const attendance = { family: 'attendance', dataset: 'attendance', mart: 'fact_attendance' } as const;
const pacts = { family: 'pacts', dataset: 'pacts', mart: 'mart_pact' } as const;
const moves = { family: 'moves', dataset: 'moves', mart: 'mart_move' } as const;

/** A count of persons in the lists of one dataset; `also`: its breakdowns and what guards it. */
const people = (list: Pick<Measure, 'family' | 'dataset' | 'mart'>, id: string, value: string, where: string | null, also: Partial<Pick<Measure, 'by' | 'partOf' | 'follows'>>): Measure => ({
	absent: 'zero',
	id,
	...list,
	region: 'regency',
	value,
	where,
	by: {},
	additive: true,
	guard: 'people',
	...also
});

export const PREVENTION_MEASURES: readonly Measure[] = [
	event('prevention_events', "class = 'prevention'"),
	event('letters', "class = 'letter'"),
	event('participants', "class = 'prevention'", 'sum(participants)', 'unknown'),
	event('led_events', "class = 'prevention' AND lead_days IS NOT NULL"),
	event('lead_days', "class = 'prevention'", 'sum(lead_days)'),
	people(attendance, 'attendees', 'count(DISTINCT attendee)', null, { partOf: 'asn_of_attendance' }),
	people(attendance, 'agencies_reached', "count(DISTINCT m.regency || '#' || agency)", 'agency IS NOT NULL', { follows: 'attendees' }),
	people(pacts, 'pact_signers', 'count(DISTINCT person_key)', 'agreed', { by: { agency: 'agency', month: 'month' }, partOf: 'asn_of_pacts' }),
	people(moves, 'moves', 'count(*)', null, { by: { month: 'month' } }),
	people(moves, 'moves_in_ban', 'count(*)', 'in_ban', { partOf: 'moves' }),
	people(moves, 'moves_approved', 'count(*)', 'in_ban AND approval IS NOT NULL', { partOf: 'moves_in_ban' }),
	people(moves, 'moves_unapproved', 'count(*)', 'in_ban AND approval IS NULL', { partOf: 'moves_in_ban' }),
	asn('asn', 'mart_asn'),
	// A rate of an area counts only the ASN of those employers whose cases (pacts, training, attendance) have arrived.
	asnOf('asn_of_cases'),
	asnOf('asn_of_pacts'),
	asnOf('asn_of_training'),
	asnOf('asn_of_attendance')
];

const registers: Text = {
	id: 'Daftar kegiatan yang dikirim daerah, dan berita resmi dengan tautan sumbernya.',
	en: 'Event lists sent by the regencies, and official reports with their source link.'
};

const count = (id: string, family: Metric['family'], numerator: string, unit: Metric['unit'], name: Text, about: Text, caveats: readonly Text[], sources: Text): Metric =>
	counted({ id, family, name, unit, numerator, about, caveats, sources });

export const PREVENTION_METRICS: readonly Metric[] = [
	count('events_prevention', 'events', 'prevention_events', 'events', { id: 'Kegiatan sosialisasi', en: 'Outreach events' }, { id: 'Kegiatan pencegahan: sosialisasi, ikrar, deklarasi, pembekalan, rapat koordinasi, LMS.', en: 'Preventive events: outreach, pledges, declarations, briefings, coordination, LMS.' }, [{ id: 'Surat imbauan dan penindakan adalah golongan lain dan tidak dihitung di sini.', en: 'Letters and enforcement are other classes and are not counted here.' }], registers),
	count('events_letters', 'events', 'letters', 'events', { id: 'Surat imbauan', en: 'Advisory letters' }, { id: 'Surat imbauan netralitas.', en: 'Letters calling for neutrality.' }, [], registers),
	count('event_participants', 'events', 'participants', 'persons', { id: 'Kehadiran ASN pada kegiatan', en: 'ASN attendances at events' }, { id: 'Jumlah kehadiran ASN menurut daftar kegiatan; satu orang dapat hadir berkali-kali.', en: 'Attendances of ASN according to the event lists; one person may attend several times.' }, [{ id: 'Jumlah yang menyebut orang bukan ASN tidak termasuk.', en: 'Numbers that count persons who are not ASN are not included.' }], registers),
	count('attendance_people', 'attendance', 'attendees', 'persons', { id: 'Orang hadir (daftar hadir)', en: 'Persons attending (attendance lists)' }, { id: 'Orang berbeda dalam daftar hadir Zoom, Meet atau formulir.', en: 'Distinct persons in attendance lists.' }, [], { id: 'Daftar hadir yang dikirim daerah.', en: 'Attendance lists sent by the regencies.' }),
	proportion(count('attendance_reach', 'attendance', 'attendees', 'percent', { id: 'Jangkauan sosialisasi', en: 'ASN reached by outreach' }, { id: 'Orang berbeda dalam daftar hadir dibanding jumlah ASN.', en: 'Distinct persons in attendance lists against the number of ASN.' }, [{ id: 'Daftar hadir tanpa NIP membedakan orang menurut namanya saja.', en: 'Attendance lists without NIP tell persons apart by name only.' }], { id: 'Daftar hadir dan jumlah ASN (tabel jumlah ASN atau daftar ASN).', en: 'Attendance lists and the number of ASN (headcount tables or rosters).' }), 'asn_of_attendance', 'high_is_good'),
	count('agencies_reached', 'attendance', 'agencies_reached', 'agencies', { id: 'Unit kerja yang terjangkau', en: 'Agencies reached' }, { id: 'Unit kerja berbeda yang disebut dalam daftar hadir.', en: 'Distinct agencies named in attendance lists.' }, [{ id: 'Nama unit dihitung seperti ditulis; ejaan berbeda dihitung berbeda.', en: 'Names of agencies count as written; other spellings count apart.' }], { id: 'Daftar hadir.', en: 'Attendance lists.' }),
	{
		...count('event_lead', 'events', 'lead_days', 'days', { id: 'Hari sebelum tahapan berikutnya', en: 'Days before the next stage' }, { id: 'Rata-rata hari dari kegiatan pencegahan sampai tahapan pemilihan berikutnya, yang dipersiapkannya.', en: 'Mean days from a preventive event to the next stage of the election, which it prepares for.' }, [{ id: 'Hanya kegiatan bertanggal pasti sebelum hari pemungutan suara.', en: 'Only events dated to the day, before voting day.' }], registers),
		denominator: 'led_events',
		method: { id: 'Jumlah hari dibagi jumlah kegiatan.', en: 'Sum of days divided by events.' }
	},
	count('pacts_signed', 'pacts', 'pact_signers', 'persons', { id: 'Penanda tangan pakta integritas', en: 'Signatories of the integrity pact' }, { id: 'Orang berbeda yang menyatakan setuju.', en: 'Distinct persons who agreed to the pact.' }, [], { id: 'Formulir pakta integritas.', en: 'Integrity pact forms.' }),
	proportion(count('pact_coverage', 'pacts', 'pact_signers', 'percent', { id: 'Cakupan pakta integritas', en: 'Integrity pact coverage' }, { id: 'Penanda tangan dibanding jumlah ASN.', en: 'Signatories against the number of ASN.' }, [], { id: 'Formulir pakta integritas dan jumlah ASN (tabel jumlah ASN atau daftar ASN).', en: 'Integrity pact forms and the number of ASN (headcount tables or rosters).' }), 'asn_of_pacts', 'high_is_good'),
	count('moves_total', 'moves', 'moves', 'persons', { id: 'Pejabat dimutasi', en: 'Officials moved' }, { id: 'Pejabat dalam lampiran keputusan mutasi.', en: 'Officials in the annexes of decrees on moves.' }, [], { id: 'Lampiran keputusan.', en: 'Annexes of decrees.' }),
	count('moves_in_ban', 'moves', 'moves_in_ban', 'persons', { id: 'Mutasi dalam masa larangan', en: 'Moves inside the prohibited window' }, { id: 'Keputusan bertanggal di dalam masa larangan Pasal 71 ayat (2) UU 10/2016.', en: 'Decrees dated inside the window of art. 71(2) of Law 10/2016.' }, [{ id: 'Mutasi dengan persetujuan tertulis Menteri dibolehkan.', en: 'Moves with written ministerial approval are allowed.' }], { id: 'Lampiran keputusan.', en: 'Annexes of decrees.' }),
	count('moves_approved', 'moves', 'moves_approved', 'persons', { id: 'Mutasi dalam masa larangan, persetujuan disebut', en: 'Moves inside the window, approval stated' }, { id: 'Mutasi dalam masa larangan yang menyebut persetujuan tertulis Menteri.', en: 'Moves inside the window that state the written ministerial approval.' }, [], { id: 'Lampiran keputusan.', en: 'Annexes of decrees.' }),
	count('moves_unapproved', 'moves', 'moves_unapproved', 'persons', { id: 'Mutasi dalam masa larangan, persetujuan tidak disebut', en: 'Moves inside the window, no approval stated' }, { id: 'Mutasi dalam masa larangan yang tidak menyebut persetujuan.', en: 'Moves inside the window that state no approval.' }, [{ id: 'Tidak disebut belum berarti tidak ada; periksa keputusannya.', en: 'Not stated does not yet mean absent; check the decree.' }], { id: 'Lampiran keputusan.', en: 'Annexes of decrees.' }),
	count('asn_headcount', 'headcount', 'asn', 'persons', { id: 'Jumlah ASN', en: 'Number of ASN' }, { id: 'ASN pemberi kerja pada tanggal terdekat dengan hari pemungutan suara.', en: 'ASN of the employer at the date nearest to voting day.' }, [{ id: 'Bila hanya PNS yang dihitung pengirim, angkanya PNS saja.', en: 'Where the sender counts PNS only, the figure is PNS only.' }], { id: 'Tabel jumlah ASN atau daftar ASN (roster).', en: 'Headcount tables or rosters.' })
];
