/** The synthetic country: something for the five regencies to be compared with, of any size. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS, type DatasetName } from '../datasets/index.ts';
import { sourceSchema, type SourceFile } from '../source.ts';
import { areasOf, staffOfArea, type Area } from './areas.ts';
import { casesOfArea } from './country_cases.ts';
import { PERSON_COLUMNS, personLines } from './country_people.ts';
import { createRandom } from './random.ts';
import { line, PLAIN, type TextCell } from './text_file.ts';

export interface CountryOptions {
	/** Civil servants in the whole country, in heads; counts scale with it. About 4.3 million in 2023. */
	readonly people: number;
	readonly seed: string;
	/** Folder to write; made when it does not exist. */
	readonly out: string;
	/** Also write one training row per person (instead of totals). */
	readonly persons?: boolean;
	/** Called after each area of each dataset. */
	readonly progress?: (done: number, total: number) => void;
}

const CYCLES = ['PEMILU-2024', 'PILKADA-2024'] as const;
const COURSES: Readonly<Record<string, { name: string; completion: number; asOf: string; sent: string }>> = {
	'PEMILU-2024': { name: 'Pelatihan Netralitas ASN Pemilu 2024', completion: 0.58, asOf: '2023-12-31', sent: '2024-12-31' },
	'PILKADA-2024': { name: 'Pelatihan Netralitas ASN Pilkada 2024', completion: 0.68, asOf: '2024-10-31', sent: '2025-03-31' }
};
const NOTE = 'DATA CONTOH (sintetis): negara rekaan sebagai pembanding';
/** A file stays under the upload limit; a regency is never split over two files. */
const FILE_BYTES = 8 * 1024 * 1024;

/**
 * Writes a folder that `etl load` takes: cases, headcount and training of all regencies but the five pilots, as CSV with canonical columns.
 * The same options give the same bytes. Some areas send nothing for a dataset and cycle: they are absent from the file.
 */
export async function generateCountry(options: CountryOptions): Promise<{ files: string[]; rows: number }> {
	mkdirSync(options.out, { recursive: true });
	const areas = areasOf(options.people, options.seed);
	const writer = new CountryWriter(options, areas.length * (1 + 2 * CYCLES.length));
	writer.dataset('jumlah-asn', { dataset: 'headcount', as_of: '2024-12-31' }, columnsOf('headcount'), areas, headcountLines);
	const local = areas.filter((area) => area.kind === 'regency');
	for (const cycle of CYCLES) {
		const sends = (dataset: string) => (area: Area): boolean => !createRandom(`${options.seed}/absent/${dataset}/${cycle}/${area.code}`).chance(0.06);
		const { name, asOf, sent } = COURSES[cycle] ?? COURSES['PEMILU-2024'] ?? { name: '', asOf: '', sent: '' };
		const about = { cycle, covers: [cycle] };
		writer.dataset(`kasus-${cycle.toLowerCase()}`, { dataset: 'cases', as_of: sent, ...about }, columnsOf('cases'), local.filter(sends('cases')), (area) =>
			casesOfArea(area, cycle, options.seed).map((row) => line(columnsOf('cases').map((column) => row[column] ?? null), PLAIN))
		);
		const trained = local.filter(sends('training'));
		if (options.persons) {
			writer.dataset(`pelatihan-${cycle.toLowerCase()}`, { dataset: 'training', as_of: asOf, ...about, course: name }, PERSON_COLUMNS, trained, (area) =>
				personLines(area, cycle, name, completionOf(area, cycle, options.seed), options.seed)
			);
		} else {
			writer.dataset(`rekap-pelatihan-${cycle.toLowerCase()}`, { dataset: 'training_totals', as_of: asOf, ...about, course: name }, columnsOf('training_totals'), trained, (area) => [
				totalsLine(area, cycle, options.seed)
			]);
		}
	}
	return writer.close();
}

const columnsOf = (dataset: DatasetName): string[] => CONTRACTS[dataset].columns.map((column) => column.name);

class CountryWriter {
	readonly #options: CountryOptions;
	readonly #total: number;
	readonly #entries: SourceFile[] = [];
	readonly #files: string[] = [];
	#done = 0;
	#rows = 0;

	constructor(options: CountryOptions, total: number) {
		this.#options = options;
		this.#total = total;
	}

	/** Writes one dataset in as many files as its size asks for. */
	dataset(name: string, entry: Omit<SourceFile, 'file' | 'nature'>, columns: readonly string[], areas: readonly Area[], linesOf: (area: Area) => Iterable<string>): void {
		const parts: string[][] = [[]];
		let size = 0;
		const flush = (last: boolean): void => {
			const number = this.#entries.filter((one) => one.file.startsWith(name)).length + 1;
			const file = last && number === 1 ? `${name}.csv` : `${name}-${String(number).padStart(3, '0')}.csv`;
			this.#write(file, `${[columns.join(','), ...parts.flat()].join('\n')}\n`);
			this.#entries.push({ file, nature: 'contoh', note: NOTE, ...entry });
			parts.length = 0;
			size = 0;
		};
		for (const area of areas) {
			const lines = [...linesOf(area)];
			const bytes = lines.reduce((sum, text) => sum + text.length + 1, 0);
			if (size > 0 && size + bytes > FILE_BYTES) flush(false);
			parts.push(lines);
			size += bytes;
			this.#rows += lines.length;
			this.#done += 1;
			this.#options.progress?.(Math.min(this.#done, this.#total), this.#total);
		}
		flush(true);
	}

	close(): { files: string[]; rows: number } {
		const source = sourceSchema.parse({ regency: 'all', office: 'Negara contoh (DATA CONTOH, sintetis)', note: NOTE, files: this.#entries });
		this.#write('source.json', `${JSON.stringify(source, null, '\t')}\n`);
		this.#options.progress?.(this.#total, this.#total);
		return { files: this.#files, rows: this.#rows };
	}

	#write(file: string, text: string): void {
		writeFileSync(join(this.#options.out, file), text);
		this.#files.push(file);
	}
}

/** Staff at the end of 2023 and 2024: PNS fall by retirement, PPPK grow by recruitment. */
function headcountLines(area: Area): string[] {
	const before = { pns: Math.round(area.pns * 1.025), pppk: Math.round(area.pppk * 0.62) };
	return [
		['2023-12-31', before.pns, before.pppk] as const,
		['2024-12-31', area.pns, area.pppk] as const
	].flatMap(([date, pns, pppk]) =>
		[['ASN', pns + pppk], ['PNS', pns], ['PPPK', pppk]].map(([employment, persons]) =>
			line(columnsOf('headcount').map((column): TextCell => {
				const cells: Record<string, TextCell> = { regency: area.code, as_of: date, employment: employment ?? null, persons: persons ?? null };
				return cells[column] ?? null;
			}), PLAIN)
		)
	);
}

function completionOf(area: Area, cycle: string, seed: string): number {
	const usual = COURSES[cycle]?.completion ?? 0.6;
	const province = createRandom(`${seed}/training-province/${area.province}`).normal() * 0.3;
	const own = createRandom(`${seed}/training/${area.code}`).normal() * 0.5 + createRandom(`${seed}/training/${cycle}/${area.code}`).normal() * 0.25;
	return 1 / (1 + Math.exp(-(Math.log(usual / (1 - usual)) + province + own)));
}

function totalsLine(area: Area, cycle: string, seed: string): string {
	const random = createRandom(`${seed}/training-totals/${cycle}/${area.code}`);
	const enrolled = Math.round(staffOfArea(area) * (cycle === 'PEMILU-2024' ? 0.9 : 1) * (0.86 + 0.13 * random.next()));
	const completed = Math.round(enrolled * completionOf(area, cycle, seed));
	const passed = Math.min(enrolled, Math.round(completed * (1.01 + 0.05 * random.next())));
	const course = COURSES[cycle];
	const cells: Record<string, TextCell> = { regency: area.code, course: course?.name ?? '', enrolled, completed, passed, as_of: course?.asOf ?? '', cycle };
	return line(columnsOf('training_totals').map((column) => cells[column] ?? null), PLAIN);
}
