import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { faults, older } from '../../scripts/versions.ts';

const locked = (packages: Record<string, string>) => ({
	packages: Object.fromEntries(Object.entries(packages).map(([path, version]) => [path, { version }]))
});

describe('version gate', () => {
	it('passes the lockfile of the repository', () => {
		const lockfile: unknown = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
		expect(faults(lockfile)).toEqual([]);
	});

	it('finds a framework older than its last security fix', () => {
		const [found, ...more] = faults(locked({ 'node_modules/@sveltejs/kit': '3.1.0' }));
		expect(found).toContain('@sveltejs/kit 3.1.0 is older than 3.1.1');
		expect(more).toEqual([]);
	});

	it('finds an old copy that another package brings along', () => {
		expect(faults(locked({ 'node_modules/vitest/node_modules/vite': '7.9.9' }))).toHaveLength(1);
	});

	it('finds a package that must not be installed, whatever its version', () => {
		expect(faults(locked({ 'node_modules/xlsx': '99.0.0' }))[0]).toContain('xlsx must not be installed');
		expect(faults(locked({ 'node_modules/a/node_modules/exceljs': '4.4.0' }))[0]).toContain('exceljs must not be installed');
	});

	it('refuses what is not a lockfile', () => {
		expect(() => faults({ name: 'pantau' })).toThrow(/packages/);
	});

	it('orders versions by number, not by letter', () => {
		const part = fc.nat({ max: 200 });
		const version = fc.tuple(part, part, part);
		fc.assert(
			fc.property(version, version, (a, b) => {
				const rank = ([x, y, z]: readonly [number, number, number]) => x * 1e6 + y * 1e3 + z;
				expect(older(a.join('.'), b.join('.'))).toBe(rank(a) < rank(b));
			})
		);
		expect(older('1.5.6-r.1', '1.4.0')).toBe(false);
	});
});
