/** The attack on a release that is about to be published, as checks of the audit. A leak is named by its place, never by its number. */
import { basename, join } from 'node:path';
import type { DisclosureRules } from '../../../src/lib/server/disclosure/rules.ts';
import type { AuditCheck } from '../audit.ts';
import { hashFile } from '../manifest.ts';
import { attackAlone, attackWith, type Leak } from './attack.ts';
import { isSame, type View, type World } from './view.ts';
import { attackQuiz } from './quiz.ts';
import { readRelease, type ReadRelease } from './read.ts';
import type { Found } from './yield.ts';

/** Leaks named in a check; the others are counted. */
const NAMED = 5;

type FoundBy = Found & Leak;

/** What single releases tell, of those attacked lately, by their bytes: `npm start` builds and publishes the same files in one process. */
const attacked = new Map<string, ReadonlyMap<string, readonly Leak[]>>();
const KEPT = 2;

/** Every number that can be worked out: by everybody, by an area that knows itself and, of what is real, with the earlier releases in `earlier`. */
export async function findLeaks(dir: string, earlier: readonly string[], rules: DisclosureRules): Promise<FoundBy[]> {
	const key = JSON.stringify([rules, await Promise.all(['internal.duckdb', 'public.duckdb'].map((name) => hashFile(join(dir, name))))]);
	const known = attacked.get(key);
	const release = known && earlier.length === 0 ? null : await readRelease(dir);
	const alone = known ?? new Map([...(release?.views ?? [])].map(([at, view]) => [at, attackAlone(view, worldOf(release, at, rules))]));
	attacked.delete(key);
	attacked.set(key, alone);
	for (const old of [...attacked.keys()].slice(0, -KEPT)) attacked.delete(old);
	// Nobody is behind a made-up number: what two releases of the sample tell between them is told of nobody.
	const real = [...(release?.views ?? [])].filter(([at]) => at.startsWith('real\u001f'));
	const before = await Promise.all((real.length > 0 ? earlier : []).map(async (folder) => [basename(folder), await readRelease(folder)] as const));
	const told = real.map(([at, view]): readonly [string, readonly Leak[]] => {
		const others = before.flatMap(([id, { views }]): [string, View][] => {
			const old = views.get(at);
			return old && !isSame(view, old) ? [[id, old]] : [];
		});
		return [at, attackWith(view, worldOf(release, at, rules), new Map(others), alone.get(at) ?? [])];
	});
	return [...alone, ...told].flatMap(([at, leaks]) => {
		const [nature = '', cycle = ''] = at.split('\u001f');
		return leaks.map((leak) => ({ nature, cycle, ...leak }));
	});
}

function worldOf(release: ReadRelease | null, at: string, rules: DisclosureRules): World {
	return { parentOf: (region) => release?.parents.get(region) ?? null, bands: release?.bands.get(at.split('\u001f')[1] ?? '') ?? [], printed: release?.printed.get(at) ?? [], rules };
}

/** The attack on a release as checks of the audit. */
export async function attackRelease(dir: string, earlier: readonly string[], rules: DisclosureRules): Promise<AuditCheck[]> {
	const found: Record<Leak['by']['kind'], string[]> = { public: [], insider: [], earlier: [] };
	const telling = new Set<string>();
	for (const { nature, cycle, at, by, of } of await findLeaks(dir, earlier, rules)) {
		const who = by.kind === 'insider' ? [by.region] : by.kind === 'earlier' ? [by.releases.join(' + '), by.region, of === 'change' ? 'change' : null].filter((word) => word !== null) : [];
		if (by.kind === 'earlier') for (const release of by.releases) telling.add(release);
		found[by.kind].push([nature, at.measure, at.region, cycle, at.breakdown, at.category].filter(Boolean).join(' ') + (who.length > 0 ? ` (${who.join(', ')})` : ''));
	}
	const check = (name: string, leaks: readonly string[]): AuditCheck => ({
		name, holds: leaks.length === 0, detail: leaks.slice(0, NAMED).join(', ') + (leaks.length > NAMED ? `, +${leaks.length - NAMED}` : '')
	});
	return [
		check('no hidden number can be worked out from the public file', found.public),
		check('no area that knows its own numbers can work out those of another', found.insider),
		{ ...check('no earlier release that is kept gives a hidden number away', found.earlier), releases: [...telling] },
		check('no answer to a quiz question can be worked out', await attackQuiz(dir, rules))
	];
}
