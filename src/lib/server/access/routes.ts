/** Who may ask for what, route by route. A route that is not here is asked for by nobody. */
import { may, type Viewer } from './viewer.ts';
import type { Right } from './account.ts';

/**
 * - `anyone`; what they see there follows from their scope
 * - `signed_in` whoever has a session, complete or not
 * - a right
 */
export type Gate = 'anyone' | 'signed_in' | Right;

export interface RouteRule {
	readonly gate: Gate;
	/** Answers without a release and without looking at who asks. */
	readonly bare?: boolean;
	/** What leaves here leaves as a file, and is written down for who sees more than the public. */
	readonly exports?: boolean;
}

const anyone: RouteRule = { gate: 'anyone' };
const file: RouteRule = { gate: 'anyone', exports: true };

export const ROUTES: Readonly<Record<string, RouteRule>> = {
	'/': anyone,
	'/akun': { gate: 'signed_in' },
	'/angka-terbit': anyone,
	'/api/[...rest]': anyone,
	'/api/v1/answers': file,
	'/api/v1/cycles': anyone,
	'/api/v1/metadata.json': anyone,
	'/api/v1/metrics': anyone,
	'/api/v1/openapi.json': anyone,
	'/api/v1/regions': anyone,
	'/asal': anyone,
	'/bandingkan': anyone,
	'/catatan': { gate: 'signed_in' },
	'/data': anyone,
	'/definisi': anyone,
	'/definisi/[metric]': anyone,
	'/ditolak': anyone,
	'/istilah': anyone,
	'/keluar': { gate: 'signed_in' },
	'/livez': { gate: 'anyone', bare: true },
	'/masuk': anyone,
	'/pelanggaran': anyone,
	'/pelatihan': anyone,
	'/pengelola': { gate: 'administer' },
	'/peran': anyone,
	'/periksa': anyone,
	'/periksa/belum-selesai': file,
	'/periksa/salinan': file,
	'/periksa/templat/[dataset]': anyone,
	'/perubahan': anyone,
	'/peta': anyone,
	'/pratinjau': { gate: 'signed_in' },
	'/readyz': { gate: 'anyone', bare: true },
	'/ringkas/[code]': anyone,
	'/ringkas/[code]/pdf': file,
	'/ringkas/[code]/zip': file,
	'/sebelum-sesudah': anyone,
	'/soal': anyone,
	'/sosialisasi': anyone,
	'/unduh/[page]': file,
	'/wilayah': anyone,
	'/wilayah/[code]': anyone,
	'/wilayah/[code]/surat': anyone
};

/** Null for a route that is not there, or not listed. */
export const ruleOf = (route: string | null): RouteRule | null => (route !== null && Object.hasOwn(ROUTES, route) ? (ROUTES[route] ?? null) : null);

export function mayEnter(viewer: Viewer, { gate }: RouteRule): boolean {
	if (gate === 'anyone') return true;
	if (gate === 'signed_in') return viewer.session !== null;
	return may(viewer, gate);
}
