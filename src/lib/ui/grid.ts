/** Which data have arrived: regions down, datasets across, each over its periods. */
export const GRID_STATES = ['received', 'gathered', 'nil', 'late', 'partial', 'missing', 'not_due', 'not_applicable'] as const;
export type GridState = (typeof GRID_STATES)[number];

export interface GridCell {
	readonly state: GridState;
	/** More than the state's word: "12 baris, 3 ditahan", "diterima 4 hari lewat batas". */
	readonly note?: string;
	readonly href?: string;
}
export interface GridSpec {
	readonly caption: string;
	readonly datasets: readonly { readonly label: string; readonly periods: readonly string[] }[];
	/** `cells` in the order of datasets and, inside them, periods. */
	readonly rows: readonly { readonly label: string; readonly href?: string; readonly cells: readonly GridCell[] }[];
}
