/** A printed address leads there from any computer, or does not pretend to. */
import { expect, it } from 'vitest';
import { printedAddress } from '../../src/lib/server/pages/site-address.ts';

it.each(['http://127.0.0.1:3333', 'http://localhost:3000', 'http://pantau.localhost', 'http://127.4.0.9', 'http://[::1]:3000', 'http://0.0.0.0:3000'])('%s is never printed', (origin) => {
	expect(printedAddress(origin, '/data#rilis', 'id')).toBe('/data#rilis di situs Pantau instansi Anda');
	expect(printedAddress(origin, '/data#rilis', 'en')).not.toContain('://');
});

it.each(['https://pantau.go.id', 'http://10.0.0.5:3000', 'https://localhost.example.id', 'https://127.0.0.1.example.id'])('%s is printed in full', (origin) => {
	expect(printedAddress(origin, '/periksa', 'id')).toBe(`${origin}/periksa`);
});
