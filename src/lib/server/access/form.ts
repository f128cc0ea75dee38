/** What was typed into a form of the site. */
import { error } from '@sveltejs/kit';
import { say, type Lang } from '../../i18n/index.ts';
import { ERRORS } from '../../i18n/messages/pages.ts';

/** The form that a request brings; what is none is answered in words. A body that is too large stays that. */
export async function formOf(request: Request, lang: Lang): Promise<FormData> {
	try {
		return await request.formData();
	} catch (caught) {
		if (caught instanceof TypeError) error(400, say(ERRORS.noForm, lang));
		throw caught;
	}
}
