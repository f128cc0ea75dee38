/** Which report a grid is: every candidate header is offered to every kind; the best match wins. */
import type { DatasetName } from '../datasets/index.ts';
import type { Bilingual } from '../phrase.ts';
import type { Grid } from '../read/grid.ts';
import { headerCandidates } from './header.ts';
import { KINDS } from './kinds/index.ts';
import type { Header, Kind, Match } from './types.ts';

export type { Body, Draft, Header, Kind, Match, Reporter } from './types.ts';
export { KINDS };

export interface Recognition {
	readonly grid: Grid;
	readonly header: Header;
	readonly kind: Kind;
	readonly match: Match;
}

/** The kind of a table that source.json describes. */
export const MAPPED_TABLE = 'mapped_table';
const MAPPED_TITLE: Bilingual = { id: 'Tabel menurut source.json', en: 'Table by source.json' };

/** What people call a kind of report; null for one that is not known. */
export const titleOfKind = (name: string | null): Bilingual | null => (name === MAPPED_TABLE ? MAPPED_TITLE : (KINDS.find((own) => own.kind === name)?.title ?? null));

const SAMPLE_ROWS = 60;

/** Better matches first; one with missing columns comes after complete ones. */
export const byFit = (a: Recognition, b: Recognition): number => Number(a.match.missing.length > 0) - Number(b.match.missing.length > 0) || b.match.score - a.match.score;

/** All kinds that match somewhere in the grid, best first. */
export function recogniseGrid(grid: Grid): Recognition[] {
	const found: Recognition[] = [];
	for (const header of headerCandidates(grid)) {
		const sample = grid.rows.slice(header.dataFrom, header.dataFrom + SAMPLE_ROWS);
		for (const kind of KINDS) {
			const match = kind.match(header, sample);
			if (match) found.push({ grid, header, kind, match });
		}
	}
	return found.sort(byFit);
}

export type Choice =
	| { readonly found: Recognition }
	| { readonly wrong: Recognition }
	| { readonly incomplete: Recognition }
	| { readonly unknown: true };

/**
 * The report to load. With a dataset asked for, the best kind of that dataset if it is as good as any other;
 * otherwise the file is another report (`wrong`), lacks columns (`incomplete`), or is not known at all.
 */
export function choose(recognitions: readonly Recognition[], asked: DatasetName | undefined): Choice {
	const strong = recognitions.filter((r) => !r.match.weak);
	const complete = strong.filter((r) => r.match.missing.length === 0);
	const [best] = complete;
	const fitting = complete.find((r) => (asked ? r.kind.dataset === asked : r.kind.dataset !== null));
	if (fitting && best && fitting.match.score >= best.match.score - (asked ? 4 : 0)) return { found: fitting };
	const incomplete = strong.find((r) => r.match.missing.length > 0 && (asked ? r.kind.dataset === asked : r.kind.dataset !== null));
	if (best && (!incomplete || best.match.score > incomplete.match.score)) return { wrong: best };
	const weak = asked ? recognitions.find((r) => r.match.weak && r.kind.dataset === asked) : undefined;
	const named = incomplete ?? weak;
	return named ? { incomplete: named } : { unknown: true };
}
