/** Who asks first must not matter to who asks second; and what was taken away is gone with the next request. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { changeRole, setDisabled } from '../../src/lib/server/access/accounts.ts';
import { parseRole } from '../../src/lib/server/access/scope.ts';
import { addAccount, address, ask, cookieOf, signedIn, store } from './people.ts';
import { WATCHED, wordOf } from './world.ts';

/** Every address is asked for the first time by its own test: `salt` makes a question that no cache has seen. */
const agencies = (salt: number): string => `/api/v1/answers?metrics=persons_reported&by=agency&cycle=PILKADA-2024&region=51.02,64.02,${WATCHED[salt]?.code}&nature=real&format=csv`;
const text = async (path: string, cookie = ''): Promise<string> => (await ask(path, cookie ? { cookie } : {})).text();
const BALI = wordOf('51.02');
const KALTIM = wordOf('64.02');

test.each([['public', 'province:51', 'province:64'], ['province:51', 'public', 'province:64'], ['province:64', 'province:51', 'public'], ['national', 'public', 'province:51'], ['province:51', 'national', 'public'], ['regency:51.02', 'province:64', 'province:51']])('asked in the order %s, %s, %s everyone gets their own', async (...roles) => {
	const salt = 1 + (roles.join().length % 12);
	const first: Record<string, string> = {};
	for (const round of [0, 1]) {
		for (const role of roles) {
			const cookie = role === 'public' ? '' : await signedIn(role);
			const body = await text(agencies(salt), cookie);
			const [bali, kaltim] = [body.includes(BALI), body.includes(KALTIM)];
			expect([bali, kaltim], `${role} in round ${round}`).toEqual([role === 'national' || role.includes('51'), role === 'national' || role.includes('64')]);
			const plain = body.replaceAll(/INTERNAL[^\r\n,"]*/g, '');
			if (round === 1) expect(plain, role).toBe(first[role]);
			first[role] = plain;
		}
	}
});

test('two viewers and the public, interleaved on one server, never see each other’s', async () => {
	const [bali, kaltim] = [await signedIn('province:51'), await signedIn('province:64')];
	const paths = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? '/data?region=51.02' : i % 3 === 1 ? agencies((i % 12) + 1) : '/wilayah/64.02?cycle=PILKADA-2024'));
	const bodies = await Promise.all(paths.flatMap((path) => [bali, kaltim, ''].map(async (cookie) => ({ cookie, body: await text(path, cookie) }))));
	for (const { cookie, body } of bodies) {
		if (cookie !== bali) expect(body.includes(BALI)).toBe(false);
		if (cookie !== kaltim) expect(body.includes(KALTIM)).toBe(false);
	}
	expect(bodies.filter(({ body }) => body.includes(BALI)).length).toBeGreaterThan(20);
});

test('a role taken away between two requests is gone in the second, also what was kept for it', async () => {
	const account = await addAccount('province:51');
	const cookie = await cookieOf(account);
	const path = agencies(7);
	expect(await text(path, cookie)).toContain(BALI);
	await changeRole(store, account, { role: parseRole('province:64') ?? { role: 'public' }, rights: [] }, 'uji');
	expect(await text(path, cookie)).not.toContain(BALI);
	const again = await cookieOf(account);
	const now = await text(path, again);
	expect(now).toContain(KALTIM);
	expect(now).not.toContain(BALI);
});

test('while somebody asks without pause, the answers after the end of the session hold nothing of it', async () => {
	const account = await addAccount('province:51', ['read_cases']);
	const cookie = await cookieOf(account);
	let disabled = false;
	let lateWithWord = 0;
	let before = 0;
	const asking = Array.from({ length: 6 }, async (_, i) => {
		for (let n = 0; n < 25; n += 1) {
			const begun = disabled;
			const body = await text(agencies(((n + i) % 12) + 1), cookie);
			if (begun && body.includes(BALI)) lateWithWord += 1;
			if (!begun && body.includes(BALI)) before += 1;
		}
	});
	await new Promise((resolve) => setTimeout(resolve, 60));
	await setDisabled(store, account, true, 'uji');
	disabled = true;
	await Promise.all(asking);
	expect(before).toBeGreaterThan(0);
	expect(lateWithWord).toBe(0);
	expect((await ask('/akun', { cookie })).status).toBe(303);
});

test('who views as somebody else sees theirs, may do nothing of their own, and finds the way back', async () => {
	const cookie = await signedIn('national', ['administer', 'read_cases', 'sign_off']);
	expect(await text(agencies(9), cookie)).toContain(KALTIM);
	expect((await ask('/peran', { cookie, form: { role: 'province:51', back: '/wilayah/51' } })).headers.get('location')).toBe('/wilayah/51');
	const seen = await text(agencies(9), cookie);
	expect([seen.includes(BALI), seen.includes(KALTIM)]).toEqual([true, false]);
	const page = await text('/wilayah/51?cycle=PILKADA-2024', cookie);
	expect(page).toContain('Anda melihat sebagai Provinsi Bali');
	expect((await ask('/pengelola', { cookie })).status).toBe(403);
	expect((await ask('/asal?metric=persons_reported&at=51.02&cycle=PILKADA-2024', { cookie, form: { reason: 'memeriksa laporan pengaduan warga' } })).status).toBe(403);
	await ask('/peran', { cookie, form: { role: '', back: '/' } });
	expect(await text(agencies(9), cookie)).toContain(KALTIM);
	expect((await ask('/pengelola', { cookie })).status).toBe(200);
});

test.each([['province:51', 'national'], ['province:51', 'province:64'], ['regency:51.02', 'province:51'], ['public', 'national']])('an account for %s cannot view as %s', async (own, wanted) => {
	const cookie = await signedIn(own);
	await ask('/peran', { cookie, form: { role: wanted, back: '/' } });
	const body = await text(agencies(3), cookie);
	expect(body.includes(KALTIM)).toBe(false);
	expect(body.includes(BALI)).toBe(own.includes('51'));
});

test('a form whose body comes slowly does nothing once its sender was disabled', async () => {
	const account = await addAccount('public', ['administer']);
	const cookie = await cookieOf(account);
	const body = new URLSearchParams({ name: 'uji.lambat', fullName: 'Uji Lambat', role: 'national', rights: 'read_cases' }).toString();
	const sending = request(`${address}/pengelola?/add`, { method: 'POST', headers: { cookie, origin: address, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length } });
	const answered = new Promise<number | undefined>((resolve, reject) => sending.on('response', (r) => resolve(r.resume().statusCode)).on('error', reject));
	sending.write(body.slice(0, 10));
	await new Promise((resolve) => setTimeout(resolve, 300));
	await setDisabled(store, account, true, 'uji');
	sending.end(body.slice(10));
	expect(await answered).toBe(403);
	expect((await store.accounts()).some((a) => a.name === 'uji.lambat')).toBe(false);
});
