/** The form of Bandingkan: a GET form of selects and check boxes, complete without JavaScript. */
import type { Option } from './shell.ts';

export interface Choice {
	readonly name: string;
	readonly label: string;
	readonly current: string;
	readonly options: readonly Option[];
}
export interface Boxes {
	readonly name: string;
	readonly label: string;
	readonly note: string | null;
	readonly chosen: readonly string[];
	readonly options: readonly Option[];
}
export interface CompareFormSpec {
	readonly action: string;
	readonly label: string;
	readonly submit: string;
	readonly choices: readonly Choice[];
	readonly boxes: readonly Boxes[];
	readonly hidden: readonly (readonly [string, string])[];
	readonly reset: { readonly label: string; readonly href: string } | null;
}
