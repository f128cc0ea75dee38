/** `source.json`: who sends the files of a folder, and what a file cannot say about itself. */
import { z } from 'zod';
import { DATASETS } from './datasets/index.ts';
import { cycles } from './reference/index.ts';
import { regionByCode } from './reference/regions.ts';

const isoDate = z.iso.date({ error: 'harus tanggal yang ada, berbentuk TTTT-BB-HH (contoh: 2024-12-31)' });
const cycle = z.string().refine((code) => cycles().some((c) => c.code === code), { error: 'siklus tidak dikenal; lihat data/reference/election_cycles.csv' });
const nature = z.enum(['real', 'contoh']);
export type Nature = z.infer<typeof nature>;

const sourceFile = z.strictObject({
	/** File name in this folder. */
	file: z.string().min(1).regex(/^[^/\\]+$/, 'nama berkas di folder ini, tanpa jalur'),
	/** Which dataset the file is sent for; without it, the file is recognised by content alone. */
	dataset: z.enum(DATASETS).optional(),
	nature,
	/** The date up to which the file speaks. */
	as_of: isoDate,
	/** When the file arrived; defaults to `as_of`. */
	received: isoDate.optional(),
	/** The cycle all rows belong to, when stated by the sender. */
	cycle: cycle.optional(),
	/** Cycles the file speaks about even where it has no rows for them. */
	covers: z.array(cycle).optional(),
	/** Course or quiz the export belongs to (LMS exports do not say). */
	course: z.string().optional(),
	/** Event and date of an attendance list that does not say it. */
	event: z.string().optional(),
	event_date: isoDate.optional(),
	/** Who is counted in a headcount table. */
	employment: z.enum(['ASN', 'PNS', 'PPPK']).optional(),
	/** Order of day and month in the dates of the file, where its cells do not prove it. */
	date_order: z.enum(['dmy', 'mdy', 'ymd']).optional(),
	/** Which heading holds which column, for a table of a kind that is not known; checked with the file (`recognise/mapping.ts`). */
	mapping: z.unknown().optional(),
	/** Who made this file, where it is not the office of the folder. */
	office: z.string().min(1).optional(),
	note: z.string().optional()
});
export type SourceFile = z.infer<typeof sourceFile>;

const nilReturn = z.strictObject({
	dataset: z.enum(DATASETS),
	nature,
	cycle,
	as_of: isoDate,
	/** Whose word it is, where it is not the office of the folder. */
	office: z.string().min(1).optional(),
	/** The sender's words: "Nihil ...". */
	statement: z.string().min(1),
	source_title: z.string().optional(),
	source_address: z.string().optional()
});
export type NilReturn = z.infer<typeof nilReturn>;

export const sourceSchema = z.strictObject({
	/** Kemendagri code, or `all` for a national contributor. */
	regency: z.string().refine((code) => code === 'all' || regionByCode(code) !== undefined, { error: 'bukan kode wilayah Kemendagri (contoh: 51.03), dan bukan "all"' }),
	office: z.string().min(1),
	note: z.string().optional(),
	files: z.array(sourceFile).refine((files) => new Set(files.map((f) => f.file)).size === files.length, { error: 'satu berkas disebut dua kali' }),
	nil: z.array(nilReturn).default([])
});
export type Source = z.infer<typeof sourceSchema>;
