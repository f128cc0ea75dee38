/** Who has not finished a training, by agency, from the regency's own file: only there the names stand. */
import { check } from '../check.ts';
import { DEFAULT_LIMITS, type CheckContext, type CheckedRow, type CheckResult } from '../findings.ts';
import { comparable, cleanText } from '../normalise/text.ts';
import { both, type Phrase } from '../phrase.ts';
import { read, type GridRow } from '../read/index.ts';
import { recogniseGrid, type Recognition } from '../recognise/index.ts';
import { ReplyError } from './error.ts';
import { withoutReplyColumn } from './marker.ts';

export interface UnfinishedTrainee {
	readonly agency: Phrase;
	readonly nip: string;
	/** As the file writes it; empty when the file has no names. */
	readonly name: string;
	/** What is still to be done. */
	readonly remaining: Phrase;
}
export interface AgencyCount {
	readonly agency: Phrase;
	readonly unfinished: number;
	/** Accepted rows of the file: a person enrolled in two courses counts twice. */
	readonly enrolled: number;
}
export interface UnfinishedList {
	/** By agency, then name. */
	readonly rows: readonly UnfinishedTrainee[];
	readonly agencies: readonly AgencyCount[];
	/** Accepted rows of which the file does not say whether they finished: not in `rows`. */
	readonly unknown: number;
	/** Rows quarantined by the check: not in `rows`, whatever they say. */
	readonly quarantined: number;
}

const NO_AGENCY: Phrase = { id: '(unit kerja tidak disebut)', en: '(agency not stated)' };

/**
 * Reads and checks a training file and lists the persons whose course is not completed or whose final test is not passed.
 * Throws ReplyError `not_training` for other files and refused ones, `no_standing` when the report says of nobody who finished.
 * `checked`: what the check said of the same bytes; without its accepted rows (a large table leaves them on disk) they are checked here.
 */
export async function unfinishedTrainees(bytes: Uint8Array, context: CheckContext, checked: CheckResult | null = null): Promise<UnfinishedList> {
	const result = checked && checked.accepted.length > 0 ? checked : await check(bytes, context);
	if (result.dataset !== 'training' || result.accepted.length === 0) {
		throw new ReplyError('not_training', {
			id: 'Daftar yang belum selesai hanya dibuat dari laporan pelatihan per orang yang barisnya diterima',
			en: 'The list of unfinished trainees is made only from an accepted training report with one person a row'
		});
	}
	const known = result.accepted.filter(({ values }) => values['completed'] !== null || values['passed'] !== null);
	if (known.length === 0) {
		throw new ReplyError('no_standing', {
			id: 'Laporan ini tidak menyebut siapa yang sudah selesai; pakai laporan penyelesaian kegiatan atau tabel pelatihan dengan kolom Status',
			en: 'This report does not say who finished; use the activity completion report or a training table with a status column'
		});
	}
	const nameOf = await nameReader(bytes, context, result);
	const severalCourses = new Set(result.accepted.map(({ values }) => values['course'])).size > 1;
	const agencies = agencyNames(result.accepted);
	const rows = known.filter(isUnfinished).map((row): UnfinishedTrainee => {
		const left = remaining(row);
		const course = String(row.values['course'] ?? '');
		return {
			agency: agencies.nameOf(row),
			nip: String(row.values['person_key'] ?? ''),
			name: nameOf(row.row),
			remaining: severalCourses ? both((say) => `${course}: ${say(left)}`) : left
		};
	});
	return { rows: rows.toSorted(byAgencyAndName), agencies: countAgencies(rows, result.accepted.map(agencies.nameOf)), unknown: result.accepted.length - known.length, quarantined: result.rows.quarantined };
}

const isUnfinished = ({ values }: CheckedRow): boolean => values['completed'] === false || values['passed'] === false;

/** One spelling for each agency, the first one met. */
function agencyNames(rows: readonly CheckedRow[]): { nameOf: (row: CheckedRow) => Phrase } {
	const names = new Map<string, string>();
	for (const { values } of rows) {
		const name = String(values['agency'] ?? '');
		if (!names.has(comparable(name))) names.set(comparable(name), name);
	}
	return { nameOf: ({ values }) => names.get(comparable(String(values['agency'] ?? ''))) || NO_AGENCY };
}

const words = (phrase: Phrase): string => (typeof phrase === 'string' ? phrase : phrase.id);
const inOrder = (a: string, z: string): number => a.localeCompare(z, 'id');
const byAgencyAndName = (a: UnfinishedTrainee, z: UnfinishedTrainee): number => inOrder(words(a.agency), words(z.agency)) || inOrder(a.name, z.name) || inOrder(a.nip, z.nip);

function countAgencies(rows: readonly UnfinishedTrainee[], enrolled: readonly Phrase[]): AgencyCount[] {
	const counts = new Map<Phrase, { unfinished: number; enrolled: number }>();
	for (const agency of enrolled) {
		const own = counts.get(agency) ?? { unfinished: 0, enrolled: 0 };
		counts.set(agency, { ...own, enrolled: own.enrolled + 1 });
	}
	for (const { agency } of rows) {
		const own = counts.get(agency);
		if (own) counts.set(agency, { ...own, unfinished: own.unfinished + 1 });
	}
	return [...counts].map(([agency, own]) => ({ agency, ...own })).sort((a, z) => inOrder(words(a.agency), words(z.agency)));
}

/** The activities not done or failed; without activities, the course or its final test. */
function remaining({ values }: CheckedRow): Phrase {
	const activities = typeof values['activities'] === 'string' ? values['activities'].split(';').map((text) => ({ name: text.slice(0, text.lastIndexOf('=')), state: text.slice(text.lastIndexOf('=') + 1) })) : [];
	const left = activities.filter(({ state }) => state === 'not_done' || state === 'failed').map(({ name, state }): Phrase => (state === 'failed' ? { id: `${name} (tidak lulus)`, en: `${name} (not passed)` } : name));
	if (left.length > 0) return both((say) => left.map(say).join('; '));
	if (values['completed'] === true && values['passed'] === false) return values['test_done'] === false ? { id: 'Tes akhir belum dikerjakan', en: 'Final test not taken' } : { id: 'Tes akhir belum lulus', en: 'Final test not passed' };
	if (values['passed'] === false && values['test_done'] === true) return { id: 'Pelatihan belum selesai; tes akhir belum lulus', en: 'Course not completed; final test not passed' };
	return { id: 'Pelatihan belum selesai', en: 'Course not completed' };
}

/** Row number → name, read from the file's own columns once more. */
async function nameReader(bytes: Uint8Array, context: CheckContext, result: CheckResult): Promise<(row: number) => string> {
	const { grids } = await read(bytes, { ...DEFAULT_LIMITS, ...context.limits });
	const { sheet, kind, headerRows } = result.recognised;
	const grid = grids.find((own) => own.sheet === sheet);
	const recognition = grid && recogniseGrid(withoutReplyColumn(grid)).find((own) => own.kind.kind === kind && String(own.header.rows) === String(headerRows));
	const rows = new Map(recognition?.grid.rows.map((row) => [row.row, row]));
	const columns = recognition ? nameColumns(recognition) : [];
	return (number) => nameIn(rows.get(number), columns);
}

function nameColumns({ header, kind, match }: Recognition): number[] {
	const whole = match.columns.get('full') ?? match.columns.get('name');
	if (whole !== undefined) return [whole];
	const parts = [match.columns.get('first'), match.columns.get('last')].filter((column) => column !== undefined);
	// Moodle's activity completion has the name in a first column without a heading.
	return parts.length === 0 && kind.kind.startsWith('moodle_') && header.keys[0] === '' ? [0] : parts;
}

const nameIn = (row: GridRow | undefined, columns: readonly number[]): string =>
	columns.map((column) => cleanText(row?.cells[column]?.text ?? '').text).filter((text) => text !== '').join(' ');
