/** The rows that leave in a file, marked for this viewer. */
import type { RequestEvent } from '@sveltejs/kit';
import { say } from '../../i18n/index.ts';
import { VIEWER } from '../../i18n/messages/access.ts';
import { notes } from '../notes/store.ts';
import { internalMark } from '../pages/viewer.ts';
import { annotate } from './annotate.ts';
import type { BriefRow } from './brief.ts';

/** «INTERNAL – do not pass on: name, role; opened …»; null for the public. */
export function fileMark({ viewer, lang }: App.Locals, now = new Date()): string | null {
	const detail = internalMark(viewer, lang, now);
	return detail === null ? null : `${say(VIEWER.internal, lang)}: ${detail}`;
}

export function markedRows({ locals }: Pick<RequestEvent, 'locals'>, rows: readonly BriefRow[]): readonly BriefRow[] {
	const regions = [...new Set(rows.map((row) => String(row.region_code)))];
	const attached = ['real', 'contoh'].flatMap((nature) => (rows.some((row) => row.nature === nature) ? notes().shown(nature as 'real' | 'contoh', regions) : []));
	return annotate(rows, { scope: locals.scope, mark: fileMark(locals), notes: attached, lang: locals.lang });
}
