/** The reader's last visit: what a first-party cookie remembers of it (release and day, no more), and what is said about it. */
import { z } from 'zod';
import { dayAt, formatDate } from '../../i18n/index.ts';
import { CHANGES as M } from '../../i18n/messages/changes.ts';
import type { Visit } from '../../ui/visit.ts';
import { changesSince } from '../release/changes.ts';
import { text } from './cards.ts';
import { changesPath, countsText, RELEASE_ID, releasesPath } from './changes.ts';
import { linkTo, type PageContext } from './context.ts';
import { pageTermsOf } from './terms.ts';

export const SEEN_COOKIE = 'pantau_seen';

interface Look {
	readonly release: string;
	/** Day of the visit on the clocks of Jakarta. */
	readonly day: string;
}

/** A visit lasts for a day: until it ends, it remembers what it followed, so that reloading tells the same. */
export interface Seen extends Look {
	/** The earlier visit whose release differs; `first` on the day of the first; null where nothing is to be told. */
	readonly before: Look | 'first' | null;
}

const look = { release: z.string().regex(RELEASE_ID), day: z.iso.date() };
const seenSchema = z.union([
	z.tuple([look.release, look.day]).transform(([release, day]): Seen => ({ release, day, before: null })),
	z.tuple([look.release, look.day, z.literal('first')]).transform(([release, day]): Seen => ({ release, day, before: 'first' })),
	z.tuple([look.release, look.day, look.release, look.day]).transform(([release, day, earlier, earlierDay]): Seen => ({ release, day, before: { release: earlier, day: earlierDay } }))
]);

/** What the cookie says; null without one, or when it is not ours. */
export function parseSeen(cookie: string | undefined): Seen | null {
	const read = seenSchema.safeParse((cookie ?? '').split('.'));
	return read.success ? read.data : null;
}

export const writeSeen = ({ release, day, before }: Seen): string => [release, day, ...(before === null ? [] : before === 'first' ? ['first'] : [before.release, before.day])].join('.');

/** The visit after looking at `release` on `day`. The same object when nothing has to be remembered anew. */
export function visited(seen: Seen | null, release: string, day: string): Seen {
	if (!seen) return { release, day, before: 'first' };
	if (seen.release === release && seen.day === day) return seen;
	if (seen.release === release) return { release, day, before: null };
	const told = seen.day === day && seen.before !== null && seen.before !== 'first' ? seen.before : { release: seen.release, day: seen.day };
	// Back at what was seen before (a rollback): nothing differs.
	return { release, day, before: told.release === release ? null : told };
}

/** What the overview says about the visit, and the cookie to write; null where it stands as it is. */
export async function visitOf(context: PageContext, cookie: string | undefined, now: string): Promise<{ visit: Visit | null; write: string | null }> {
	const seen = parseSeen(cookie);
	const after = visited(seen, context.release.id, dayAt(now, 'WIB'));
	return { visit: await tellVisit(context, after.before), write: after === seen ? null : writeSeen(after) };
}

async function tellVisit(context: PageContext, before: Seen['before']): Promise<Visit | null> {
	if (before === null) return null;
	if (before === 'first') {
		return {
			text: text(M.first, context),
			or: text(M.or, context),
			links: [
				{ href: linkTo('/wilayah', context, { region: null, province: null }), label: text(M.firstArea, context) },
				{ href: linkTo('/angka-terbit', context), label: text(M.firstPublished, context) },
				{ href: pageTermsOf(context.lang).all.href, label: text(M.firstTerms, context) }
			],
			sentence: true
		};
	}
	const date = formatDate(before.day, context.lang);
	const changes = await changesSince(context.release, before.release);
	const releases = { href: releasesPath(context), label: text(M.releases, context) };
	if (!changes) return { text: text(M.notKept, context, { date, release: before.release }), or: '', links: [releases], sentence: false };
	return { text: text(M.since, context, { date, what: countsText(context, changes) }), or: '', links: [{ href: changesPath(context, before.release), label: text(M.list, context) }, releases], sentence: false };
}
