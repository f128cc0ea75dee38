import { answerWith } from '#lib/server/intake/answer.ts';
import type { RequestHandler } from './$types';

/** Who has not finished the course, by name and agency, from the contributor's own export. */
export const POST: RequestHandler = (event) => answerWith('unfinished', event);
