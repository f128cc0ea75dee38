/** Who looks, and at what. A scope is made here and nowhere else; no question is answered without one. */
import { regionByCode } from '#etl/reference/regions.ts';

declare const made: unique symbol;

/** Whose figures somebody is entitled to; `public`: nobody's. */
export type Role =
	| { readonly role: 'public' }
	| { readonly role: 'regency'; readonly region: string }
	| { readonly role: 'province'; readonly region: string }
	| { readonly role: 'national' };

export type Scope = Role & { readonly [made]: true };

const brand = (role: Role): Scope => role as Scope;

export const PUBLIC: Scope = brand({ role: 'public' });

/** The same text for the same entitlement: `public`, `regency:51.03`, `province:51`, `national`. Part of every cache key. */
export const scopeKey = (role: Role): string => ('region' in role ? `${role.role}:${role.region}` : role.role);

/** The role written as `scopeKey` writes it; null for anything else, an unknown region included. */
export function parseRole(text: string | undefined): Role | null {
	if (text === 'public' || text === 'national') return { role: text };
	const [role, code, ...rest] = (text ?? '').split(':');
	const region = code && rest.length === 0 ? regionByCode(code) : undefined;
	if (role === 'regency' && region && (region.kind === 'regency' || region.kind === 'city')) return { role, region: region.code };
	if (role === 'province' && region?.kind === 'province') return { role, region: region.code };
	return null;
}

/** The viewer named by the demo cookie; anything else is the public. */
export const scopeOfDemoCookie = (cookie: string | undefined): Scope => brand(parseRole(cookie) ?? { role: 'public' });

/** What a signed-in account may see, or the narrower view it looks through. A wider one is not taken: its own is. */
export function scopeOfAccount(account: { readonly role: Role }, viewAs: Role | null = null): Scope {
	const own = brand(account.role);
	return viewAs !== null && isWithin(viewAs, own) ? brand(viewAs) : own;
}

/** True when everything that `inner` may see, `outer` may see too. */
export function isWithin(inner: Role, outer: Role): boolean {
	const [a, b] = [ownRoot(inner), ownRoot(outer)];
	return a === null || (b !== null && owns(b, a));
}

/** The area at the top of what the viewer owns: `ID`, a province, a regency; null for the public. */
export function ownRoot(role: Role): string | null {
	switch (role.role) {
		case 'public':
			return null;
		case 'regency':
		case 'province':
			return role.region;
		case 'national':
			return 'ID';
	}
}

const owns = (root: string, region: string): boolean => root === 'ID' || region === root || region.startsWith(`${root}.`);

/** True when the viewer may see exact figures of the area. */
export function isOwn(scope: Scope, region: string): boolean {
	const root = ownRoot(scope);
	return root !== null && owns(root, region);
}
