/**
 * What a chart is given. A spec holds only values that the viewer may see: a hidden value has no number here.
 * `option.ts` of each chart folder turns a spec into shapes: the server's SVG and the interactive chart in the browser
 * are made of them, and each point has its spoken text.
 */
export type Mark =
	| { readonly status: 'ok'; readonly value: number; readonly lower?: number; readonly upper?: number; readonly text: string }
	| {
			/** `immature`: the figure exists, but what it counts is not old enough to be compared. */
			readonly status: 'suppressed' | 'not_received' | 'not_published' | 'not_applicable' | 'immature';
			/** The words that stand in the value's place. */
			readonly text: string;
	  };

/** `region` colours are bound to one regency for good; `step` 0-3 = reported, forwarded, proven, sanctioned. */
export type Tone =
	| { readonly kind: 'accent' }
	| { readonly kind: 'muted' }
	| { readonly kind: 'region'; readonly slot: 0 | 1 | 2 | 3 | 4 }
	| { readonly kind: 'step'; readonly step: 0 | 1 | 2 | 3 }
	| { readonly kind: 'verdict'; readonly verdict: 'better' | 'similar' | 'worse' | 'not_compared' };

/** Where a part of a chart leads: an address of this site, and what happens there in words ("Hanya Kabupaten Badung"). */
export interface Link {
	readonly href: string;
	readonly label: string;
}

/** One stage of an election cycle; dates ISO, `end` inclusive. */
export interface StageBand {
	readonly code: string;
	readonly label: string;
	readonly start: string;
	readonly end: string;
}

/** Bars or a line over months, under it the stage ribbon. `x` = `YYYY-MM`. */
export interface TimeSpec {
	readonly kind: 'time';
	readonly form: 'bars' | 'line';
	readonly unit: string;
	/** Decimals of numbers drawn beside marks; without it whole numbers have none, others two. */
	readonly digits?: number;
	readonly months: readonly string[];
	/** What pressing a month leads to, one entry per month. */
	readonly links?: readonly (Link | null)[];
	readonly series: readonly { readonly name: string; readonly tone: Tone; readonly marks: readonly Mark[] }[];
	readonly stages: readonly StageBand[];
	/** ISO date of the vote, drawn as a line. */
	readonly votingDay: string | null;
	/** ISO date of the vote to which the axis counts days; without it the axis shows months. */
	readonly daysTo?: string;
	/** A day that the chart is about, drawn as a dashed line with its name. */
	readonly event?: { readonly date: string; readonly label: string };
	/** Values drawn across as dashed lines with their names, e.g. a mean and its limits. */
	readonly levels?: readonly { readonly value: number; readonly label: string }[];
}

/** Horizontal bars, or dots with intervals where marks carry them; one row per category. */
export interface BarsSpec {
	readonly kind: 'bars';
	readonly unit: string;
	/** As in TimeSpec. */
	readonly digits?: number;
	/** `dot` starts at zero only where `min` says so, and draws intervals; `bar` always starts at zero. */
	readonly form: 'bar' | 'dot';
	/** Many short rows for paper: names always at the left, no notes. */
	readonly dense?: true;
	/** Rows of the whole list of which this is a part: room is kept for their names and numbers, so that parts side by side have one width. */
	readonly whole?: BarsSpec['rows'];
	readonly rows: readonly {
		readonly label: string;
		readonly note?: string;
		/** What pressing the row leads to. */
		readonly link?: Link;
		/** Overrides the series' tone for this row: a regency's or a verdict's colour. */
		readonly tone?: Tone;
		readonly marks: readonly Mark[];
	}[];
	/** One entry per mark of a row. */
	readonly series: readonly { readonly name: string; readonly tone: Tone }[];
	readonly benchmark: { readonly value: number; readonly label: string } | null;
	/** Fixed start and end of the scale: 0 for days, 100 for percentages. */
	readonly min?: number;
	readonly max?: number;
}

/** Events on a time line, one lane per region, stages under it. */
export interface EventsSpec {
	readonly kind: 'events';
	readonly lanes: readonly { readonly label: string; readonly tone: Tone }[];
	readonly events: readonly {
		readonly lane: number;
		/** ISO date; for month or year precision the middle of it, drawn as a band from `start` to `end`. */
		readonly date: string;
		readonly start?: string;
		readonly end?: string;
		readonly class: 'prevention' | 'letter' | 'enforcement';
		readonly text: string;
	}[];
	readonly stages: readonly StageBand[];
	/** As in TimeSpec. */
	readonly daysTo?: string;
	/** Votes in the window. */
	readonly votes: readonly { readonly date: string; readonly label: string }[];
	readonly start: string;
	readonly end: string;
}

/** Cumulative snapshots of several cycles laid over each other: x = days to voting day (negative before). */
export interface AlignedSpec {
	readonly kind: 'aligned';
	readonly unit: string;
	/** As in TimeSpec. */
	readonly digits?: number;
	/** Stages of one cycle in days to voting day, for the ribbon. */
	readonly stages?: readonly { readonly code: string; readonly label: string; readonly startDay: number; readonly endDay: number }[];
	readonly series: readonly {
		readonly name: string;
		readonly tone: Tone;
		readonly points: readonly { readonly day: number; readonly value: number; readonly text: string }[];
	}[];
}

/** Areas by size and value, with the limits of what chance explains. */
export interface FunnelSpec {
	readonly kind: 'funnel';
	/** Unit of the y axis, e.g. "per 1.000 ASN". */
	readonly unit: string;
	/** What the x axis counts, e.g. "jumlah ASN". */
	readonly exposureLabel: string;
	/** As in TimeSpec. */
	readonly digits?: number;
	/** `text`: spoken and shown in the tooltip; `named` points get a direct label. */
	readonly points: readonly { readonly label: string; readonly exposure: number; readonly value: number; readonly text: string; readonly tone: Tone; readonly named: boolean; readonly link?: Link }[];
	readonly benchmark: { readonly value: number; readonly label: string };
	/** Control limits, computed by the server. Points are [exposure, value], exposure ascending; `strong` = 99.8 %. */
	readonly limits: readonly { readonly label: string; readonly strong: boolean; readonly points: readonly (readonly [number, number])[] }[];
	/** Areas without a point, in words, listed under the plot. */
	readonly missing: readonly string[];
}

export type ChartSpec = TimeSpec | BarsSpec | EventsSpec | AlignedSpec | FunnelSpec;

/** The table beside each chart: the same cells, in the same words. */
export interface TableSpec {
	readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
	readonly rows: readonly (readonly TableCell[])[];
}
export type TableCell =
	| string
	| { readonly text: string; readonly href?: string | undefined; readonly status?: Mark['status']; readonly header?: true };

/** What a chart card shows. All texts are already in the reader's language. */
export interface CardSpec {
	/** Stable id: anchor, download name. */
	readonly id: string;
	/** A sentence with the answer. */
	readonly title: string;
	/** Unit, period, who is counted. */
	readonly subtitle: string;
	/** Computed from what is shown: bodies, dates, release. */
	readonly source: string;
	readonly chart: ChartSpec | null;
	/** The way to the other scale of the chart's time axis. */
	readonly axis?: Link;
	readonly table: TableSpec;
	/** The table is opened by its reader. */
	readonly folded?: true;
	/** Caveats in plain words. */
	readonly notes: readonly string[];
	readonly definitions: readonly { readonly label: string; readonly href: string }[];
	readonly downloads: readonly { readonly label: string; readonly href: string }[];
	/** Synthetic data: the mark must stand in the card and inside the chart image. */
	readonly contoh: boolean;
}
