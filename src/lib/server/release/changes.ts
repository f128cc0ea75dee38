/** What differs between two kept releases: submissions and published figures, one by one. */
import { join } from 'node:path';
import { locateHome } from '#etl/home.ts';
import { BusyError, Warehouse, type Row } from '../warehouse/warehouse.ts';
import type { OpenRelease } from './release.ts';
import { toldReleases } from './told.ts';

export type Change = 'added' | 'removed' | 'changed';

export interface Changed {
	readonly change: Change;
	/** As it stands now; for what was removed, as it stood. */
	readonly row: Row;
	/** How it stood before, of what changed. */
	readonly before: Row | null;
}

export interface ReleaseChanges {
	readonly from: string;
	readonly to: string;
	/** The same program and reference data made both. */
	readonly sameRules: boolean;
	readonly submissions: readonly Changed[];
	readonly published: readonly Changed[];
}

const SUBMISSIONS = 'SELECT id, dataset, regency, office, nature, file_name, state, statement, as_of, n_accepted FROM submission ORDER BY regency, dataset, as_of, file_name, id';
const PUBLISHED = `SELECT row_id, region, region_label, category, body, measure, unit, value, as_of, as_of_text, "cycle", source_title, source_address FROM published WHERE nature = 'real' ORDER BY table_group, row_id`;

/** Rows by key on both sides; a key on both sides with another content is one that changed. */
function compareRows(before: readonly Row[], now: readonly Row[], keyOf: (row: Row) => string, same: (a: Row, b: Row) => boolean): readonly Changed[] {
	const had = Map.groupBy(before, keyOf);
	const has = Map.groupBy(now, keyOf);
	return [...new Set([...has.keys(), ...had.keys()])].flatMap((key): Changed[] => {
		const gone = (had.get(key) ?? []).filter((b) => !(has.get(key) ?? []).some((a) => same(a, b)));
		const come = (has.get(key) ?? []).filter((a) => !(had.get(key) ?? []).some((b) => same(a, b)));
		return [
			...come.map((row, i): Changed => ({ change: gone[i] ? 'changed' : 'added', row, before: gone[i] ?? null })),
			...gone.slice(come.length).map((row): Changed => ({ change: 'removed', row, before: null }))
		];
	});
}

const sameIn = (...names: readonly string[]) => (a: Row, b: Row): boolean => names.every((name) => a[name] === b[name]);
const key = (...names: readonly string[]) => (row: Row): string => names.map((name) => String(row[name])).join('\0');

/** A submission is the same file in the same state; a file of the same name about the same data that differs has changed. */
const compareSubmissions = (before: readonly Row[], now: readonly Row[]): readonly Changed[] => compareRows(before, now, key('nature', 'regency', 'dataset', 'file_name'), sameIn('id', 'state'));
const comparePublished = (before: readonly Row[], now: readonly Row[]): readonly Changed[] => compareRows(before, now, key('row_id'), sameIn('value', 'body', 'measure', 'unit', 'as_of', 'source_title'));

const known = new Map<string, Promise<ReleaseChanges | null>>();
const REMEMBERED = 12;

/**
 * What `to` has that the release with the id `from` had not, and the other way round. Null where that release is not kept
 * any more, or was made by a version that kept other tables. Releases never change, so the answer is remembered. Throws BusyError.
 */
export function changesSince(to: OpenRelease, from: string): Promise<ReleaseChanges | null> {
	const pair = `${from}>${to.id}`;
	const found = known.get(pair);
	if (found) return found;
	const asked = compare(to, from);
	known.set(pair, asked);
	if (known.size > REMEMBERED) known.delete([...known.keys()][0] ?? '');
	// What could not be read may be readable later; what was read stays as it is.
	asked.then((changes) => changes ?? known.delete(pair), () => known.delete(pair));
	return asked;
}

async function compare(to: OpenRelease, from: string): Promise<ReleaseChanges | null> {
	const home = locateHome();
	const kept = toldReleases(to.manifest).find((m) => m.id === from);
	if (!kept) return null;
	let old: Warehouse | null = null;
	try {
		old = await Warehouse.open(join(home.releases, kept.id, 'public.duckdb'));
		const [submissions, published, nowSubmissions, nowPublished] = await Promise.all([old.query(SUBMISSIONS), old.query(PUBLISHED), to.public.query(SUBMISSIONS), to.public.query(PUBLISHED)]);
		return {
			from: kept.id,
			to: to.id,
			sameRules: kept.code_version === to.manifest.code_version,
			submissions: compareSubmissions(submissions, nowSubmissions),
			published: comparePublished(published, nowPublished)
		};
	} catch (error) {
		if (error instanceof BusyError) throw error;
		console.warn(JSON.stringify({ level: 'warn', event: 'release_not_compared', release: from, reason: error instanceof Error ? error.message : String(error) }));
		return null;
	} finally {
		await old?.close();
	}
}
