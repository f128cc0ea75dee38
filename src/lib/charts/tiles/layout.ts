/**
 * The tile map: every province one square of the same size, west to east, drawn here as text. A line is a row, a pair of
 * digits a province, `..` the sea. The wide drawing is for screens, the slim one for phones: its lower half continues the
 * upper one to the east.
 */
import { TIGHT_NAMES } from '../../i18n/messages/map.ts';

const WIDE = `
11 .. .. .. .. .. .. .. .. .. .. .. .. ..
.. 12 .. .. .. .. 65 .. 75 71 .. .. .. ..
.. 13 14 21 .. 61 64 .. 72 .. 82 96 92 91
.. .. 15 .. .. 62 63 .. 76 74 .. .. 94 95
.. .. 17 16 19 .. .. .. 73 .. 81 .. .. 93
.. .. .. 18 31 .. .. .. .. .. .. .. .. ..
.. .. .. 36 32 33 35 51 52 53 .. .. .. ..
.. .. .. .. .. 34 .. .. .. .. .. .. .. ..
`;

const SLIM = `
11 .. .. .. .. ..
.. 12 .. .. .. 65
.. 13 14 21 61 64
.. .. 15 .. 62 63
.. 17 16 19 .. ..
.. .. 18 31 .. ..
.. .. 36 32 33 35
.. .. .. .. 34 ..
.. .. .. .. .. ..
75 71 .. .. .. ..
72 .. 82 96 92 91
76 74 .. .. 94 95
73 .. 81 .. .. 93
51 52 53 .. .. ..
`;

export interface Place {
	/** From 1. */
	readonly column: number;
	readonly row: number;
}

const read = (drawing: string): ReadonlyMap<string, Place> =>
	new Map(
		drawing
			.trim()
			.split('\n')
			.flatMap((line, row) => line.split(' ').flatMap((code, column): [string, Place][] => (code === '..' ? [] : [[code, { column: column + 1, row: row + 1 }]])))
	);

/** Where each province stands, by its code. */
export const WIDE_PLACES = read(WIDE);
export const SLIM_PLACES = read(SLIM);

/** The tile's name of a province: the common Indonesian abbreviation, else `name`. */
export const tightName = (code: string, name: string): string => TIGHT_NAMES[code] ?? name;
