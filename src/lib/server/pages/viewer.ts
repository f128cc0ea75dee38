/** What the frame of a page says about who looks at it. */
import { formatMoment, say, type Lang } from '../../i18n/index.ts';
import { VIEWER as M } from '../../i18n/messages/access.ts';
import { ROLES } from '../../i18n/messages/pages.ts';
import { regionByCode } from '#etl/reference/regions.ts';
import type { ViewerBar } from '../../ui/shell.ts';
import type { Role } from '../access/scope.ts';
import { may, type Viewer } from '../access/viewer.ts';
import { areaName } from './context.ts';

export function roleName(role: Role, lang: Lang): string {
	switch (role.role) {
		case 'public':
		case 'national':
			return say(ROLES[role.role], lang);
		case 'regency':
			return areaName(role.region, lang);
		case 'province':
			return say(ROLES.province, lang, { area: areaName(role.region, lang) });
	}
}

/** Name of whom it is shown to, as it stands in marks: the account's full name, or that it is the demo. */
export const whoIs = (viewer: Viewer, lang: Lang): string => viewer.account?.fullName ?? say(M.demo, lang);

/** «Name, role; opened 27 Nov 2026 10.12 WIB»; null for who sees what everybody sees. */
export function internalMark(viewer: Viewer, lang: Lang, now: Date): string | null {
	const { scope } = viewer;
	if (scope.role === 'public') return null;
	const zone = 'region' in scope ? (regionByCode(scope.region)?.timeZone ?? 'WIB') : 'WIB';
	return say(M.internalFor, lang, { who: whoIs(viewer, lang), role: roleName(scope, lang), at: formatMoment(now.toISOString(), lang, zone) });
}

export function viewerBar(viewer: Viewer, lang: Lang, back: string, now = new Date()): ViewerBar {
	const query = lang === 'en' ? '?lang=en' : '';
	const link = (path: string, text: { id: string; en: string }) => ({ href: `${path}${query}`, label: say(text, lang) });
	const mark = internalMark(viewer, lang, now);
	return {
		links: viewer.session
			? [link('/akun', M.account), ...(viewer.account && !viewer.viewsAs && viewer.scope.role !== 'public' ? [link('/pratinjau', M.preview)] : []), ...(may(viewer, 'administer') ? [link('/pengelola', M.admin)] : [])]
			: [{ href: `/masuk${query}${query ? '&' : '?'}kembali=${encodeURIComponent(back)}`, label: say(M.signIn, lang) }],
		internal: mark === null ? null : { mark: say(M.internal, lang), detail: mark },
		viewingAs: viewer.viewsAs && viewer.account ? { text: say(M.viewingAs, lang, { role: roleName(viewer.scope, lang) }), why: say(M.viewingAsWhy, lang), back: say(M.back, lang, { name: viewer.account.fullName }), action: '/peran', to: back } : null,
		unfinished: viewer.newcomer ? { text: say(M.unfinished, lang), ...link('/akun', M.account) } : null
	};
}
