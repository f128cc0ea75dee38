/** A heat map: metrics by areas. Each cell says its verdict in a sign and a word; colour repeats it. */
export interface HeatCell {
	readonly icon: string;
	readonly word: string;
	readonly value: string;
	/** The whole sentence, for who cannot see the cell's place. */
	readonly detail: string;
	readonly verdict: string | null;
	readonly status: 'ok' | 'suppressed' | 'not_received' | 'not_published' | 'not_applicable';
	readonly href: string | null;
}

export interface HeatSpec {
	readonly caption: string;
	readonly areaLabel: string;
	readonly columns: readonly { readonly label: string; readonly unit: string; readonly href: string | null }[];
	readonly rows: readonly { readonly label: string; readonly href: string | null; readonly cells: readonly HeatCell[] }[];
}
