/** Pratinjau: what the release that was built will say about the viewer's own areas, beside what is served now. */
import { formatMoment, say } from '../../i18n/index.ts';
import { PREVIEW as M } from '../../i18n/messages/notes.ts';
import { ownRoot } from '../access/scope.ts';
import { ask } from '../ask/ask.ts';
import type { Cell } from '../ask/types.ts';
import { candidate, withRelease } from '../release/candidate.ts';
import { changesSince } from '../release/changes.ts';
import type { OpenRelease } from '../release/release.ts';
import { AREA_METRICS } from './area-metrics.ts';
import { text } from './cards.ts';
import { areaName, cycleName, pastCycles, provinces, regenciesOf, type PageContext } from './context.ts';
import { cellText } from './words.ts';

export interface PreviewModel {
	readonly id: string;
	readonly lead: string;
	readonly submissions: string | null;
	readonly cycles: readonly { readonly value: string; readonly label: string; readonly current: boolean }[];
	readonly caption: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly same: string;
	readonly confirmed: string | null;
}

/** The viewer's own areas: a regency; a province with its regencies; the nation with its provinces. */
function areasOf(root: string): readonly string[] {
	if (root === 'ID') return ['ID', ...provinces().map((p) => p.code)];
	return root.includes('.') ? [root] : [root, `${root}.00`, ...regenciesOf(root).map((r) => r.code)];
}

/** Null when there is nothing to preview. */
export async function previewPage(context: PageContext): Promise<PreviewModel | null> {
	const { cycle, lang, release, scope } = context;
	const root = ownRoot(scope);
	const found = candidate();
	if (!found || root === null) return null;
	const { manifest, confirmation } = found;
	const regions = areasOf(root);
	const question = { metrics: AREA_METRICS, regions, cycles: [cycle], breakdown: null, nature: context.filters.nature };
	const [now, { then, changes }] = await Promise.all([
		ask(question, scope, release),
		withRelease(manifest.id, async (built: OpenRelease) => ({ then: await ask(question, scope, built), changes: await changesSince(built, release.id) }))
	]);
	const key = (c: Cell): string => `${c.metric.id}|${c.region}`;
	const before = new Map(now.cells.map((c) => [key(c), cellText(c.metric, c.result, lang)]));
	const after = then.cells.map((c) => ({ cell: c, now: before.get(key(c)) ?? '', then: cellText(c.metric, c.result, lang) }));
	const changed = after.filter((row) => row.now !== row.then);
	const counted = (change: 'added' | 'removed' | 'changed'): number => changes?.submissions.filter((s) => s.change === change).length ?? 0;
	return {
		id: manifest.id,
		lead: text(M.lead, context, { id: manifest.id, at: formatMoment(manifest.built_at, lang, 'WIB'), current: release.id }),
		submissions: changes ? text(M.submissions, context, { added: counted('added'), removed: counted('removed'), changed: counted('changed') }) : null,
		cycles: [...pastCycles()].reverse().map((c) => ({ value: c.code, label: cycleName(c.code, lang), current: c.code === cycle })),
		caption: text(M.figures, context, { cycle: cycleName(cycle, lang) }),
		columns: [M.metric, M.area, M.now, M.then].map((label) => say(label, lang)),
		rows: changed.map((row) => [row.cell.metric.name[lang], areaName(row.cell.region, lang), row.now, row.then]),
		same: changed.length === 0 ? text(M.allSame, context, { all: after.length }) : text(M.same, context, { same: after.length - changed.length, all: after.length }),
		confirmed: confirmation ? text(M.confirmed, context, { name: confirmation.fullName, at: formatMoment(confirmation.at, lang, 'WIB') }) : null
	};
}
