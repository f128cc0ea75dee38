/** What is written down of a request: who, what, to what, with whose eyes, from which network. Never a value, a NIP or a typed text but a reason. */
import type { RequestEvent } from '@sveltejs/kit';
import type { AccessStore } from './account.ts';
import { addressOf, maskedNetwork } from './network.ts';
import { scopeKey } from './scope.ts';

/** Eight digits or more, spaced or not, or the sixteen and more of a person's number with other signs between them; of any script. */
const LONG_NUMBER = /\p{Nd}(?:[\s./\\_:|-]{0,2}\p{Nd}){15,}|\p{Nd}(?:[\s.-]?\p{Nd}){7,}/u;
export const hasLongNumber = (text: string): boolean => LONG_NUMBER.test(text);

/** One line without signs that are not seen: none can turn the reading around, break a row, or stand between two digits. */
export const plainLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');

/** A plain line with long numbers out: nothing typed can forge a row or carry a NIP. Of a text that is much too long the rest is not looked at. */
export const asWritten = (text: string, most = 200): string => plainLine(text.slice(0, most * 20)).replaceAll(new RegExp(LONG_NUMBER, 'gu'), '[nomor]').slice(0, most);

export type Action = 'denied' | 'export' | 'case_rows' | 'view_as' | 'sign_out' | 'confirm' | 'note';

/** Adds a row about this request. Throws when the trail cannot be written: what cannot be written down is not done. */
export async function writeDown(store: AccessStore, event: Pick<RequestEvent, 'locals' | 'getClientAddress'>, action: Action, object: string, detail = ''): Promise<void> {
	const { viewer, release } = event.locals;
	const parts = [`scope=${scopeKey(viewer.scope)}`, `release=${release?.id ?? '-'}`, `from=${maskedNetwork(addressOf(event))}`, ...(detail ? [asWritten(detail)] : [])];
	await store.record({ actor: viewer.actor, action, object: asWritten(object), detail: parts.join(' ') });
}
