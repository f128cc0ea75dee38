/** Google Forms answers on integrity pacts: the last answer of a person wins. */
import { parseNip } from '../../normalise/nip.ts';
import { comparable } from '../../normalise/text.ts';
import type { GridRow } from '../../read/grid.ts';
import { languageOf } from '../match.ts';
import { input, textAt, type Body, type Draft, type Header, type Kind, type Match, type Reporter } from '../types.ts';

const STAMP = /^(timestamp|cap waktu|stempel waktu)$/;
const QUESTIONS: readonly (readonly [name: string, pattern: RegExp])[] = [
	['person_key', /^nip\b|nomor induk pegawai/],
	['agreed', /pakta integritas.*(setuju|menandatangani|menyatakan)|(menyatakan|setuju|bersedia).*(netral|pakta)/],
	['agency', /^(unit kerja|opd|perangkat daerah|instansi)/],
	['employment', /^(status|jenis) (kepegawaian|pegawai|asn)/],
	['name', /^nama( lengkap)?\b/],
	['email', /^(email|e-mail|alamat email|nama pengguna|username)/]
];

function match(header: Header): Match | null {
	if (!STAMP.test(header.keys[0] ?? '') || header.rows.length > 1) return null;
	const columns = new Map<string, number>([['signed_date', 0]]);
	header.keys.forEach((key, column) => {
		for (const [name, pattern] of QUESTIONS) if (column > 0 && !columns.has(name) && pattern.test(key)) return void columns.set(name, column);
	});
	const missing = (['person_key', 'agreed'] as const).filter((name) => !columns.has(name)).map((name) => (name === 'agreed' ? 'pernyataan pakta integritas' : 'NIP'));
	return { score: 10 + columns.size, language: header.keys[0] === 'timestamp' ? 'en' : (languageOf(header) ?? 'id'), columns, missing };
}

function drafts(body: Body, reporter: Reporter): Draft[] {
	const { columns } = body.match;
	const latest = latestAnswers(body.data, columns.get('person_key'), reporter);
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

/** Answers arrive in order of time; an earlier one of the same person is left out. */
function latestAnswers(rows: readonly GridRow[], column: number | undefined, reporter: Reporter): Set<number> {
	const last = new Map<string, number>();
	for (const row of rows) {
		const parsed = parseNip(comparable(textAt(row, column)), false, '9999-12-31');
		const person = 'problem' in parsed ? `row ${row.row}` : parsed.nip;
		const before = last.get(person);
		if (before !== undefined) reporter.drop(before, 'jawaban lama: orang yang sama mengisi lagi, jawaban terakhir yang dipakai');
		last.set(person, row.row);
	}
	return new Set(last.values());
}

export const pactForm: Kind = {
	kind: 'google_forms_pact',
	dataset: 'pacts',
	title: { id: 'Google Forms: pakta integritas', en: 'Google Forms: integrity pact' },
	match,
	drafts
};
