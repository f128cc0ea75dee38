/** The dated code lists of `data/reference`, typed. Each list is read and checked once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { once, optional, optionalDate, optionalNumber, required, sourceIds, table, yesNo } from './table.ts';

const MILESTONES = ['reported', 'forwarded', 'proven', 'sanctioned', 'closed_other', 'closed_not_proven'] as const;
/** How far a case has come; null where a status moves nothing (a block lifted). */
export type Milestone = (typeof MILESTONES)[number] | null;

const cycle = z.object({
	code: required,
	name_id: required,
	name_en: required,
	kind: z.enum(['pilkada', 'pemilu', 'pemilu_nasional', 'pemilu_daerah']),
	voting_date: optionalDate,
	start: optionalDate,
	/** Null where it is not set; `end_meaning` says what is expected. */
	end: optionalDate,
	pkpu: optional,
	start_meaning: optional,
	end_meaning: optional,
	verified: required,
	source: sourceIds
});
export type Cycle = z.infer<typeof cycle>;
/** Election cycles, past and announced. */
export const cycles = table('election_cycles.csv', cycle);

const stage = z.object({
	cycle: required,
	stage_code: required,
	name_id: required,
	start: z.iso.date(),
	end: z.iso.date(),
	source: sourceIds,
	verified: required,
	note: optional
});
export type Stage = z.infer<typeof stage>;
/** Stages of the cycles as the KPU set them, ends inclusive. */
export const stages = table('election_stages.csv', stage);

const participant = z.object({ cycle: required, regency_code: required, election: required, verified: required, source: sourceIds });
export type Participation = z.infer<typeof participant>;
/** Which regency voted on what in which cycle; complete for the regencies it lists. */
export const participation = table('election_participation.csv', participant);

const status = z.object({
	code: required,
	name_id: required,
	name_en: required,
	stage: required,
	milestone: z.union([z.literal('').transform(() => null), z.enum(MILESTONES)]),
	deciding_body: required,
	terminal: yesNo,
	origin: required,
	source: sourceIds
});
export type Status = z.infer<typeof status>;
/** Statuses of a case. */
export const statuses = table('case_statuses.csv', status);

const violationType = z.object({
	code: required,
	name_id: required,
	name_en: required,
	kind: z.enum(['kode_etik', 'disiplin', 'lainnya']),
	phase: z.enum(['sebelum_penetapan', 'sesudah_penetapan', 'semua']),
	sanction_class: optional,
	legal_basis: required,
	skb_group: required,
	skb_no: z.coerce.number(),
	verified: required,
	source: sourceIds,
	note: optional,
	scheme: required,
	valid_from: z.iso.date(),
	valid_to: optionalDate,
	/** Our own words, short enough for a chart; the legal wording is `name_id`. */
	short_id: required,
	short_en: required
});
export type ViolationType = z.infer<typeof violationType>;
/** Forms of violation of the joint decree of 2022 (Lampiran II). */
export const violationTypes = table('violation_types.csv', violationType);

const sanction = z.object({
	code: required,
	name_id: required,
	name_en: required,
	class: required,
	level_order: z.coerce.number(),
	duration: optional,
	applies_to: required,
	legal_basis: required,
	regime_valid_from: z.iso.date(),
	regime_valid_to: optionalDate,
	/** `year`: only the year is known, the day is its first. */
	regime_valid_from_precision: z.enum(['day', 'year']),
	regime_valid_to_precision: optional,
	verified: required,
	source: sourceIds
});
export type Sanction = z.infer<typeof sanction>;
/** Sanctions with the time in which their regime was in force. */
export const sanctions = table('sanctions.csv', sanction);

const position = z.object({
	code: required,
	name_id: required,
	name_en: required,
	group: required,
	stat_category: required,
	is_asn: yesNo,
	note: optional,
	source: sourceIds
});
export type Position = z.infer<typeof position>;
/** Positions and the categories that KASN statistics use. */
export const positions = table('positions.csv', position);

const supervisingBody = z.object({
	code: required,
	name_id: required,
	name_en: required,
	valid_from: optionalDate,
	valid_to: optionalDate,
	source: sourceIds,
	note: optional
});
export type SupervisingBody = z.infer<typeof supervisingBody>;
/** Bodies that find a breach or recommend a sanction, with their time; both dates null: not formed. */
export const supervisingBodies = table('supervising_bodies.csv', supervisingBody);

/** The body in charge on an ISO date, or null (a body without any date is not formed). */
export function supervisingBodyOn(date: string): SupervisingBody | null {
	const dated = supervisingBodies().filter((body) => body.valid_from !== null || body.valid_to !== null);
	return dated.find((body) => (body.valid_from ?? '') <= date && date <= (body.valid_to ?? '9999')) ?? null;
}

const deadline = z.object({
	regime: required,
	step_id: required,
	actor: required,
	/** In `unit`; null where no limit was found. */
	limit: optionalNumber,
	unit: optional,
	legal_basis: required,
	verified: required,
	source: sourceIds,
	note: optional
});
export type Deadline = z.infer<typeof deadline>;
/** Time limits of handling a case. */
export const deadlines = table('process_deadlines.csv', deadline);

const clock = z.object({
	/** Statuses during which the clock runs. */
	statuses: required.transform((text) => text.split('|')),
	kind: z.enum(['pilkada', 'pemilu']),
	valid_from: optionalDate,
	valid_to: optionalDate,
	/** Calendar days in that status after which a case is overdue: the legal limit, counted generously. */
	days: z.coerce.number(),
	limit_id: required,
	limit_en: required,
	legal_basis: required,
	legal_basis_en: required,
	verified: required,
	source: sourceIds,
	note: optional
});
export type Clock = z.infer<typeof clock>;
/** How long a step may last, by kind of election and the day the waiting began. A status without a line has no verified limit. */
export const clocks = table('clocks.csv', clock);

const source = z.object({
	id: required,
	/** In Indonesian, for readers of both languages: the law where it is a copy of one, else outlet or body, date and title. */
	title: required,
	address: optional,
	/** What was read there, for whoever keeps the list; not shown. */
	note: optional
});
export type ReferenceSource = z.infer<typeof source>;
/** Titles and addresses behind the `source` columns. */
export const sources = table('sources.csv', source);

const words = z.string().transform((text): readonly string[] => text.split(';').map((word) => word.trim()).filter(Boolean));
const sentence = z.string().regex(/^[\p{Lu}\d].*[^.]\.$/u, 'one sentence that begins with a capital and ends with a full stop');
const term = z.object({
	/** Its anchor on the page of terms. */
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	term_id: required,
	term_en: required,
	/** What whoever keeps the list should know; not shown. */
	note: optional,
	source: sourceIds,
	/** How it stands in texts; empty: it has an explanation on the page of terms only. Small letters match capitals too. */
	words_id: words,
	words_en: words,
	about_id: sentence,
	about_en: sentence
});
export type Term = z.infer<typeof term>;
/** Words of the field, each explained in both languages. */
export const glossary = table('glossary.csv', term);

const catalogueEntry = z.object({
	code: required,
	stage: required,
	severity: z.enum(['error', 'warning', 'info']),
	outcome: z.enum(['accept', 'accept_with_warnings', 'quarantine_rows', 'reject_file']),
	meaning: required
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;
/** What a check can find, how bad it is and what follows. */
export const findingsCatalogue = table('findings.csv', catalogueEntry);

const alias = z.object({ alias: required, code: required, use: z.enum(['alias', 'suggestion']), source: sourceIds });
export type Alias = z.infer<typeof alias>;
/** Other spellings of areas: an `alias` is accepted, a `suggestion` is only offered. */
export const aliases = table('region_aliases.csv', alias);

const nextDate = z.object({
	/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as `precision` says. */
	date: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
	precision: z.enum(['day', 'month', 'year']),
	name_id: required,
	name_en: required,
	kind: z.enum(['law', 'election', 'deadline']),
	verified: required,
	source: sourceIds,
	note: optional
});
export type NextDate = z.infer<typeof nextDate>;
/** Dates ahead, each as exact as its source. */
export const nextDates = table('next_dates.csv', nextDate);

const word = z.object({ kind: z.enum(['measure', 'unit', 'body', 'dimension', 'category', 'note', 'as_of_text']), code: required, name_id: required, name_en: required });
export type PublishedWord = z.infer<typeof word>;
/** Words for the codes and Indonesian texts of the published figures, in both languages. Texts are their own code. */
export const publishedWords = table('published_words.csv', word);

const worded = (what: string) => z.string({ error: `${what} tidak disebut (missing)` }).trim().min(1, `${what} kosong (empty)`);
const both = (what: string) => z.strictObject({ id: worded(what), en: worded(what) }, { error: `${what} tidak disebut (missing)` });
const DECIDED = ['strict', 'k_strict', 'k_case_breakdown', 'k_training', 'min_denominator', 'min_hidden_per_line', 'min_width'] as const;
const disclosureFile = z
	.strictObject({
		strict: z.boolean(),
		k_strict: z.int().min(1),
		k_case_breakdown: z.int().min(1),
		k_training: z.int().min(1),
		min_denominator: z.int().min(1),
		min_hidden_per_line: z.int().min(1),
		min_width: z.int().min(1),
		decisions: z.array(
			z.strictObject({
				id: required,
				rule: both('rule'),
				values: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
				date: z.iso.date({ error: 'date tidak disebut atau bukan tanggal (missing, or no date)' }),
				owner: worded('owner'),
				basis: both('basis')
			})
		)
	})
	.superRefine((file, context) => {
		// Every number of the rule is somebody's decision, and says what the decision says.
		for (const name of DECIDED) {
			const decided = file.decisions.flatMap((d) => (name in d.values ? [d.values[name]] : []));
			if (decided.length !== 1) context.addIssue({ code: 'custom', path: [name], message: 'tidak ada satu keputusan untuk nilai ini (no single decision about this value)' });
			else if (name !== 'strict' && decided[0] !== file[name]) context.addIssue({ code: 'custom', path: [name], message: `berbeda dari keputusannya (differs from its decision: ${String(decided[0])})` });
		}
	});
export type Disclosure = z.infer<typeof disclosureFile>;

/** Checks the text of `disclosure.json`. Throws an Error that names each decision and field that is missing or contradicts another. */
export function parseDisclosure(text: string): Disclosure {
	const read = disclosureFile.safeParse(JSON.parse(text));
	if (read.success) return read.data;
	const given = z.object({ decisions: z.array(z.object({ id: z.string() }).loose()) }).loose().safeParse(JSON.parse(text));
	const place = (path: readonly PropertyKey[]): string =>
		path[0] === 'decisions' && typeof path[1] === 'number' && given.success ? [given.data.decisions[path[1]]?.id ?? path[1], ...path.slice(2)].map(String).join('.') : path.map(String).join('.');
	throw new Error(`data/reference/disclosure.json: ${read.error.issues.map((issue) => `${place(issue.path)}: ${issue.message}`).join('; ')}`);
}

/** The disclosure rule: its numbers, and who decided what when and why. `strict` is one switch: its decision says what it is as shipped. */
export const disclosure = once((): Disclosure => parseDisclosure(readFileSync(join(ROOT, 'data/reference/disclosure.json'), 'utf8')));

/** Largest share of the default comparison that may be hidden from a province. */
export const hiddenShareLimit = (): number => Number(disclosure().decisions.find((d) => 'max_hidden_share' in d.values)?.values.max_hidden_share ?? 1);
