/** Templates: an empty table that the check recognises, with a sheet that says what belongs in each column. */
import { writeXlsx } from 'hucre';
import { codesOf } from './datasets/codes.ts';
import { GUIDE } from './check/structure.ts';
import { CONTRACTS, type Column, type DatasetName } from './datasets/index.ts';
import { inLanguage, type Bilingual, type Language } from './phrase.ts';
import { KINDS } from './recognise/index.ts';

interface TemplateColumn {
	readonly heading: string;
	readonly column: Column | undefined;
}

/** Headings in the words of the table that people know, else the dataset's own column names. */
export function templateColumns(dataset: DatasetName): readonly TemplateColumn[] {
	const contract = CONTRACTS[dataset];
	const own = KINDS.find((kind) => kind.dataset === dataset && kind.strict && kind.headings !== undefined)?.headings;
	if (!own) return contract.columns.map((column) => ({ heading: column.name, column }));
	return Object.entries(own).map(([name, heading]) => ({ heading, column: contract.columns.find((column) => column.name === name) }));
}

const WORDS = {
	heading: { id: 'Kolom', en: 'Column' },
	required: { id: 'Wajib', en: 'Required' },
	about: { id: 'Isi', en: 'Content' },
	choices: { id: 'Pilihan', en: 'Choices' },
	yes: { id: 'ya', en: 'yes' },
	helper: { id: 'Kolom bantu, boleh kosong', en: 'Auxiliary column, may be empty' },
	guide: GUIDE,
	dates: { id: 'Tanggal ditulis 2024-07-04; NIP sebagai teks 18 angka. Lembar ini tidak dibaca.', en: 'Write dates as 2024-07-04; the NIP as text of 18 digits. This sheet is not read.' }
} as const satisfies Record<string, Bilingual>;

const CHOICES_SHOWN = 60;

/** A workbook with the headings on its first sheet and a guide (one of `GUIDE_SHEETS`) on its second. */
export async function templateWorkbook(dataset: DatasetName, language: Language): Promise<Uint8Array> {
	const say = (word: keyof typeof WORDS): string => inLanguage(WORDS[word], language);
	const columns = templateColumns(dataset);
	const guide = columns.map(({ heading, column }) => {
		const codes = column && column.type !== 'regency' ? (codesOf(column) ?? []) : [];
		return [heading, column?.required ? say('yes') : '', column ? inLanguage(column.about, language) : say('helper'), codes.length > CHOICES_SHOWN ? '' : codes.join(', ')];
	});
	return writeXlsx({
		sheets: [
			{ name: 'Data', rows: [columns.map(({ heading }) => heading)] },
			{ name: say('guide'), rows: [[say('heading'), say('required'), say('about'), say('choices')], ...guide, [], [say('dates')]] }
		]
	});
}
