/** Who asks: nobody known, somebody in the demo, or an account. What they may see and do follows from here. */
import type { AccessStore, Account, Right, Session } from './account.ts';
import { parseRole, PUBLIC, scopeKey, scopeOfAccount, scopeOfDemoCookie, type Scope } from './scope.ts';
import { sessionOf } from './session.ts';

export interface Viewer {
	/** As the audit trail names them. */
	readonly actor: string;
	readonly scope: Scope;
	/** Null without a session that is complete. */
	readonly account: Account | null;
	/** Also one in which password and second factor are still to be chosen. */
	readonly session: Session | null;
	/** Account of a session that is not complete. */
	readonly newcomer: Account | null;
	/** Looks through narrower eyes than their own, with no rights but to stop. */
	readonly viewsAs: boolean;
	readonly demo: boolean;
}

const nobody = (scope: Scope, demo: boolean): Viewer => ({ actor: demo ? `demo ${scopeKey(scope)}` : 'public', scope, account: null, session: null, newcomer: null, viewsAs: false, demo });

/** `demoRole`: the demo's cookie, null outside the demo. A session goes before it. */
export async function viewerOf(store: AccessStore, token: string | undefined, demoRole: { readonly cookie: string | undefined } | null, now: Date): Promise<Viewer> {
	const found = await sessionOf(store, token, now);
	if (!found) return demoRole ? nobody(scopeOfDemoCookie(demoRole.cookie), true) : nobody(PUBLIC, false);
	const { session, account } = found;
	if (session.stage === 'setup') return { ...nobody(PUBLIC, false), actor: account.name, session, newcomer: account };
	const viewAs = session.viewAs === null ? null : parseRole(session.viewAs);
	return { actor: account.name, scope: scopeOfAccount(account, viewAs), account, session, newcomer: null, viewsAs: viewAs !== null, demo: false };
}

/** Whether the viewer may do it. In the demo everybody may read (made-up) case rows, and nobody anything else. */
export function may(viewer: Viewer, right: Right): boolean {
	if (viewer.demo) return right === 'read_cases';
	return !viewer.viewsAs && (viewer.account?.rights.includes(right) ?? false);
}
