/** Notes in words, for pages and files. */
import { formatDate, say, type Lang } from '../../i18n/index.ts';
import { NOTES as M } from '../../i18n/messages/notes.ts';
import { metricById } from '../../metrics/index.ts';
import { areaName, cycleName } from '../pages/context.ts';
import type { Note } from './store.ts';

export interface NoteView {
	readonly id: string;
	/** «Hak jawab, Pemkab Badung, 27 November 2026». */
	readonly head: string;
	readonly text: string;
	readonly lang: Lang;
	/** The figure it stays with. */
	readonly about: string;
}

export const noteView = (note: Note, lang: Lang): NoteView => ({
	id: note.id,
	head: say(M.head, lang, { kind: say(M.kinds[note.kind], lang), who: note.signed, date: formatDate(note.madeAt.slice(0, 10), lang) }),
	text: note.text,
	lang: note.lang,
	about: say(M.about, lang, { metric: metricById(note.metric)?.name[lang] ?? note.metric, area: areaName(note.region, lang), cycle: cycleName(note.cycle, lang) })
});

/** One line for the column `note` of a file. */
export function noteLine(note: Note, lang: Lang): string {
	const { head, text } = noteView(note, lang);
	return `${head}: ${text.replace(/\s+/g, ' ')}`;
}
