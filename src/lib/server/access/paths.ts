/** Ways inside the site. */

/**
 * The path when it is one of this site; otherwise the front page. A browser reads `//host` and `/\host` as another host
 * (ASVS V3.7.2). What no header can bear is written as browsers write it in an address.
 */
export const localPath = (path: FormDataEntryValue | string | null): string =>
	typeof path === 'string' && /^\/(?![/\\])[^\p{Cc}]*$/u.test(path) ? path.toWellFormed().replace(/[^\x20-\x7e]+/g, encodeURIComponent) : '/';

/** A form's field as text; what is missing or a file is empty. */
export const field = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

/** A path of the site in the reader's language. */
export const inLanguage = (path: string, lang: 'id' | 'en'): string => (lang === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path);
