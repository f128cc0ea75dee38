/** Google Forms answers: integrity pacts and attendance lists. The last answer of a person wins. */
import { parseDate, profileDates } from '../../normalise/dates.ts';
import { parseNip } from '../../normalise/nip.ts';
import { comparable, isMissing } from '../../normalise/text.ts';
import type { Phrase } from '../../phrase.ts';
import type { GridRow } from '../../read/grid.ts';
import { languageOf } from '../match.ts';
import { input, textAt, type Body, type Draft, type Header, type Kind, type Match, type Reporter } from '../types.ts';
import { eventOf } from './meetings.ts';

const STAMP = /^(timestamp|cap waktu|stempel waktu)$/;
const QUESTIONS: readonly (readonly [name: string, pattern: RegExp])[] = [
	['person_key', /^nip\b|nomor induk pegawai/],
	['agreed', /pakta integritas.*(setuju|menandatangani|menyatakan)|(menyatakan|setuju|bersedia).*(netral|pakta)/],
	['agency', /^(unit kerja|opd|perangkat daerah|instansi)/],
	['employment', /^(status|jenis) (kepegawaian|pegawai|asn)/],
	['name', /^(nama(?! pengguna)( lengkap)?|(full )?name)\b/],
	['email', /^(email|e-mail|alamat email|nama pengguna|username)/]
];

/** The columns of a form's answers, the time stamp under the name `stamp`; null when it is not one. */
function answersOf(header: Header, stamp: string): Map<string, number> | null {
	if (!STAMP.test(header.keys[0] ?? '') || header.rows.length > 1) return null;
	const columns = new Map<string, number>([[stamp, 0]]);
	header.keys.forEach((key, column) => {
		for (const [name, pattern] of QUESTIONS) if (column > 0 && !columns.has(name) && pattern.test(key)) return void columns.set(name, column);
	});
	return columns;
}

const languageOfForm = (header: Header): 'id' | 'en' => (header.keys[0] === 'timestamp' ? 'en' : (languageOf(header) ?? 'id'));

const REQUIRED: readonly (readonly [name: string, words: Phrase])[] = [
	['person_key', 'NIP'],
	['agreed', { id: 'pernyataan pakta integritas', en: 'statement of the integrity pact' }]
];

function matchPact(header: Header): Match | null {
	const columns = answersOf(header, 'signed_date');
	if (!columns) return null;
	const missing = REQUIRED.filter(([name]) => !columns.has(name)).map(([, words]) => words);
	return { score: 10 + columns.size, language: languageOfForm(header), columns, missing };
}

function pactDrafts(body: Body, reporter: Reporter): Draft[] {
	const { columns } = body.match;
	const latest = latestAnswers(body.data, columns.get('signed_date'), (row) => nipIn(row, columns.get('person_key')) ?? `row ${row.row}`, reporter);
	return body.data.flatMap((row): Draft[] => {
		if (!latest.has(row.row)) return [];
		return [
			{
				row: row.row,
				cells: {
					person_key: input(row, columns.get('person_key')),
					signed_date: input(row, columns.get('signed_date')),
					agreed: input(row, columns.get('agreed')),
					agency: input(row, columns.get('agency')),
					employment: input(row, columns.get('employment'))
				}
			}
		];
	});
}

function nipIn(row: GridRow, column: number | undefined): string | null {
	const parsed = parseNip(comparable(textAt(row, column)), false, '9999-12-31');
	return 'problem' in parsed ? null : parsed.nip;
}

const EARLIER_ANSWER: Phrase = { id: 'jawaban lama: orang yang sama mengisi lagi, jawaban terakhir yang dipakai', en: 'earlier answer: the same person answered again, the last answer counts' };

/** The latest answer of each person by its time stamp, whichever way the sheet is sorted; earlier ones are left out. Of equal stamps the lower row counts. */
function latestAnswers(rows: readonly GridRow[], stamp: number | undefined, personOf: (row: GridRow) => string, reporter: Reporter): Set<number> {
	const texts = rows.map((row) => textAt(row, stamp));
	const profile = profileDates(texts);
	const last = new Map<string, { readonly row: number; readonly time: string }>();
	rows.forEach((row, at) => {
		const person = personOf(row);
		const parsed = parseDate(texts[at] ?? '', profile);
		const time = 'iso' in parsed ? `${parsed.iso} ${secondsIn(texts[at] ?? '', parsed.minutes ?? 0)}` : '';
		const before = last.get(person);
		const earlier = before === undefined || before.time <= time ? before?.row : row.row;
		if (earlier !== undefined) reporter.drop(earlier, EARLIER_ANSWER);
		if (earlier !== row.row) last.set(person, { row: row.row, time });
	});
	return new Set([...last.values()].map(({ row }) => row));
}

/** Sorts stamps of one day: minutes since midnight, then the seconds after the last colon. */
const secondsIn = (text: string, minutes: number): string => `${String(minutes).padStart(4, '0')} ${/\d[:.]\d{2}[:.](\d{2})\b/.exec(text)?.[1] ?? '00'}`;

export const pactForm: Kind = {
	kind: 'google_forms_pact',
	dataset: 'pacts',
	title: { id: 'Google Forms: pakta integritas', en: 'Google Forms: integrity pact' },
	match: matchPact,
	drafts: pactDrafts
};

/** A form without a statement of a pact, with name or NIP. */
function matchAttendance(header: Header): Match | null {
	const columns = answersOf(header, 'join');
	if (!columns || columns.has('agreed') || !(columns.has('person_key') || columns.has('name'))) return null;
	return { score: 8 + columns.size, language: languageOfForm(header), columns, missing: [] };
}

const NOBODY: Phrase = { id: 'tanpa nama dan NIP', en: 'without a name and a NIP' };

function attendanceDrafts(body: Body, reporter: Reporter): Draft[] {
	const { columns } = body.match;
	const event = eventOf(body, reporter);
	if (event.event === null || event.event_date === null) return [];
	reporter.dates(profileDates(body.data.map((row) => textAt(row, columns.get('join')))));
	const named = (row: GridRow) => comparable(textAt(row, columns.get('name')));
	const isWritten = (row: GridRow, column: number | undefined) => !isMissing(comparable(textAt(row, column)));
	/** A NIP that cannot be read stands for its person until the check of the column holds the row. */
	const attendeeOf = (row: GridRow) => nipIn(row, columns.get('person_key')) ?? (isWritten(row, columns.get('name')) ? named(row) : comparable(textAt(row, columns.get('person_key'))));
	const present = body.data.filter((row) => {
		const someone = isWritten(row, columns.get('name')) || isWritten(row, columns.get('person_key'));
		if (!someone) reporter.drop(row.row, NOBODY);
		return someone;
	});
	const latest = latestAnswers(present, columns.get('join'), attendeeOf, reporter);
	return present
		.filter((row) => latest.has(row.row))
		.map((row) => ({ row: row.row, cells: { ...event, attendee: attendeeOf(row), person_key: input(row, columns.get('person_key')), agency: input(row, columns.get('agency')) } }));
}

export const attendanceForm: Kind = {
	kind: 'google_forms_attendance',
	dataset: 'attendance',
	title: { id: 'Google Forms: daftar hadir', en: 'Google Forms: attendance' },
	checkTotals: false,
	match: matchAttendance,
	drafts: attendanceDrafts
};
