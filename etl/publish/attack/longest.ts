/** The attack on maxima that follow a count, as the longest wait follows how many wait: that of an area is that of one of its parts. */
import { MEASURES } from '../../../src/lib/metrics/index.ts';
import type { Model } from './model.ts';
import { leaderOf, placeKey, WHOLE_LINE, type Place, type View, type World } from './view.ts';

const MAXIMA: ReadonlySet<string> = new Set(MEASURES.filter((m) => m.follows !== undefined && m.value.startsWith('max(')).map((m) => m.id));

/** Hidden maxima that a shown one tells: no part that is shown reaches it, and too few hidden ones can have anybody in them for one of them to hide behind the others. */
export function longestLeaks(model: Model, view: View, world: World, isSensitive: (at: Place) => boolean): Place[] {
	const cells = view.cells.filter((c) => MAXIMA.has(c.measure));
	const lines = Map.groupBy(cells, (c) => [c.measure, c.region, c.breakdown].join('\u001f'));
	const children = Map.groupBy(new Set(cells.map((c) => c.region)), (region) => world.parentOf(region) ?? '');
	const shownAt = (at: Place): number | null => {
		const line = lines.get([at.measure, at.region, at.breakdown].join('\u001f')) ?? [];
		if (line.some((c) => c.category === WHOLE_LINE)) return null;
		const own = line.find((c) => c.category === at.category);
		return own ? own.value : 0;
	};
	const canHaveAny = (at: Place): boolean => {
		const id = model.ids.get(placeKey({ ...at, measure: leaderOf(at.measure) ?? at.measure }));
		return id === undefined || (model.system.upper[id] ?? 0) > 0;
	};
	return cells.flatMap((whole): Place[] => {
		const longest = whole.value;
		if (longest === null) return [];
		const areas = (children.get(whole.region) ?? []).map((region): Place => ({ ...whole, region }));
		const kinds = whole.breakdown !== '' ? [] : [...lines.values()].flatMap(([line]): Place[][] => (line && line.measure === whole.measure && line.region === whole.region && line.breakdown !== '' ? [(view.categories.get(line.breakdown) ?? []).map((category) => ({ ...line, category }))] : []));
		return [areas, ...kinds].flatMap((parts) => {
			if (parts.some((at) => (shownAt(at) ?? 0) >= longest)) return [];
			const behind = parts.filter((at) => shownAt(at) === null && canHaveAny(at));
			return behind.length < world.rules.minHiddenPerLine ? behind.filter((at) => view.truth(at) === longest && isSensitive({ ...at, measure: leaderOf(at.measure) ?? at.measure })) : [];
		});
	});
}
