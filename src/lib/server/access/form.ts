/** What was typed into a form of the site. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { say } from '../../i18n/index.ts';
import { ERRORS } from '../../i18n/messages/pages.ts';
import { access } from './current.ts';
import { SESSION_COOKIE, sessionOf } from './session.ts';

/**
 * The form that a request brings; what is none is answered in words, and a body that is too large stays that. Bodies may
 * come slowly: whose session ended meanwhile, or who looks through other eyes by then, sends nothing.
 */
export async function formOf({ cookies, locals: { viewer, lang }, request }: Pick<RequestEvent, 'cookies' | 'locals' | 'request'>): Promise<FormData> {
	const form = await read(request, () => error(400, say(ERRORS.noForm, lang)));
	if (!viewer.session) return form;
	const now = await sessionOf(access().store, cookies.get(SESSION_COOKIE), new Date());
	if (now?.session.id !== viewer.session.id || now.session.viewAs !== viewer.session.viewAs) error(403, say(ERRORS.notYours, lang));
	return form;
}

async function read(request: Request, none: () => never): Promise<FormData> {
	try {
		return await request.formData();
	} catch (caught) {
		if (caught instanceof TypeError) none();
		throw caught;
	}
}
