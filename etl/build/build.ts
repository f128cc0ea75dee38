/** Build: accepted files + reference data → one internal and one public DuckDB file, made aside in `releases/.building-…`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MEASURES } from '../../src/lib/metrics/index.ts';
import type { ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';
import type { RowValue } from '../findings.ts';
import type { Home } from '../home.ts';
import type { Ops, Submission } from '../ops.ts';
import { inLanguage } from '../phrase.ts';
import { disclosureRules, protectRelease, writePublic } from '../publish/public.ts';
import { disclosure } from '../reference/index.ts';
import type { SqlColumn } from '../warehouse.ts';
import { Warehouse } from '../warehouse.ts';
import { buildFacts } from './facts.ts';
import { buildQuizItems } from './items.ts';
import { buildMeasures } from './measures.ts';
import { buildReference } from './reference.ts';
import { codeVersion } from './version.ts';

/** Non-zero cells, and how many of them a viewer without entitlement does not see: all, and in the default comparison of areas. */
export interface HiddenShare {
	readonly cells: number;
	readonly hidden: number;
	readonly comparison: { readonly cells: number; readonly hidden: number };
}

export interface BuiltRelease {
	readonly id: string;
	readonly dir: string;
	readonly facts: Readonly<Record<string, number>>;
	readonly hidden: HiddenShare;
	readonly realPersonRows: number;
}

/** The same inputs give the same id: submissions in force, disclosure decisions, code version. */
export function releaseId(submissions: readonly Submission[]): string {
	const inputs = submissions.filter((s) => s.state === 'accepted' || s.state === 'nil').map((s) => `${s.seq}:${s.id}`);
	const others = submissions.filter((s) => s.state === 'held' || s.state === 'refused').map((s) => s.id);
	const hash = createHash('sha256').update(JSON.stringify([inputs, others, disclosure(), codeVersion()])).digest('hex');
	const last = submissions.reduce((latest, s) => (s.asOf > latest ? s.asOf : latest), '0000-00-00');
	return `R${last.replaceAll('-', '')}-${hash.slice(0, 8)}`;
}

function hiddenShare(cells: readonly ProtectedCell[]): HiddenShare {
	const counted = cells.filter((c) => c.value > 0);
	const compared = new Set(MEASURES.filter((m) => m.guard !== 'pending').map((m) => m.id));
	const totals = counted.filter((c) => c.breakdown === '' && compared.has(c.measure));
	const hidden = (list: readonly ProtectedCell[]): number => list.filter((c) => c.shown !== 'open').length;
	return { cells: counted.length, hidden: hidden(counted), comparison: { cells: totals.length, hidden: hidden(totals) } };
}

const sqlFile = (name: string): string => readFileSync(new URL(`./sql/${name}`, import.meta.url), 'utf8');

const FINDING_COLUMNS: readonly SqlColumn[] = [
	...(['submission', 'code', 'severity', 'sheet', 'column_letter', 'heading', 'value', 'message', 'remedy', 'message_en', 'remedy_en'] as const).map((name): SqlColumn => ({ name, type: 'VARCHAR' })),
	{ name: 'row', type: 'INTEGER' }
];

function findingRow(submission: string, finding: ReturnType<Ops['findings']>[number]): Record<string, RowValue> {
	const { code, severity, sheet, row, column, heading, value, message, remedy } = finding;
	return {
		submission, code, severity, sheet, row, column_letter: column, heading: heading === null ? null : inLanguage(heading, 'id'), value,
		message: message.id, remedy: remedy.id, message_en: message.en, remedy_en: remedy.en
	};
}

/** Builds a release aside. Nothing is visible to readers until it is published. */
export async function buildRelease(home: Home, ops: Ops, progress: (label: string) => void): Promise<BuiltRelease> {
	const submissions = ops.submissions();
	const id = releaseId(submissions);
	const dir = join(home.releases, `.building-${id}`);
	rmSync(dir, { recursive: true, force: true });
	mkdirSync(dir, { recursive: true, mode: 0o700 });
	const warehouse = await Warehouse.open(join(dir, 'internal.duckdb'));
	try {
		progress('referensi');
		await buildReference(submissions, warehouse);
		await warehouse.createTable(
			'finding',
			FINDING_COLUMNS,
			submissions.flatMap((s) => ops.findings(s.id).map((f) => findingRow(s.id, f)))
		);
		progress('fakta');
		const facts = await buildFacts(home, submissions, warehouse);
		progress('mart');
		await warehouse.run(sqlFile('20-marts.sql'));
		await buildMeasures(warehouse, () => undefined);
		await buildQuizItems(warehouse);
		progress('pengungkapan');
		const cells = await protectRelease(warehouse, disclosureRules());
		await writePublic(join(dir, 'public.duckdb'), warehouse, cells);
		const [real] = await warehouse.all(
			`SELECT (SELECT count(*) FROM fact_cases WHERE nature = 'real') + (SELECT count(*) FROM fact_training WHERE nature = 'real')
				+ (SELECT count(*) FROM fact_quiz WHERE nature = 'real') + (SELECT count(*) FROM fact_pacts WHERE nature = 'real')
				+ (SELECT count(*) FROM fact_moves WHERE nature = 'real') + (SELECT count(*) FROM fact_roster WHERE nature = 'real')
				+ (SELECT count(*) FROM fact_attendance WHERE nature = 'real') AS n`
		);
		await warehouse.run('CHECKPOINT');
		return { id, dir, facts, hidden: hiddenShare(cells), realPersonRows: Number(real?.n ?? 0) };
	} finally {
		warehouse.close();
	}
}
