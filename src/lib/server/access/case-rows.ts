/** Leave to read single case rows of one area: for a named role, with a reason, written down before anything is read. */
import type { RequestEvent } from '@sveltejs/kit';
import { access } from './current.ts';
import { isOwn, type Scope } from './scope.ts';
import { asWritten, writeDown } from './trail.ts';
import { may, type Viewer } from './viewer.ts';

declare const granted: unique symbol;

export interface CaseRowsLeave {
	readonly [granted]: true;
	readonly scope: Scope;
	readonly region: string;
}

/** A reason says something: not a single word, not only signs. */
const REASON = /\p{L}{3,}.*\p{L}{3,}/u;
export const SHORTEST_REASON = 15;

export const mayReadCases = (viewer: Viewer, region: string): boolean => may(viewer, 'read_cases') && isOwn(viewer.scope, region);

/** Whether it is granted; `reason`: it says too little. What is not granted is written down too. */
export async function leaveToReadCases(event: RequestEvent, region: string, reason: string): Promise<CaseRowsLeave | 'not_yours' | 'reason'> {
	const { store } = access();
	const { viewer } = event.locals;
	if (!mayReadCases(viewer, region)) {
		await writeDown(store, event, 'denied', `case rows of ${region}`);
		return 'not_yours';
	}
	const said = asWritten(reason.trim());
	if (said.length < SHORTEST_REASON || !REASON.test(said)) return 'reason';
	await writeDown(store, event, 'case_rows', region, `reason=${said}`);
	return { scope: viewer.scope, region } as CaseRowsLeave;
}
