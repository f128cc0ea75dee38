import { describe, expect, it } from 'vitest';
import { Kept } from '../../src/lib/server/export/kept.ts';

const file = (bytes: number) => (): Promise<Buffer> => Promise.resolve(Buffer.alloc(bytes));

describe('finished files', () => {
	it('are made once, also when asked for at the same time', async () => {
		const kept = new Kept(100);
		let made = 0;
		const make = async (): Promise<Buffer> => {
			made += 1;
			await new Promise((resolve) => setTimeout(resolve, 5));
			return Buffer.alloc(10);
		};
		const [a, b] = await Promise.all([kept.get('a', make), kept.get('a', make)]);
		expect(await kept.get('a', make)).toBe(a);
		expect(b).toBe(a);
		expect(made).toBe(1);
	});

	it('go by bytes, the least recently used first', async () => {
		const kept = new Kept(100);
		await kept.get('a', file(40));
		await kept.get('b', file(40));
		await kept.get('a', file(1));
		await kept.get('c', file(40));
		expect(kept.bytes).toBe(80);
		expect((await kept.get('a', file(1))).length).toBe(40);
		expect((await kept.get('b', file(2))).length).toBe(2);
	});

	it('are not kept when larger than the room, nor when making failed', async () => {
		const kept = new Kept(100);
		await kept.get('a', file(101));
		expect(kept.bytes).toBe(0);
		await expect(kept.get('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect((await kept.get('b', file(3))).length).toBe(3);
	});
});
