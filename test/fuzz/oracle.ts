/** What must be true of every answer, whatever the file: the complaints about one that breaks it. */
import { z } from 'zod';
import { MESSAGES } from '../../etl/check/messages.ts';
import { CONTRACTS, DATASETS } from '../../etl/datasets/index.ts';
import { rowSchema } from '../../etl/datasets/schema.ts';
import { OUTCOMES, type CheckContext, type CheckedRow, type CheckResult, type Outcome } from '../../etl/findings.ts';
import { inLanguage, type Phrase } from '../../etl/phrase.ts';
import { KINDS } from '../../etl/recognise/kinds/index.ts';
import { findingsCatalogue } from '../../etl/reference/index.ts';

const count = z.int().nonnegative();
const words = z.string().trim().min(1);
const bilingual = z.strictObject({ id: words, en: words });
const phrase = z.union([z.string(), z.strictObject({ id: z.string(), en: z.string() })]);
const outcome = z.enum(['accept', 'accept_with_warnings', 'quarantine_rows', 'reject_file']);
const finding = z.strictObject({
	code: z.string(), severity: z.enum(['error', 'warning', 'info']), outcome, sheet: z.string().nullable(), row: count.nullable(), column: z.string().regex(/^[A-Z]{1,3}$/).nullable(),
	heading: phrase.nullable(), value: z.string().max(40).nullable(), message: bilingual, remedy: bilingual
});
const recognised = z.strictObject({
	kind: z.string().nullable(), language: z.enum(['id', 'en']).nullable(), encoding: z.string().nullable(), delimiter: z.string().nullable(), sheet: z.string().nullable(),
	headerRows: z.array(count), dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable(), decimal: z.enum([',', '.']).nullable(), dropped: z.array(phrase)
});
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const result = z.strictObject({
	outcome, dataset: z.enum(DATASETS).nullable(), recognised, rows: z.strictObject({ read: count, accepted: count, quarantined: count, dropped: count }), findings: z.array(finding),
	nil: z.string().optional(), accepted: z.array(z.strictObject({ row: count, values: z.record(z.string(), value) })), quarantined: z.array(z.strictObject({ row: count, codes: z.array(z.string()).min(1) }))
});

const CATALOGUE = new Map(findingsCatalogue().map((entry) => [entry.code, entry]));
const NAMES = new Set(Object.values(MESSAGES).flatMap(({ id, en }) => [id.message, id.remedy, en.message, en.remedy].flatMap((text) => [...text.matchAll(/\{(\w+)/g)].map((found) => found[1] ?? ''))));
const PLACEHOLDER = /\{(\w+)(?:, )?\}/g;
const PLAIN = new Map(KINDS.map((kind) => [kind.kind, kind.plain !== undefined]));
/** More than these are not looked at one by one. */
const LOOKED_AT = 3000;

const worst = (list: readonly Outcome[]): Outcome => list.reduce<Outcome>((bad, own) => (OUTCOMES.indexOf(own) > OUTCOMES.indexOf(bad) ? own : bad), 'accept');

/** The one code whose findings can mean more than the catalogue says: look-alike letters hold their row. */
const RAISED = 'TEXT_INVISIBLE_CHARS';

function aboutOutcome(r: CheckResult): string[] {
	const said = worst(r.findings.map((own) => own.outcome));
	const raised = r.quarantined.some(({ codes }) => codes.includes(RAISED)) ? worst([said, 'quarantine_rows']) : said;
	const refused = r.outcome === 'reject_file';
	return [
		...(r.outcome === raised ? [] : [`outcome ${r.outcome}, findings say ${raised}`]),
		...(refused && r.accepted.length + r.rows.accepted > 0 ? ['refused, yet rows are accepted'] : []),
		...(r.rows.quarantined > 0 && !refused && r.outcome !== 'quarantine_rows' ? [`rows are held, the outcome is ${r.outcome}`] : [])
	];
}

function aboutRows(r: CheckResult, accepted: readonly CheckedRow[]): string[] {
	const { read, accepted: taken, quarantined: held, dropped } = r.rows;
	const found: string[] = [];
	if (read !== taken + held + dropped) found.push(`read ${read} ≠ ${taken} + ${held} + ${dropped}`);
	if (r.outcome === 'reject_file') return found;
	const heldRows = new Set(r.quarantined.map(({ row }) => row));
	if (heldRows.size !== r.quarantined.length || held !== r.quarantined.length) found.push(`${held} rows held, ${r.quarantined.length} listed, ${heldRows.size} different`);
	for (const code of new Set(r.quarantined.flatMap(({ codes }) => codes))) if (!CATALOGUE.has(code)) found.push(`held for the unknown code ${code}`);
	const rows = new Set(accepted.map(({ row }) => row));
	const both = [...rows].find((row) => heldRows.has(row));
	if (both !== undefined) found.push(`row ${both} is accepted and held`);
	if (rows.size > taken) found.push(`accepted rows come from ${rows.size} rows, ${taken} are counted`);
	if (PLAIN.get(r.recognised.kind ?? '') && (accepted.length !== taken || rows.size !== taken)) found.push(`a plain table: ${taken} rows counted, ${accepted.length} accepted from ${rows.size}`);
	return found;
}

function aboutValues(r: CheckResult, accepted: readonly CheckedRow[], context: CheckContext): string[] {
	if (accepted.length === 0) return [];
	if (r.dataset === null) return ['accepted rows of no dataset'];
	const contract = CONTRACTS[r.dataset];
	const schema = rowSchema(contract, context.asOf);
	const names = new Set(contract.columns.map((column) => column.name));
	for (const { row, values } of accepted.slice(0, LOOKED_AT)) {
		const beside = Object.keys(values).find((name) => !names.has(name));
		if (beside !== undefined) return [`row ${row} has the column ${beside} beside its contract`];
		const canonical = Object.fromEntries(contract.columns.map(({ name }) => [name, values[name] == null ? null : String(values[name])]));
		const parsed = schema.safeParse(canonical);
		if (!parsed.success) return [`row ${row} breaks its contract: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message} (${canonical[String(issue.path[0])]})`).join('; ').slice(0, 300)}`];
	}
	return [];
}

/** Every text that a person reads. */
function texts(r: CheckResult): string[] {
	const say = (own: Phrase | null): string[] => (own === null ? [] : [inLanguage(own, 'id'), inLanguage(own, 'en')]);
	return [...r.findings.flatMap((own) => [...say(own.message), ...say(own.remedy), ...say(own.heading), own.value ?? '', own.sheet ?? '']), ...r.recognised.dropped.flatMap(say), r.recognised.sheet ?? '', r.recognised.delimiter ?? ''];
}

function aboutWords(r: CheckResult): string[] {
	const found = new Set<string>();
	for (const own of r.findings) {
		const entry = CATALOGUE.get(own.code);
		if (!entry || !(own.code in MESSAGES)) found.add(`unknown code ${own.code}`);
		else if (entry.severity !== own.severity || entry.outcome !== own.outcome) found.add(`${own.code} is not as the catalogue says`);
	}
	for (const text of texts(r)) {
		for (const [placeholder, name] of text.matchAll(PLACEHOLDER)) if (NAMES.has(name ?? '')) found.add(`${placeholder} is not filled in: ${text.slice(0, 120)}`);
		if (/\d{15}/.test(text)) found.add(`a long number is shown: ${text.slice(0, 160)}`);
		if (!text.isWellFormed()) found.add(`half a character is shown: ${JSON.stringify(text.slice(0, 160))}`);
	}
	return [...found];
}

const NATIVE = [Object.prototype, Array.prototype, String.prototype].map((own) => [own, Object.getOwnPropertyNames(own).join(' ')] as const);
const polluted = (): string[] => NATIVE.flatMap(([own, names]) => (Object.getOwnPropertyNames(own).join(' ') === names ? [] : ['a prototype was changed']));

/** Complaints about an answer. `accepted` are its rows where they stand beside it (large tables). */
export function complaints(r: CheckResult, context: CheckContext, accepted: readonly CheckedRow[] = r.accepted): string[] {
	const shape = result.safeParse(r);
	return [
		...(shape.success ? [] : [`shape: ${shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ').slice(0, 300)}`]),
		...aboutOutcome(r),
		...aboutRows(r, accepted),
		...aboutValues(r, accepted, context),
		...aboutWords(r),
		...polluted()
	];
}
