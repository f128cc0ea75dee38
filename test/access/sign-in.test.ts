/** Signing in, step by step and all at once; what ends a session; what stays written down. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, test } from 'vitest';
import type { Account } from '../../src/lib/server/access/account.ts';
import { addAccount as addByAdministrator, changeRole, resetAccount, setDisabled } from '../../src/lib/server/access/accounts.ts';
import { deviceToken } from '../../src/lib/server/access/device.ts';
import { hashPassword, isOutdated, oneTimeCode, passwordFits, weaknessOf } from '../../src/lib/server/access/password.ts';
import { openSeal } from '../../src/lib/server/access/seal.ts';
import { IDLE_MINUTES, LONGEST_HOURS, openSession, SESSION_COOKIE, sessionOf } from '../../src/lib/server/access/session.ts';
import { ACCOUNT_RULE, NETWORK_RULE, signIn, type SignedIn } from '../../src/lib/server/access/sign-in.ts';
import { changePassword, finishSetup, offerSecondFactor } from '../../src/lib/server/access/setup.ts';
import { LastAdministratorError, NameTakenError } from '../../src/lib/server/access/account.ts';
import { SqliteStore } from '../../src/lib/server/access/sqlite.ts';

const dir = mkdtempSync(join(tmpdir(), 'pantau-signin-'));
const store = new SqliteStore(join(dir, 'ops.sqlite'));
const seal = openSeal(join(dir, 'access.key'));
afterAll(async () => {
	await store.close();
	rmSync(dir, { recursive: true, force: true });
});

const PASSWORD = 'sawah hijau di lereng bukit';
const minutes = (n: number, from = new Date()): Date => new Date(from.getTime() + n * 60_000);
let network = 0;
const elsewhere = () => ({ network: `10.0.0.${(network += 1)}`, masked: '10.0.0.0/24' });
let people = 0;

const codeOf = (secret: string, at: Date): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
const expectIn = (result: SignedIn) => {
	if (result.kind !== 'in') throw new Error(`signed in: ${result.kind}`);
	return result;
};

/** An account that nobody has signed in with yet, and its code. */
async function invited(): Promise<{ name: string; oneTime: string }> {
	const name = `orang.${(people += 1)}`;
	return { name, oneTime: await addByAdministrator(store, { name, fullName: 'Ketut Uji', role: { role: 'public' }, rights: [] }, 'uji') };
}

/** An account with password and second factor, made the way people make one. `at`: when its factor was set up. */
async function ready(role = 'province:51', rights: ('administer' | 'read_cases' | 'sign_off')[] = [], at = minutes(-10)): Promise<{ account: Account; secret: string; name: string }> {
	const name = `orang.${(people += 1)}`;
	const code = await addByAdministrator(store, { name, fullName: 'Ketut Uji', role: role === 'public' ? { role: 'public' } : { role: 'province', region: '51' }, rights }, 'uji', at);
	const { account, session } = expectIn(await signIn(store, seal, { name, password: code, code: '' }, elsewhere(), at));
	const secret = offerSecondFactor(seal, account, session);
	const plain = secret.grouped.replaceAll(' ', '');
	const done = await finishSetup(store, seal, { account, session }, { password: PASSWORD, again: PASSWORD, code: codeOf(plain, at), sealed: secret.sealed }, at);
	expect(done).toHaveProperty('token');
	return { account, secret: plain, name };
}

describe('a password', () => {
	test('is kept as argon2id with its costs, and another fits nothing', async () => {
		const phc = await hashPassword(PASSWORD);
		expect(phc).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
		expect(await passwordFits(PASSWORD, phc)).toBe(true);
		expect(await passwordFits(`${PASSWORD}.`, phc)).toBe(false);
		expect(await passwordFits(PASSWORD, null)).toBe(false);
		expect(isOutdated(phc)).toBe(false);
		expect(isOutdated(phc.replace('m=65536', 'm=19456'))).toBe(true);
	});
	test.each([['empat belas...', 'short'], ['a'.repeat(129), 'long'], ['aaaaaaaaaaaaaaaa', 'guessable'], ['ketutketutketut123', 'guessable'], ['pantaunetralitas', 'guessable'], ['lima ekor kambing gunung', null], ['contraseña larga útil', null]] as const)('%s: %s', (password, weakness) => {
		expect(weaknessOf(password, ['ketut'])).toBe(weakness);
	});
	test('handed out once is long and different each time', () => {
		const codes = new Set(Array.from({ length: 200 }, oneTimeCode));
		expect(codes.size).toBe(200);
		expect([...codes].every((c) => /^([a-z2-9]{5}-){3}[a-z2-9]{5}$/.test(c))).toBe(true);
	});
});

describe('signing in', () => {
	test('there is no account before somebody makes one', async () => {
		const fresh = new SqliteStore(join(dir, 'fresh.sqlite'));
		expect(await fresh.accounts()).toEqual([]);
		await fresh.close();
	});
	test('takes password and second factor; a code works once, and not the one before it', async () => {
		const { name, secret } = await ready();
		const now = new Date();
		const asked = (code: string, password = PASSWORD) => signIn(store, seal, { name: ` ${name.toUpperCase()} `, password, code }, elsewhere(), now);
		expect((await asked('')).kind).toBe('refused');
		expect((await asked('000000')).kind).toBe('refused');
		expect((await asked(codeOf(secret, now), 'salah salah salah')).kind).toBe('refused');
		const { session } = expectIn(await asked(codeOf(secret, now)));
		expect(session.stage).toBe('full');
		expect((await asked(codeOf(secret, now))).kind).toBe('refused');
		expect((await asked(codeOf(secret, minutes(-0.5, now)))).kind).toBe('refused');
	});
	test('of many at once with the same code one wins', async () => {
		const { name, secret } = await ready();
		const now = new Date();
		const kinds = (await Promise.all(Array.from({ length: 4 }, () => signIn(store, seal, { name, password: PASSWORD, code: codeOf(secret, now) }, elsewhere(), now)))).map((r) => r.kind);
		expect(kinds.filter((k) => k === 'in')).toHaveLength(1);
	});
	test('a one-time code ends after a day and at its first use', async () => {
		const code = await addByAdministrator(store, { name: 'baru.satu', fullName: 'Baru Satu', role: { role: 'national' }, rights: [] }, 'uji', minutes(-25 * 60));
		expect((await signIn(store, seal, { name: 'baru.satu', password: code, code: '' }, elsewhere(), new Date())).kind).toBe('refused');
		const { name, account } = await ready();
		const again = await resetAccount(store, account, 'uji');
		const { session, account: back } = expectIn(await signIn(store, seal, { name, password: again, code: '' }, elsewhere(), new Date()));
		expect(session.stage).toBe('setup');
		const offer = offerSecondFactor(seal, back, session);
		await finishSetup(store, seal, { account: back, session }, { password: PASSWORD, again: PASSWORD, code: codeOf(offer.grouped.replaceAll(' ', ''), new Date()), sealed: offer.sealed }, new Date());
		expect((await signIn(store, seal, { name, password: again, code: '' }, elsewhere(), new Date())).kind).toBe('refused');
	});
	test.each([
		['too short', { password: 'pendek', again: 'pendek' }, 'short'],
		['typed differently', { password: PASSWORD, again: `${PASSWORD}x` }, 'differs'],
		['with a code of another secret', { password: PASSWORD, again: PASSWORD, code: '000000' }, 'code'],
		['with the form of another session', { password: PASSWORD, again: PASSWORD, sealed: 'x' }, 'stale']
	])('the first password %s is not taken', async (_, wrong, problem) => {
		const name = `orang.${(people += 1)}`;
		const code = await addByAdministrator(store, { name, fullName: 'Ketut Uji', role: { role: 'public' }, rights: [] }, 'uji');
		const { account, session } = expectIn(await signIn(store, seal, { name, password: code, code: '' }, elsewhere(), new Date()));
		const offer = offerSecondFactor(seal, account, session);
		const given = { code: codeOf(offer.grouped.replaceAll(' ', ''), new Date()), sealed: offer.sealed, ...wrong };
		expect(await finishSetup(store, seal, { account, session }, given, new Date())).toEqual({ problem });
	});
});

describe('the lock', () => {
	test('closes an account after five tries, however many come at once, and opens after a quarter of an hour or by a reset', async () => {
		const { name, secret, account } = await ready();
		const now = new Date();
		const tries = await Promise.all(Array.from({ length: 14 }, () => signIn(store, seal, { name, password: 'tebakan yang salah', code: '123456' }, elsewhere(), now)));
		expect(tries.filter((t) => t.kind === 'refused')).toHaveLength(ACCOUNT_RULE.most);
		expect(tries.filter((t) => t.kind === 'locked')).toHaveLength(14 - ACCOUNT_RULE.most);
		const right = (at: Date) => signIn(store, seal, { name, password: PASSWORD, code: codeOf(secret, at) }, elsewhere(), at);
		expect((await right(minutes(14, now))).kind).toBe('locked');
		expect((await right(minutes(16, now))).kind).toBe('in');
		await Promise.all(Array.from({ length: 6 }, () => signIn(store, seal, { name, password: 'tebakan', code: '' }, elsewhere(), now)));
		const code = await resetAccount(store, account, 'uji', now);
		expect((await signIn(store, seal, { name, password: code, code: '' }, elsewhere(), now)).kind).toBe('in');
	});
	test('does not keep out a browser that was signed in before, which is counted by itself', async () => {
		const [{ name, secret }, other] = [await ready(), await ready()];
		const now = new Date();
		const device = deviceToken(seal, name, now);
		const from = (own: string | undefined) => ({ network: '198.51.100.7', masked: '198.51.100.0/24', device: own });
		const tries = (own: string | undefined, n: number, at = now) => Promise.all(Array.from({ length: n }, () => signIn(store, seal, { name, password: 'tebakan yang salah', code: '123456' }, from(own), at)));
		await tries(undefined, ACCOUNT_RULE.most + 1);
		for (let i = 0; i < NETWORK_RULE.most; i += 1) await store.takeAttempt('network:198.51.100.7', NETWORK_RULE, now);
		const right = (own: string | undefined, at: Date) => signIn(store, seal, { name, password: PASSWORD, code: codeOf(secret, at) }, from(own), at);
		for (const foreign of [undefined, 'x', deviceToken(seal, other.name, now), `${device.slice(0, -3)}AAA`, deviceToken(openSeal(join(dir, 'other.key')), name, now), deviceToken(seal, name, minutes(-181 * 24 * 60, now)), seal.close('JBSWY3DPEHPK3PXP')]) expect((await right(foreign, now)).kind).toBe('locked');
		expect((await right(device, now)).kind).toBe('in');
		expect((await tries(device, 14)).filter((t) => t.kind === 'refused')).toHaveLength(ACCOUNT_RULE.most);
		expect((await right(device, minutes(1, now))).kind).toBe('locked');
		expect((await right(deviceToken(seal, name, now), minutes(2, now))).kind).toBe('in');
	});
	test('closes a network that tries many names, and says the same of names that are nobody', async () => {
		const now = new Date();
		const from = { network: '2001:db8:1:2::/64', masked: '2001:db8:1:2::/64' };
		for (let i = 0; i < NETWORK_RULE.most; i += 1) await store.takeAttempt(`network:${from.network}`, NETWORK_RULE, now);
		expect((await signIn(store, seal, { name: 'siapa.saja', password: 'apa saja boleh', code: '' }, from, now)).kind).toBe('locked');
		for (let i = 0; i < ACCOUNT_RULE.most; i += 1) expect((await signIn(store, seal, { name: 'tidak.ada', password: 'apa saja boleh', code: '' }, elsewhere(), now)).kind).toBe('refused');
		expect((await signIn(store, seal, { name: 'tidak.ada', password: 'apa saja boleh', code: '' }, elsewhere(), now)).kind).toBe('locked');
	});
	test('counts of a network only who was wrong: an office may sign in at eight', async () => {
		const { name, oneTime } = await invited();
		const office = elsewhere();
		for (let n = 1; n < NETWORK_RULE.most; n += 1) await store.takeAttempt(`network:${office.network}`, NETWORK_RULE, new Date());
		for (const password of [oneTime, oneTime, oneTime]) expect((await signIn(store, seal, { name, password, code: '' }, office, new Date())).kind).toBe('in');
		expect((await signIn(store, seal, { name, password: 'tebakan', code: '' }, office, new Date())).kind).toBe('refused');
		expect((await signIn(store, seal, { name, password: oneTime, code: '' }, office, new Date())).kind).toBe('locked');
	});
	test('holds between two processes that have the same store open', async () => {
		const other = new SqliteStore(join(dir, 'ops.sqlite'));
		const now = new Date();
		const rule = { most: 7, seconds: 60 };
		const taken = await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 2 ? store : other).takeAttempt('dua proses', rule, now)));
		expect(taken.filter(Boolean)).toHaveLength(7);
		await other.close();
	});
});

describe('a session', () => {
	test('is kept as a hash of 256 random bits', async () => {
		const { account } = await ready();
		const { token } = await openSession(store, account, 'full', 'n', new Date());
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		expect(readFileSync(join(dir, 'ops.sqlite')).includes(token)).toBe(false);
		expect(SESSION_COOKIE.startsWith('__Host-')).toBe(true);
	});
	test('ends when idle, and at the end of the day although used', async () => {
		const { account } = await ready();
		const start = new Date();
		const { token } = await openSession(store, account, 'full', 'n', start);
		expect(await sessionOf(store, token, minutes(IDLE_MINUTES - 1, start))).not.toBeNull();
		expect(await sessionOf(store, token, minutes(2 * IDLE_MINUTES, start))).toBeNull();
		const used = await openSession(store, account, 'full', 'n', start);
		for (let at = 10; at < LONGEST_HOURS * 60; at += 10) expect(await sessionOf(store, used.token, minutes(at, start)), `${at}`).not.toBeNull();
		expect(await sessionOf(store, used.token, minutes(LONGEST_HOURS * 60 + 1, start))).toBeNull();
	});
	test('is over at once when the account is disabled, gets another role, is reset, or somebody ends it', async () => {
		const now = new Date();
		const acts: ((account: Account) => Promise<unknown>)[] = [
			(a) => setDisabled(store, a, true, 'uji'),
			(a) => changeRole(store, a, { role: { role: 'public' }, rights: [] }, 'uji'),
			(a) => resetAccount(store, a, 'uji'),
			(a) => store.endSessions(a.id, null, null)
		];
		for (const act of acts) {
			const { account } = await ready();
			const { token } = await openSession(store, account, 'full', 'n', now);
			expect(await sessionOf(store, token, now)).not.toBeNull();
			await act(account);
			expect(await sessionOf(store, token, now)).toBeNull();
		}
	});
	test('is opened by nobody who is reset while their password is looked at', async () => {
		const { account, secret, name } = await ready();
		const now = new Date();
		const code = oneTimeCode();
		const kept = await hashPassword(code);
		const signing = signIn(store, seal, { name, password: PASSWORD, code: codeOf(secret, now) }, elsewhere(), now);
		await new Promise((resolve) => setTimeout(resolve, 10));
		await store.resetAccount(account.id, { hash: kept, until: minutes(60).toISOString() }, { actor: 'uji', action: 'account_reset', object: name, detail: '' });
		expect((await signing).kind).toBe('refused');
		expect(await store.sessions(account.id, now.toISOString(), minutes(-IDLE_MINUTES).toISOString())).toEqual([]);
		expect((await signIn(store, seal, { name, password: code, code: '' }, elsewhere(), new Date())).kind).toBe('in');
	});
	test('sets no password once its account was reset, also while it is being hashed', async () => {
		const { account, secret, name } = await ready();
		const now = new Date();
		const { session } = expectIn(await signIn(store, seal, { name, password: PASSWORD, code: codeOf(secret, now) }, elsewhere(), now));
		const changing = changePassword(store, { account, session }, { current: PASSWORD, password: 'jalan lurus ke pasar pagi', again: 'jalan lurus ke pasar pagi' }, now);
		const code = oneTimeCode();
		const kept = await hashPassword(code);
		await store.resetAccount(account.id, { hash: kept, until: minutes(60).toISOString() }, { actor: 'uji', action: 'account_reset', object: name, detail: '' });
		expect(await changing).toBe('stale');
		const again = expectIn(await signIn(store, seal, { name, password: code, code: '' }, elsewhere(), new Date()));
		const { sealed, grouped } = offerSecondFactor(seal, account, again.session);
		const finishing = finishSetup(store, seal, { account, session: again.session }, { password: PASSWORD, again: PASSWORD, code: codeOf(grouped.replaceAll(' ', ''), now), sealed }, now);
		await store.resetAccount(account.id, { hash: kept, until: minutes(60).toISOString() }, { actor: 'uji', action: 'account_reset', object: name, detail: '' });
		expect(await finishing).toEqual({ problem: 'stale' });
		expect((await store.credentials(name))?.credentials).toMatchObject({ password: null, totp: null, oneTime: { hash: kept } });
	});
	test('is none for what is no token', async () => {
		for (const token of [undefined, '', 'x', "' OR 1=1 --", 'a'.repeat(43), '../../../etc/passwd']) expect(await sessionOf(store, token, new Date())).toBeNull();
	});
});

describe('accounts', () => {
	test('a name is one account', async () => {
		await addByAdministrator(store, { name: 'nama.satu', fullName: 'Nama Satu', role: { role: 'public' }, rights: [] }, 'uji');
		await expect(addByAdministrator(store, { name: 'nama.satu', fullName: 'Lain', role: { role: 'public' }, rights: [] }, 'uji')).rejects.toThrow(NameTakenError);
	});
	test('the last administrator stays one', async () => {
		const own = new SqliteStore(join(dir, 'admins.sqlite'));
		await addByAdministrator(own, { name: 'satu.satunya', fullName: 'Satu', role: { role: 'public' }, rights: ['administer'] }, 'uji');
		const [account] = await own.accounts();
		if (!account) throw new Error('no account');
		await expect(setDisabled(own, account, true, 'uji')).rejects.toThrow(LastAdministratorError);
		await expect(changeRole(own, account, { role: { role: 'national' }, rights: [] }, 'uji')).rejects.toThrow(LastAdministratorError);
		expect((await own.accounts())[0]).toMatchObject({ disabled: false, rights: ['administer'] });
		await own.close();
	});
});

test('the key of second factors is its owner’s alone, and opens nothing of another key', () => {
	expect(statSync(join(dir, 'access.key')).mode & 0o777).toBe(0o600);
	const sealed = seal.close('rahasia');
	expect(seal.open(sealed)).toBe('rahasia');
	expect(openSeal(join(dir, 'access.key')).open(sealed)).toBe('rahasia');
	expect(() => openSeal(join(dir, 'other.key')).open(sealed)).toThrow();
});

test('no row of the trail holds what was typed', async () => {
	const now = new Date();
	await signIn(store, seal, { name: '198001012005011001', password: 'Kata sandi yang diketik', code: '654321' }, elsewhere(), now);
	const trail = JSON.stringify(await store.trail(1000));
	for (const typed of ['198001012005011001', 'Kata sandi', '654321', PASSWORD]) expect(trail).not.toContain(typed);
	expect(trail).toContain('sign_in_refused');
});
