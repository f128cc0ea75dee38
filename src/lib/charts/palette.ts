/**
 * The colours of the site, by name. `app.css` declares the same names as custom properties for the light and the dark
 * theme (a test compares them), so a chart on a page is painted with `var(--c-…)` and follows the reader's theme;
 * a chart that leaves the page as a file is painted with the light values.
 *
 * Regencies: Okabe-Ito, each 3:1 or better on its paper and at least ΔE2000 10 apart with full vision and under protan,
 * deutan and tritan simulation, in both themes. Verdicts are a second set: at least 20 apart from each other and 10 from
 * every regency (`test/unit/palette.test.ts` measures all of it).
 */
export interface Paint {
	readonly light: string;
	readonly dark: string;
}

export const PALETTE = {
	paper: { light: '#ffffff', dark: '#14161b' },
	wash: { light: '#f6f3ec', dark: '#1d2027' },
	ink: { light: '#1b1f27', dark: '#ece9e2' },
	'ink-2': { light: '#4a5160', dark: '#b5b3ad' },
	'ink-3': { light: '#646b78', dark: '#9a9995' },
	rule: { light: '#dcd7cb', dark: '#343841' },
	edge: { light: '#8a8778', dark: '#72747b' },
	accent: { light: '#7a1f3d', dark: '#e8748b' },
	'accent-wash': { light: '#f3e4e8', dark: '#43242e' },
	'region-0': { light: '#0072b2', dark: '#2a7fc4' },
	'region-1': { light: '#d55e00', dark: '#dc6a1e' },
	'region-2': { light: '#009e73', dark: '#22a67e' },
	'region-3': { light: '#cc79a7', dark: '#e3a0ce' },
	'region-4': { light: '#000000', dark: '#f4f2ec' },
	'step-0': { light: '#bc8398', dark: '#84626c' },
	'step-1': { light: '#985068', dark: '#b77c8c' },
	'step-2': { light: '#6e1733', dark: '#ee8f9e' },
	'step-3': { light: '#2e0614', dark: '#ffd9dd' },
	better: { light: '#12436d', dark: '#68a8f8' },
	similar: { light: '#747a7e', dark: '#787b82' },
	worse: { light: '#b04000', dark: '#f0a038' },
	'stage-minor': { light: '#e3ddd0', dark: '#3a3d45' },
	'stage-entry': { light: '#cfc7b5', dark: '#555861' },
	'stage-fixed': { light: '#8d8470', dark: '#8b8d94' },
	'stage-campaign': { light: '#e8cbd4', dark: '#6b3947' },
	'stage-quiet': { light: '#4a5160', dark: '#c9c7c1' },
	'stage-vote': { light: '#7a1f3d', dark: '#e8748b' }
} as const satisfies Record<string, Paint>;

export type ColourName = keyof typeof PALETTE;

/** The colour as a reference that follows the theme of the page. */
export function colour(name: ColourName): string {
	return `var(--c-${name})`;
}

/** Replaces every reference of `text` by the light theme's value, for images that leave the page. */
export function inLight(text: string): string {
	return text.replace(/var\(--c-([a-z0-9-]+)\)/g, (whole, name: string) =>
		name in PALETTE ? PALETTE[name as ColourName].light : whole
	);
}
