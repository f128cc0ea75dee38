/** The second factor: time-based codes of six digits (RFC 6238), as every authenticator app makes them. */
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

const ISSUER = 'Pantau Netralitas ASN';
const PERIOD = 30;
/** Clocks may differ by one step. */
const WINDOW = 1;

const totpOf = (secret: string, name: string): TOTP => new TOTP({ issuer: ISSUER, label: name, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) });

/** A new secret of 160 bits, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app scans or takes by hand. */
export function totpSetup(secret: string, name: string): { readonly address: string; readonly svg: string; readonly grouped: string } {
	const address = totpOf(secret, name).toString();
	return { address, svg: renderSVG(address, { border: 2 }), grouped: secret.replace(/(.{4})(?=.)/g, '$1 ') };
}

/** The time step a code belongs to, or null when it is none of the steps around `now`. */
export function totpStep(secret: string, code: string, now: Date): number | null {
	const token = code.replace(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return null;
	const delta = totpOf(secret, '').validate({ token, timestamp: now.getTime(), window: WINDOW });
	return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}
