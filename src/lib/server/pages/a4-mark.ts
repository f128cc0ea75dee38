/** Who may have a brief: PUBLIK for everybody, INTERNAL for whom it was made, and when. */
import type { Region } from '#etl/reference/regions.ts';
import { formatDate } from '../../i18n/index.ts';
import { A4 as M } from '../../i18n/messages/a4.ts';
import type { A4Mark } from '../../ui/a4.ts';
import type { A4Asked } from './a4-context.ts';
import { text } from './cards.ts';
import { areaName } from './context.ts';

/** Hours that a zone of Indonesia is ahead of UTC. */
const AHEAD: Readonly<Record<Region['timeZone'], number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** A public brief bears no time: it is the same for everybody until the release changes. */
export function markOf({ context, region, isPublic, who }: A4Asked, now: Date): A4Mark {
	if (isPublic) return { kind: 'public', text: text(M.public, context), detail: null };
	const { scope, lang } = context;
	const clock = (hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString().slice(11, 16).replace(':', lang === 'id' ? '.' : ':');
	const local = AHEAD[region.timeZone];
	const there = new Date(now.getTime() + local * 3_600_000).toISOString().slice(0, 10);
	const role = text(M.roles[scope.role], context, { area: 'region' in scope ? areaName(scope.region, lang) : '' });
	return { kind: 'internal', text: text(M.internal, context), detail: text(M.internalFor, context, { who, role, date: formatDate(there, lang), utc: clock(0), local: clock(local), zone: region.timeZone }) };
}
