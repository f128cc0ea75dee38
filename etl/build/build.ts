/** Build: accepted files + reference data → one internal and one public DuckDB file, made aside in `releases/.building-…`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { COMPARED, metricsOf } from '../../src/lib/metrics/comparison.ts';
import { MEASURES } from '../../src/lib/metrics/index.ts';
import type { ParentOf, ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';
import type { RowValue } from '../findings.ts';
import type { Home } from '../home.ts';
import type { Ops, Submission } from '../ops.ts';
import { inLanguage } from '../phrase.ts';
import { findLeaks } from '../publish/attack/release.ts';
import { ROUNDS, yieldTo } from '../publish/attack/yield.ts';
import { disclosureRules, parentsOf, protectRelease, writePublic } from '../publish/public.ts';
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
	/** The same for each kind of viewer; of the regencies and provinces the one who sees least. */
	readonly roles: Readonly<Record<'public' | 'regency' | 'province' | 'national', { readonly cells: number; readonly hidden: number }>>;
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

/** `closed`: non-zero totals of measures for the entitled alone, which `cells` do not hold. `parentOf` decides what a viewer sees exactly: its area and all within it. */
function hiddenShare(cells: readonly ProtectedCell[], closed: readonly ProtectedCell[], parentOf: ParentOf): HiddenShare {
	const counted = cells.filter((c) => c.value > 0);
	const isHidden = (c: ProtectedCell): boolean => c.shown !== 'open';
	const places = Map.groupBy([...counted, ...closed].filter((c) => c.breakdown === ''), (c) => [c.nature, c.cycle, c.region].join('\u001f'));
	// A cell of the comparison is a metric of an area in a cycle; it is hidden with either of its counts.
	const totals = [...places.values()].flatMap((place) =>
		metricsOf(COMPARED).flatMap((m): { readonly region: string; readonly isHidden: boolean }[] => {
			const own = place.filter((c) => c.measure === m.numerator || c.measure === m.denominator);
			const whole = own.find((c) => c.measure === (m.denominator ?? m.numerator));
			return whole ? [{ region: whole.region, isHidden: own.some(isHidden) }] : [];
		})
	);
	const pathOf = (region: string): string[] => [region, ...(parentOf(region) === null ? [] : pathOf(parentOf(region) ?? ''))];
	const ofArea = new Map<string, number>();
	for (const c of totals) if (c.isHidden) for (const area of pathOf(c.region)) ofArea.set(area, (ofArea.get(area) ?? 0) + 1);
	const all = totals.filter((c) => c.isHidden).length;
	/** The viewer of that level who sees least: the one with the fewest hidden cells of its own. */
	const worst = (isOne: (region: string) => boolean): number => all - Math.min(...[...new Set(totals.map((c) => c.region))].filter(isOne).map((region) => ofArea.get(region) ?? 0), all);
	const share = (n: number) => ({ cells: totals.length, hidden: n });
	return {
		cells: counted.length,
		hidden: counted.filter(isHidden).length,
		comparison: share(all),
		roles: {
			public: share(all),
			regency: share(worst((region) => parentOf(region) !== null && parentOf(parentOf(region) ?? '') !== null)),
			province: share(worst((region) => parentOf(region) !== null && parentOf(parentOf(region) ?? '') === null)),
			national: share(0)
		}
	};
}

async function closedTotals(warehouse: Warehouse): Promise<ProtectedCell[]> {
	const closed = new Set(MEASURES.filter((m) => m.guard === 'entitled').map((m) => m.id));
	const totals = (await warehouse.all(`SELECT * FROM measure_cell WHERE breakdown = ''`)) as unknown as ProtectedCell[];
	return totals.filter((c) => closed.has(c.measure)).map((c) => ({ ...c, shown: 'primary' }));
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
	const { facts, cells, realPersonRows } = await withInternal(dir, async (warehouse) => {
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
		return { facts, cells, realPersonRows: Number(real?.n ?? 0) };
	});
	progress('serangan');
	return { id, dir, facts, hidden: await withstandAttack(dir, cells), realPersonRows };
}

/** Attacks the public file, hides what gives a number away and writes it again, until nothing is found or the rounds are over. */
async function withstandAttack(dir: string, protectedCells: readonly ProtectedCell[]): Promise<HiddenShare> {
	const rules = disclosureRules();
	let cells = protectedCells;
	for (let round = 0; round < ROUNDS; round += 1) {
		const found = await findLeaks(dir, [], rules);
		if (found.length === 0) break;
		cells = await withInternal(dir, async (warehouse) => {
			const hidden = yieldTo(cells, found, await parentsOf(warehouse), round);
			rmSync(join(dir, 'public.duckdb'));
			await writePublic(join(dir, 'public.duckdb'), warehouse, hidden);
			return hidden;
		});
	}
	const warehouse = await Warehouse.open(join(dir, 'internal.duckdb'), { access_mode: 'READ_ONLY' });
	try {
		return hiddenShare(cells, await closedTotals(warehouse), await parentsOf(warehouse));
	} finally {
		warehouse.close();
	}
}

/** Runs `work` on the exact file of the release being built; what it wrote is on disk when it ends. */
async function withInternal<T>(dir: string, work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
	const warehouse = await Warehouse.open(join(dir, 'internal.duckdb'));
	try {
		const result = await work(warehouse);
		await warehouse.run('CHECKPOINT');
		return result;
	} finally {
		warehouse.close();
	}
}
