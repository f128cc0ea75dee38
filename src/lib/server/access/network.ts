/** Networks of addresses: what is counted together, and what may be written down. */
import { isIPv4, isIPv6 } from 'node:net';

/** The address as IPv4 where it is one inside IPv6; lower case. */
function plain(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	return mapped ?? address.toLowerCase().replace(/%.*$/, '');
}

/** The first four groups of an IPv6 address. */
function prefix64(address: string): string {
	const [head = '', tail] = address.split('::');
	const groups = (text: string): string[] => text.split(':').filter(Boolean);
	const before = groups(head);
	const after = tail === undefined ? [] : groups(tail);
	const all = [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
	return all.slice(0, 4).map((g) => g.replace(/^0+(?=.)/, '')).join(':');
}

/** What is counted together: an IPv4 address, or the /64 of an IPv6 address (one household has as many of them as it likes). */
export function networkOf(address: string): string {
	const own = plain(address);
	if (isIPv4(own)) return own;
	return isIPv6(own) ? `${prefix64(own)}::/64` : 'unknown';
}

/** What the audit trail keeps: /24 or /64. */
export function maskedNetwork(address: string): string {
	const own = plain(address);
	return isIPv4(own) ? `${own.split('.').slice(0, 3).join('.')}.0/24` : networkOf(address);
}

/** Whoever asks from the machine itself: its operator, its monitors. Behind a trusted proxy nobody does. */
export function isLoopback(address: string): boolean {
	const own = plain(address);
	return own === '::1' || (isIPv4(own) && own.startsWith('127.'));
}

/** The address that asks; `unknown` where a trusted proxy did not say whose request it brings. */
export function addressOf(event: { readonly getClientAddress: () => string }): string {
	try {
		return event.getClientAddress();
	} catch {
		return 'unknown';
	}
}
