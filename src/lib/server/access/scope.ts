/** Who looks, and at what. A scope is made here and nowhere else; no question is answered without one. */
import { regionByCode } from '#etl/reference/regions.ts';

declare const made: unique symbol;

type Viewer =
	| { readonly role: 'public' }
	| { readonly role: 'regency'; readonly region: string }
	| { readonly role: 'province'; readonly region: string }
	| { readonly role: 'national' };

export type Scope = Viewer & { readonly [made]: true };

const brand = (viewer: Viewer): Scope => viewer as Scope;

export const PUBLIC: Scope = brand({ role: 'public' });

/**
 * The viewer named by the demo cookie: `public`, `regency:51.03`, `province:51`, `national`.
 * Anything else, an unknown region included, is the public.
 */
export function scopeOfDemoCookie(cookie: string | undefined): Scope {
	if (cookie === 'national') return brand({ role: 'national' });
	const [role, code] = (cookie ?? '').split(':');
	const region = code ? regionByCode(code) : undefined;
	if (role === 'regency' && region && (region.kind === 'regency' || region.kind === 'city')) return brand({ role, region: region.code });
	if (role === 'province' && region?.kind === 'province') return brand({ role, region: region.code });
	return PUBLIC;
}

/** True when the viewer may see exact figures of the area. */
export function isOwn(scope: Scope, region: string): boolean {
	switch (scope.role) {
		case 'public':
			return false;
		case 'regency':
			return region === scope.region;
		case 'province':
			return region === scope.region || region.startsWith(`${scope.region}.`);
		case 'national':
			return true;
	}
}

/** The same text for the same entitlement: part of every cache key, and the value of the demo cookie. */
export const scopeKey = (scope: Scope): string => ('region' in scope ? `${scope.role}:${scope.region}` : scope.role);
