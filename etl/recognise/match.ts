/** Matching headings against alias tables. */
import { comparable } from '../normalise/text.ts';
import type { Header, Match } from './types.ts';

/** Canonical or helper name → headings people and programs write for it. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

const prepared = new WeakMap<Aliases, Map<string, string>>();

function lookup(aliases: Aliases): Map<string, string> {
	const known = prepared.get(aliases);
	if (known) return known;
	const table = new Map<string, string>();
	for (const [name, headings] of Object.entries(aliases)) for (const heading of headings) table.set(comparable(heading), name);
	prepared.set(aliases, table);
	return table;
}

/** Name of a heading, or undefined; the sub-heading alone also counts where the whole is unknown. */
export function nameOf(key: string, aliases: Aliases): string | undefined {
	const table = lookup(aliases);
	return table.get(key) ?? (key.includes(' / ') ? table.get(key.slice(0, key.indexOf(' / '))) : undefined);
}

/** A second header row that fills in below the first is part of the header. */
const SUB_HEADER_BONUS = 3;

/** Headings that must be known before a table with too few required ones is named at all. */
const LEAST_KNOWN = 3;

/** First column of each name; null unless at least `atLeast` of the required names are there. `weakly`: or, as a weak match, one of them and half of the file's headings. */
export function matchAliases(header: Header, aliases: Aliases, required: readonly string[], options: { atLeast?: number; weight?: number; weakly?: boolean } = {}): Match | null {
	const columns = new Map<string, number>();
	header.keys.forEach((key, column) => {
		const name = key === '' ? undefined : nameOf(key, aliases);
		if (name !== undefined && !columns.has(name)) columns.set(name, column);
	});
	const missing = required.filter((name) => !columns.has(name));
	const present = required.length - missing.length;
	const filled = header.keys.filter((key) => key !== '').length;
	const enough = present >= (options.atLeast ?? required.length);
	if (!enough && !(options.weakly && present > 0 && columns.size >= LEAST_KNOWN && columns.size >= filled / 2)) return null;
	const score = columns.size + present + (columns.size / Math.max(1, filled)) * 2 + (header.rows.length > 1 ? SUB_HEADER_BONUS : 0) + (options.weight ?? 0);
	return { score, language: languageOf(header), columns, missing: missing.map((name) => aliases[name]?.[0] ?? name), ...(enough ? {} : { weak: true }) };
}

const ENGLISH = /\b(first name|last name|surname|id number|email address|department|institution|grade|started|completed|state|name|duration|timestamp|course|student|section)\b/;
const INDONESIAN = /\b(nama|nomor|tanggal|jumlah|unit|kabupaten|nilai|alamat|institusi|departemen|dimulai|selesai|jabatan|cap waktu|stempel waktu|kegiatan|pelatihan|laporan|kajian)\b/;

export function languageOf(header: Header): 'id' | 'en' | null {
	const id = header.keys.filter((key) => INDONESIAN.test(key)).length;
	const en = header.keys.filter((key) => ENGLISH.test(key)).length;
	if (id === en) return id ? 'id' : null;
	return id > en ? 'id' : 'en';
}
