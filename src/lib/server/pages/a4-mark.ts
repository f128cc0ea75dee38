/** Who may have a brief: PUBLIK for everybody, INTERNAL for whom it was made, and when. */
import { dayAt, formatDate, formatTime } from '../../i18n/index.ts';
import { A4 as M } from '../../i18n/messages/a4.ts';
import type { A4Mark } from '../../ui/a4.ts';
import type { A4Asked } from './a4-context.ts';
import { text } from './cards.ts';
import { areaName } from './context.ts';

/** A public brief bears no time: it is the same for everybody until the release changes. */
export function markOf({ context, region, isPublic, who }: A4Asked, now: Date): A4Mark {
	if (isPublic) return { kind: 'public', text: text(M.public, context), detail: null };
	const { scope, lang } = context;
	const made = now.toISOString();
	const role = text(M.roles[scope.role], context, { area: 'region' in scope ? areaName(scope.region, lang) : '' });
	return { kind: 'internal', text: text(M.internal, context), detail: text(M.internalFor, context, { who, role, date: formatDate(dayAt(made, region.timeZone), lang), utc: formatTime(made, lang, 'UTC'), local: formatTime(made, lang, region.timeZone) }) };
}
