/** Random deliveries of a few regencies: what the differential test loads and counts. */
import fc from 'fast-check';
import { positions, sanctions, statuses, violationTypes } from '../../etl/reference/index.ts';
import { allRegions } from '../../etl/reference/regions.ts';
import type { Nature, Nil, Row, SentFile } from './reference-count.ts';

export interface World {
	/** In the order they are loaded. */
	readonly files: readonly SentFile[];
	readonly nils: readonly Nil[];
	/** Rows that stand in a file and must be held back. */
	readonly bad: ReadonlyMap<SentFile, readonly Row[]>;
}

/** Three of the five regencies of Kalimantan Utara, two of nine in Bali, one of seven in Bangka Belitung (no election in 2020). */
export const REGENCIES = ['51.02', '51.03', '19.02', '65.01', '65.02', '65.03'] as const;
const AS_OF = '2024-12-31';

const two = (n: number): string => String(n).padStart(2, '0');
/** A NIP that nobody can have (sequence 9xx); every fourth is a PPPK. */
function nip(n: number): string {
	const birth = `${1960 + (n % 30)}${two(1 + (n % 12))}${two(1 + (n % 28))}`;
	const appointed = n % 4 === 0 ? '201921' : `${2010 + (n % 8)}${two(1 + (n % 12))}`;
	return `${birth}${appointed}${1 + (n % 2)}${901 + (n % 99)}`;
}
const DAY = 86_400_000;
const FIRST = Date.parse('2019-01-01');
const iso = (day: number): string => new Date(FIRST + day * DAY).toISOString().slice(0, 10);
const LAST_DAY = (Date.parse(AS_OF) - FIRST) / DAY;

const person = fc.nat({ max: 60 }).map(nip);
const date = fc.oneof(fc.integer({ min: 0, max: LAST_DAY }), fc.integer({ min: LAST_DAY - 400, max: LAST_DAY })).map(iso);
const later = fc.nat({ max: 200 });
const or = <T>(value: fc.Arbitrary<T>, empty: T): fc.Arbitrary<T> => fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constant(empty) });
const agency = or(fc.constantFrom('Dinas Pendidikan', 'Dinas Kesehatan', 'BKPSDM', 'Kecamatan Kuta'), '');
const cycle = or(fc.constantFrom('PEMILU-2019', 'PILKADA-2020', 'PEMILU-2024', 'PILKADA-2024'), '');
const bool = fc.constantFrom('true', 'false');

const after = (from: string, days: number): string => {
	const found = iso((Date.parse(from) - FIRST) / DAY + days);
	return found > AS_OF ? AS_OF : found;
};

function caseRow(place: string, national: boolean): fc.Arbitrary<Row> {
	const employer = fc.oneof({ weight: 4, arbitrary: fc.constant(place) }, { weight: 1, arbitrary: fc.constantFrom(`${place.slice(0, 2)}.00`, 'PUSAT', '51.03', '65.01') });
	return fc
		.record({
			number: fc.nat({ max: 30 }), person_no: fc.integer({ min: 1, max: 4 }), person_key: or(person, ''), registered: date, incident: or(later, -1), employer,
			violation_type: or(fc.constantFrom(...violationTypes().map((v) => v.code)), ''), position: or(fc.constantFrom(...positions().filter((p) => p.is_asn).map((p) => p.code)), ''),
			employment: or(fc.constantFrom('PNS', 'PPPK'), ''), agency, status: fc.constantFrom(...statuses().map((s) => s.code)), cycle,
			status_date: or(later, -1), forwarded: or(later, -1), proven: or(later, -1), sanction: or(later, -1),
			recommended: or(fc.constantFrom(...sanctions().map((s) => s.code), 'S1', 'S2', 'B1', 'R2'), ''), imposed: or(fc.constantFrom(...sanctions().map((s) => s.code), 'S1', 'S2', 'B1', 'R2'), '')
		})
		.map((r) => {
			const forwarded = r.forwarded < 0 ? '' : after(r.registered, r.forwarded);
			const proven = r.proven < 0 ? '' : after(forwarded || r.registered, r.proven);
			return {
				case_number: `${national ? place : ''}/${r.number}/REG`.replace(/^\//, ''), person_no: String(r.person_no), person_key: r.person_key, registered_date: r.registered,
				incident_date: r.incident < 0 ? '' : iso(Math.max(0, (Date.parse(r.registered) - FIRST) / DAY - r.incident)), act_regency: place, employer: r.employer,
				violation_type: r.violation_type, position: r.position, employment: r.employment, agency: r.agency, status: r.status, cycle: r.cycle, recommended_sanction: r.recommended, imposed_sanction: r.imposed,
				status_date: r.status_date < 0 ? '' : after(r.registered, r.status_date), forwarded_date: forwarded, proven_date: proven,
				sanction_date: r.sanction < 0 ? '' : after(proven || forwarded || r.registered, r.sanction)
			};
		});
}

const trainingRow = (regency: string): fc.Arbitrary<Row> =>
	fc
		.record({ person_key: person, agency, course: fc.constantFrom('Netralitas Dasar', 'Netralitas Lanjutan'), completed: or(bool, ''), done: or(date, ''), last: date, test_done: or(bool, ''), passed: or(bool, ''), score: or(fc.integer({ min: 0, max: 200 }).map((n) => String(n / 2)), ''), cycle })
		.map((r) => ({ regency, score: r.score, person_key: r.person_key, agency: r.agency, course: r.course, completed: r.completed, completed_date: r.completed === 'true' ? r.done : '', last_date: r.cycle ? '' : r.last, test_done: r.test_done, passed: r.passed, cycle: r.cycle }));

const totalsRow = (regency: string): fc.Arbitrary<Row> =>
	fc
		.record({ course: fc.constantFrom('Netralitas Dasar', 'Rekap Lama'), enrolled: fc.nat({ max: 300 }), part: fc.double({ min: 0, max: 1, noNaN: true }), as_of: date, cycle })
		.map((r) => ({ regency, course: r.course, enrolled: String(r.enrolled), completed: String(Math.floor(r.enrolled * r.part)), as_of: r.as_of, cycle: r.cycle }));

/** A person's agency does not change inside one quiz file. */
const quizRow = (regency: string): fc.Arbitrary<Row> =>
	fc
		.record({ n: fc.nat({ max: 40 }), course: fc.constantFrom('Post-test', 'Pre-test'), attempt: fc.integer({ min: 1, max: 3 }), state: fc.constantFrom('finished', 'finished', 'in_progress', 'abandoned'), started: date, grade: or(fc.integer({ min: 0, max: 20 }), -1) })
		.map((r) => ({ regency, person_key: nip(r.n), agency: r.n % 3 ? `Dinas ${r.n % 3}` : '', course: r.course, attempt_no: String(r.attempt), state: r.state, started_date: r.started, grade: r.grade < 0 ? '' : String(r.grade / 2), max_grade: '10' }));

const eventRow = (regency: string): fc.Arbitrary<Row> =>
	fc
		.record({ date, cut: fc.constantFrom(10, 10, 7, 4), class: fc.constantFrom('prevention', 'prevention', 'letter', 'enforcement'), kind: fc.constantFrom('sosialisasi', 'ikrar', 'surat'), title: fc.nat({ max: 40 }), participants: or(fc.nat({ max: 900 }).map(String), '') })
		.map((r) => ({ regency, event_date: r.date.slice(0, r.cut), class: r.class, kind: r.kind, title: `Kegiatan ${r.title}`, participants: r.class === 'enforcement' ? '' : r.participants }));

const pactRow = (regency: string): fc.Arbitrary<Row> => fc.record({ person_key: person, agency, signed_date: date, agreed: bool, cycle }).map((r) => ({ regency, ...r }));

const attendanceRow = (regency: string): fc.Arbitrary<Row> =>
	fc.record({ n: fc.nat({ max: 60 }), event: fc.constantFrom('Sosialisasi A', 'Sosialisasi B'), event_date: date, agency, cycle }).map((r) => ({ regency, event: r.event, event_date: r.event_date, attendee: nip(r.n), person_key: nip(r.n), agency: r.agency, cycle: r.cycle }));

const rosterRow = (regency: string): fc.Arbitrary<Row> =>
	fc.record({ person_key: person, as_of: fc.constantFrom('2023-12-31', '2024-06-30'), position: or(fc.constantFrom(...positions().filter((p) => p.is_asn).map((p) => p.code)), '') }).map((r) => ({ regency, ...r, employment: Number(r.person_key.slice(12, 14)) > 12 ? 'PPPK' : 'PNS' }));

const moveRow = (regency: string): fc.Arbitrary<Row> =>
	fc
		.record({ decree: fc.nat({ max: 6 }), person_key: person, approval: or(fc.constant('100.2.1/77/SJ'), '') })
		.map((r) => ({ regency, decree_number: `821/${r.decree}/2024`, decree_date: iso(LAST_DAY - 60 * r.decree - 10), person_key: r.person_key, position_old: 'Kepala Bidang', position_new: 'Sekretaris', approval: r.approval }));

const headcountRow = (regency: string): fc.Arbitrary<Row> =>
	fc.record({ as_of: fc.constantFrom('2018-12-31', '2019-12-31', '2020-12-31', '2023-12-31', '2024-06-30'), employment: fc.constantFrom('ASN', 'PNS', 'PPPK'), persons: fc.integer({ min: 900, max: 5000 }).map(String) }).map((r) => ({ regency, ...r }));

const KEYS: Readonly<Record<string, (row: Row) => string>> = {
	cases: (r) => `${r.case_number} ${r.person_no}`,
	training: (r) => `${r.course} ${r.person_key}`,
	training_totals: (r) => `${r.course} ${r.cycle}`,
	quiz: (r) => `${r.course} ${r.person_key} ${r.attempt_no}`,
	events: (r) => `${r.event_date} ${r.title}`,
	attendance: (r) => `${r.event} ${r.event_date} ${r.attendee}`,
	roster: (r) => `${r.as_of} ${r.person_key}`,
	pacts: (r) => `${r.person_key}`,
	moves: (r) => `${r.decree_number} ${r.person_key}`,
	headcount: (r) => `${r.as_of} ${r.employment}`
};
const keyOf = (dataset: string): ((row: Row) => string) => KEYS[dataset] ?? ((row) => JSON.stringify(row));
const ROWS: Readonly<Record<string, (place: string) => fc.Arbitrary<Row>>> = {
	cases: (place) => caseRow(place, false), training: trainingRow, training_totals: totalsRow, quiz: quizRow, events: eventRow, pacts: pactRow, attendance: attendanceRow, roster: rosterRow, moves: moveRow, headcount: headcountRow
};
const SIZES: Readonly<Record<string, number>> = { cases: 40, training: 50, training_totals: 2, quiz: 40, events: 20, pacts: 30, attendance: 30, roster: 40, moves: 12, headcount: 8 };
const PERSONAL = new Set(['training', 'quiz', 'pacts', 'moves', 'roster']);

/** A file with unique keys; rows that the catalogue says are held stand at its end. */
function file(dataset: string, sender: string, nature: Nature, row: fc.Arbitrary<Row>, size: number): fc.Arbitrary<SentFile> {
	return fc.uniqueArray(row, { selector: keyOf(dataset), minLength: Math.min(2, size), maxLength: size, size: 'max' }).map((rows) => ({ dataset, sender, nature, asOf: AS_OF, rows }));
}

/** The same rows with some left out, some changed and some new ones: a correction. */
const correction = (sent: SentFile, others: SentFile): SentFile => {
	const key = keyOf(sent.dataset);
	const kept = sent.rows.filter((_, i) => i % 3 !== 0).map((r, i) => (i % 2 ? r : { ...r, agency: 'Dinas Pengganti', status: r.status ? 'DITERUSKAN' : '' }));
	const known = new Set(kept.map(key));
	return { ...sent, rows: [...kept, ...others.rows.filter((r) => !known.has(key(r)))] };
};

const perRegency = (place: string): fc.Arbitrary<SentFile[]> =>
	fc
		.tuple(
			fc.tuple(...Object.keys(ROWS).map((dataset) => file(dataset, place, 'contoh', (ROWS[dataset] ?? trainingRow)(place), SIZES[dataset] ?? 10))),
			fc.subarray(['cases', 'events', 'training', 'pacts', 'headcount'], { minLength: 1 }).chain((list) => fc.tuple(...list.map((d) => file(d, place, 'real', (ROWS[d] ?? trainingRow)(place), 15)))),
			fc.tuple(...['cases', 'pacts', 'training'].map((d) => file(d, place, 'contoh', (ROWS[d] ?? trainingRow)(place), 10))),
			fc.subarray(Object.keys(ROWS), { minLength: 4 })
		)
		.map(([all, real, more, sends]) => {
			const sent = all.filter((f) => sends.includes(f.dataset) || f.dataset === 'cases');
			const corrections = more.flatMap((m) => sent.filter((f) => f.dataset === m.dataset).map((f) => correction(f, m)));
			return [...sent, ...(real as SentFile[]), ...corrections];
		});

const NATIONAL = ['65.01', '65.04', '51.04'] as const;
const national: fc.Arbitrary<SentFile[]> = fc
	.tuple(
		fc.tuple(...NATIONAL.map((place) => fc.uniqueArray(caseRow(place, true), { selector: keyOf('cases'), minLength: 2, maxLength: 15, size: 'max' }))),
		fc.tuple(...['51.00', '65.00', '65.04', '65.01'].map((place) => fc.uniqueArray(headcountRow(place), { selector: keyOf('headcount'), minLength: 1, maxLength: 4, size: 'max' })))
	)
	.map(([cases, heads]) => [
		{ dataset: 'cases', sender: 'all', nature: 'contoh', asOf: AS_OF, rows: cases.flat().filter((r) => r.act_regency !== '65.04' || r.cycle === 'PILKADA-2024') },
		{ dataset: 'headcount', sender: 'all', nature: 'contoh', asOf: AS_OF, rows: heads.flat() }
	]);

const NIL_DATASETS = ['cases', 'training', 'events', 'pacts', 'quiz', 'moves'] as const;

/** With `wholeNation`, more than half of all regencies say "nihil" for one cycle and have counted their ASN, so that the nation speaks. */
export function world(wholeNation: boolean): fc.Arbitrary<World> {
	return fc.tuple(fc.tuple(...REGENCIES.map(perRegency)), national).map(([sent, all]) => {
		const elsewhere = allRegions().filter((r) => (r.kind === 'regency' || r.kind === 'city') && !['51', '65', '19'].includes(r.province ?? '')).slice(0, wholeNation ? 300 : 5);
		const elsewhereAsn: SentFile = { dataset: 'headcount', sender: 'all', nature: 'contoh', asOf: AS_OF, rows: elsewhere.map((r, i) => ({ regency: r.code, as_of: '2023-06-30', employment: 'ASN', persons: String(2000 + 7 * i) })) };
		const files = [...sent.flat(), ...all, elsewhereAsn];
		const bad = new Map<SentFile, Row[]>();
		files.forEach((f, i) => {
			const [first] = f.rows;
			if (first && PERSONAL.has(f.dataset) && i % 2) bad.set(f, [{ ...first, person_key: '19780615' }, { ...first, regency: '11.01' }]);
		});
		const nils: Nil[] = [
			{ dataset: 'cases', regency: '65.04', cycle: 'PEMILU-2019', nature: 'contoh' },
			...elsewhere.flatMap((r) => NIL_DATASETS.map((dataset): Nil => ({ dataset, regency: r.code, cycle: 'PILKADA-2024', nature: 'contoh' })))
		];
		return { files, nils, bad };
	});
}
