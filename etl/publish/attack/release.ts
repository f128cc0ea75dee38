/** The attack on a release that is about to be published, as checks of the audit. A leak is named by its place, never by its number. */
import { basename } from 'node:path';
import type { DisclosureRules } from '../../../src/lib/server/disclosure/rules.ts';
import type { AuditCheck } from '../audit.ts';
import { attack, type Leak } from './attack.ts';
import { isSame, type View } from './view.ts';
import { attackQuiz } from './quiz.ts';
import { readRelease } from './read.ts';
import type { Found } from './yield.ts';

/** Leaks named in a check; the others are counted. */
const NAMED = 5;

type FoundBy = Found & Leak;

/** Every number that can be worked out: by everybody, by an area that knows itself and, of what is real, with an earlier release in `earlier`. */
export async function findLeaks(dir: string, earlier: readonly string[], rules: DisclosureRules): Promise<FoundBy[]> {
	const release = await readRelease(dir);
	// Nobody is behind a made-up number: what two releases of the sample tell between them is told of nobody.
	const hasReal = [...release.views.keys()].some((key) => key.startsWith('real\u001f'));
	const before = await Promise.all((hasReal ? earlier : []).map(async (folder) => [basename(folder), await readRelease(folder)] as const));
	return [...release.views].flatMap(([key, view]): FoundBy[] => {
		const [nature = '', cycle = ''] = key.split('\u001f');
		const others = (nature === 'real' ? before : []).flatMap(([id, other]): [string, View][] => {
			const old = other.views.get(key);
			return old && !isSame(view, old) ? [[id, old]] : [];
		});
		const world = { parentOf: (region: string) => release.parents.get(region) ?? null, bands: release.bands.get(cycle) ?? [], printed: release.printed.get(key) ?? [], rules };
		return attack(view, world, new Map(others)).map((leak) => ({ nature, cycle, ...leak }));
	});
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
