/** Who may write a note, on what, and what may stand in it. */
import { z } from 'zod';
import { regionByCode } from '#etl/reference/regions.ts';
import { metricById } from '../../metrics/index.ts';
import { isOwn } from '../access/scope.ts';
import { hasLongNumber, plainLine } from '../access/trail.ts';
import { may, type Viewer } from '../access/viewer.ts';
import { pastCycles } from '../pages/context.ts';
import { NOTE_KINDS, type Figure, type Note } from './store.ts';

export const SHORTEST_NOTE = 20;
export const LONGEST_NOTE = 500;

/** A figure that there is. */
export const figureInput = z.object({
	nature: z.enum(['real', 'contoh']),
	metric: z.string().refine((id) => metricById(id) !== undefined),
	region: z.string().refine((code) => regionByCode(code) !== undefined),
	cycle: z.string().refine((code) => pastCycles().some((c) => c.code === code))
});

/** Nothing that may be the number of a person may stand in it. */
export const noteInput = figureInput.extend({
	kind: z.enum(NOTE_KINDS),
	text: z.string().transform(plainLine).pipe(z.string().trim().min(SHORTEST_NOTE).max(LONGEST_NOTE).refine((text) => !hasLongNumber(text)))
});

/** Somebody signed in, on figures of their own areas, with their own eyes. */
export const mayWrite = (viewer: Viewer, figure: Pick<Figure, 'region'>): boolean => viewer.account !== null && !viewer.viewsAs && isOwn(viewer.scope, figure.region);

/** Somebody who signs releases off, for whose areas it is, and who did not write it. */
export const mayDecide = (viewer: Viewer, note: Note): boolean => may(viewer, 'sign_off') && isOwn(viewer.scope, note.region) && note.author !== viewer.actor;
