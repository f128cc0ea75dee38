/** What a card hands to the browser script: the spec of its chart, in a data block that no browser runs. */
import type { ChartSpec } from '../charts/types.ts';
import type { Lang } from '../i18n/index.ts';

export interface Island {
	readonly spec: ChartSpec;
	readonly lang: Lang;
	readonly contoh: boolean;
	readonly title: string;
}

/** The data block as HTML. `<` is escaped, so no text of a spec can end the block or begin another. */
export function islandJson(island: Island): string {
	return `<script type="application/json" data-spec>${JSON.stringify(island).replace(/</g, '\\u003c')}</${'script'}>`;
}
