import { answerWith } from '#lib/server/intake/answer.ts';
import type { RequestHandler } from './$types';

/** The contributor's own file back, with a column of errors. */
export const POST: RequestHandler = (event) => answerWith('corrected', event);
