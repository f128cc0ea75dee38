/** Addresses of this site as they stand in print. */
import { say, type Lang } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';

const isLoopback = (host: string): boolean => /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(host);

/** A path under `origin`; where only this computer knows the origin, the path alone and in words whose site it is on. */
export const printedAddress = (origin: string, path: string, lang: Lang): string => (isLoopback(new URL(origin).hostname) ? say(PAGE.onOwnSite, lang, { path }) : `${origin}${path}`);
