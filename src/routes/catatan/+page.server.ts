import { error, fail } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { NOTES } from '#lib/i18n/messages/notes.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { formOf } from '#lib/server/access/form.ts';
import { field } from '#lib/server/access/paths.ts';
import { isOwn } from '#lib/server/access/scope.ts';
import { notes } from '#lib/server/notes/store.ts';
import { noteView } from '#lib/server/notes/words.ts';
import { figureInput, mayDecide, mayWrite, noteInput } from '#lib/server/notes/write.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { viewer, lang } = locals;
	if (!viewer.account) error(403, say(ERRORS.notYours, lang));
	const asked = figureInput.safeParse(Object.fromEntries(['nature', 'metric', 'region', 'cycle'].map((name) => [name, url.searchParams.get(name)])));
	const own = notes().all().filter((note) => isOwn(viewer.scope, note.region));
	return {
		figure: asked.success && mayWrite(viewer, asked.data) ? asked.data : null,
		notes: own.map((note) => ({ ...noteView(note, lang), state: note.state, decide: note.state === 'waiting' && mayDecide(viewer, note) }))
	};
};

export const actions: Actions = {
	write: async ({ cookies, locals, request }) => {
		const { viewer, lang } = locals;
		const form = await formOf({ cookies, locals, request });
		const input = noteInput.safeParse(Object.fromEntries(['nature', 'metric', 'region', 'cycle', 'kind', 'text'].map((name) => [name, field(form, name)])));
		if (!input.success) return fail(400, { problem: say(NOTES.invalid, lang), done: null });
		if (!viewer.account || !mayWrite(viewer, input.data)) error(403, say(ERRORS.notYours, lang));
		notes().add({ ...input.data, lang, author: viewer.account.name, signed: viewer.account.fullName });
		return { problem: null, done: say(NOTES.sent, lang) };
	},
	decide: async ({ cookies, locals, request }) => {
		const form = await formOf({ cookies, locals, request });
		const note = notes().note(field(form, 'note'));
		if (!note || !mayDecide(locals.viewer, note)) error(403, say(ERRORS.notYours, locals.lang));
		const decided = notes().decide(note.id, field(form, 'state') === 'shown' ? 'shown' : 'declined', locals.viewer.actor);
		if (!decided) return fail(409, { problem: say(NOTES.decidedBefore, locals.lang), done: null });
		return { problem: null, done: say(NOTES.decided, locals.lang) };
	}
};
