/** Attendance lists of Zoom and Google Meet: several joins of one participant are added up. */
import { parseDate, profileDates } from '../../normalise/dates.ts';
import { parseNip } from '../../normalise/nip.ts';
import { comparable, isMissing } from '../../normalise/text.ts';
import { booleanForWord } from '../../normalise/words.ts';
import { both, type Bilingual } from '../../phrase.ts';
import type { GridRow } from '../../read/grid.ts';
import { matchAliases, type Aliases } from '../match.ts';
import { textAt, type Body, type Draft, type Kind, type Reporter } from '../types.ts';

const ZOOM: Aliases = {
	name: ['Name (Original Name)', 'Nama (Nama Asli)', 'Nama (nama asli)'],
	email: ['User Email', 'Email', 'Email Pengguna'],
	join: ['Join Time', 'Waktu Bergabung'],
	leave: ['Leave Time', 'Waktu Keluar'],
	minutes: ['Duration (Minutes)', 'Total Duration (Minutes)', 'Durasi (Menit)', 'Total durasi (menit)'],
	guest: ['Guest', 'Tamu'],
	waiting: ['In Waiting Room', 'Di Ruang Tunggu']
};
const MEET: Aliases = {
	first: ['First name', 'Nama depan'],
	last: ['Last name', 'Nama belakang'],
	email: ['Email'],
	minutes: ['Duration', 'Durasi'],
	join: ['Time joined', 'Waktu bergabung'],
	leave: ['Time exited', 'Waktu keluar']
};

interface Attendee {
	row: number;
	name: string;
	nip: string | null;
	minutes: number;
	rows: number[];
}

/** `125`, `2 hr 4 min`, `1 jam 2 mnt`, `< 1 min` → minutes; null when unreadable. */
export function minutesOf(text: string): number | null {
	const word = comparable(text);
	if (/^\d+([.,]\d+)?$/.test(word)) return Math.round(Number(word.replace(',', '.')));
	if (/^</.test(word)) return 0;
	const hours = /(\d+)\s*(?:hr|hrs|hour|hours|h|jam|j)\b/.exec(word);
	const minutes = /(\d+)\s*(?:min|mins|minute|minutes|m|menit|mnt)\b/.exec(word);
	const seconds = /(\d+)\s*(?:sec|secs|s|detik|dtk)\b/.exec(word);
	if (!hours && !minutes && !seconds) return null;
	return Number(hours?.[1] ?? 0) * 60 + Number(minutes?.[1] ?? 0);
}

/** A NIP written into the display name: `198801252011011904 - Wiradana`. */
function nipIn(name: string): string | null {
	for (const found of name.match(/\d[\d .]{16,22}\d/g) ?? []) {
		const parsed = parseNip(found, false, '9999-12-31');
		if (!('problem' in parsed)) return parsed.nip;
	}
	return null;
}

const WAITED: Bilingual = { id: 'hanya di ruang tunggu', en: 'only in the waiting room' };
const NOBODY: Bilingual = { id: 'tanpa nama', en: 'without a name' };

function drafts(body: Body, reporter: Reporter): Draft[] {
	const { columns } = body.match;
	const event = eventOf(body, reporter);
	if (event.event === null || event.event_date === null) return [];
	const people = new Map<string, Attendee>();
	for (const row of body.data) {
		if (booleanForWord(textAt(row, columns.get('waiting'))) === true) {
			reporter.drop(row.row, WAITED);
			continue;
		}
		const name = columns.has('name') ? textAt(row, columns.get('name')) : `${textAt(row, columns.get('first'))} ${textAt(row, columns.get('last'))}`.trim();
		const minutes = minutesOf(textAt(row, columns.get('minutes')));
		if (minutes === null) {
			reporter.find('NUMBER_INVALID', { row: row.row, column: columns.get('minutes') ?? 0, value: textAt(row, columns.get('minutes')) });
			continue;
		}
		if (name === '') {
			reporter.drop(row.row, NOBODY);
			continue;
		}
		const nip = nipIn(name);
		const key = nip ?? `${comparable(name)}|${comparable(textAt(row, columns.get('email')))}`;
		const known = people.get(key);
		if (known) {
			known.minutes += minutes;
			known.rows.push(row.row);
		} else people.set(key, { row: row.row, name, nip, minutes, rows: [row.row] });
	}
	const joins = [...people.values()].reduce((sum, person) => sum + person.rows.length - 1, 0);
	if (joins > 0) reporter.note({ id: `${joins} kali masuk ulang dijumlahkan menurut orang`, en: `repeated joins, added up by person: ${joins}` });
	return [...people.values()].map((person) => ({ row: person.row, cells: { ...event, attendee: person.nip ?? comparable(person.name), person_key: person.nip, minutes: person.minutes } }));
}

const EVENT = { key: 'event', words: { id: 'nama kegiatan', en: 'the name of the event' } } as const;
const EVENT_DATE = { key: 'event_date', words: { id: 'tanggal kegiatan', en: 'the date of the event' } } as const;

/** Name and date of the event: the sender's words, else the meeting block above the table, else the column `join`. */
export function eventOf(body: Body, reporter: Reporter): { event: string | null; event_date: string | null } {
	const { source } = reporter.context;
	const block = meetingBlock(body);
	const joins = body.data.map((row) => textAt(row, body.match.columns.get('join'))).filter((text) => /\d{4}/.test(text));
	const event = source?.event ?? block?.topic ?? null;
	const event_date = source?.event_date ?? block?.date ?? firstDate(joins);
	if (event === null || event_date === null) {
		const missing = [...(event === null ? [EVENT] : []), ...(event_date === null ? [EVENT_DATE] : [])];
		reporter.find('HEADER_MISSING', {}, {
			columns: both((say) => missing.map(({ words }) => say(words)).join(say({ id: ' dan ', en: ' and ' }))),
			remedy: both((say) => `${say({ id: 'Sebutkan', en: 'State' })} ${missing.map(({ key }) => `"${key}"`).join(say({ id: ' dan ', en: ' and ' }))} ${say({ id: 'pada source.json', en: 'in source.json' })}`)
		});
	}
	return { event, event_date };
}

function firstDate(texts: readonly string[]): string | null {
	const date = texts[0] ? parseDate(texts[0], profileDates(texts)) : null;
	return date && 'iso' in date ? date.iso : null;
}

/** Zoom's two lines above the table: headings `Meeting ID, Topic, Start Time…` and their values. */
function meetingBlock(body: Body): { topic: string; date: string | null } | null {
	const above = body.grid.rows.slice(0, body.header.dataFrom - 1);
	const at = above.findIndex((row: GridRow) => /^(meeting id|id rapat)$/.test(comparable(row.cells[0]?.text ?? '')));
	const [labels, values] = [above[at], above[at + 1]];
	if (at < 0 || !labels || !values) return null;
	const value = (pattern: RegExp) => textAt(values, labels.cells.findIndex((cell) => pattern.test(comparable(cell.text))));
	const topic = value(/^(topic|topik)$/);
	const start = value(/^(start time|waktu mulai)$/);
	return isMissing(topic) ? null : { topic, date: firstDate(start === '' ? [] : [start]) };
}

export const zoomList: Kind = {
	kind: 'zoom_participants',
	dataset: 'attendance',
	title: { id: 'Daftar hadir Zoom', en: 'Zoom participants' },
	checkTotals: false,
	match: (header) => matchAliases(header, ZOOM, ['name', 'minutes'], { weight: 5 }),
	drafts
};

export const meetList: Kind = {
	kind: 'google_meet_attendance',
	dataset: 'attendance',
	title: { id: 'Daftar hadir Google Meet', en: 'Google Meet attendance' },
	checkTotals: false,
	match: (header) => matchAliases(header, MEET, ['first', 'minutes', 'join'], { weight: 5 }),
	drafts
};
