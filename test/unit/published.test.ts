/** Angka terbit and the real comparison, over the published files themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatNumber, type Lang } from '#lib/i18n/index.ts';
import { PUBLIC } from '#lib/server/access/scope.ts';
import { createContext, type PageContext } from '#lib/server/pages/context.ts';
import { publishedComparison } from '#lib/server/pages/compare-published.ts';
import { publishedPage } from '#lib/server/pages/published.ts';
import { parseFilters } from '#lib/filters/filters.ts';
import { textOf } from '#lib/ui/cell.ts';
import type { OpenRelease } from '#lib/server/release/release.ts';
import { ROOT } from '../../etl/root.ts';

const FILES = ['national_counts', 'province_counts', 'regency_counts', 'breakdowns', 'ikp_netralitas_2024', 'asn_headcount'];
const rows = FILES.flatMap((file) => z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(join(ROOT, `data/published/${file}.csv`), 'utf8'), { columns: true })))
	.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : name === 'value' ? Number(value) : value])))
	.sort((a, b) => Number(b.value) - Number(a.value));
const release = { id: 'R20261122', senders: [], public: { query: () => Promise.resolve(rows) } } as unknown as OpenRelease;
const contextOf = (lang: Lang, query = ''): PageContext => ({ ...createContext(parseFilters(new URLSearchParams(query)), PUBLIC, release), lang });

const cardsOf = async (lang: Lang) => (await publishedPage(contextOf(lang))).cards.map(({ card }) => card);
const namesIn = (table: { rows: readonly (readonly Parameters<typeof textOf>[0][])[] }): string[] => table.rows.map((row) => textOf(row[0] ?? ''));

describe('Angka terbit', () => {
	it.each(['id', 'en'] as const)('names what its rows differ in (%s)', async (lang) => {
		const cards = await cardsOf(lang);
		const alike = cards.filter(({ id, table }) => !id.startsWith('tunggal-') && new Set(namesIn(table)).size < table.rows.length);
		expect(alike.map(({ id, title }) => `${id}: ${title}`)).toEqual([]);
	});

	it('names the provinces of the PNS, and says PNS in the title', async () => {
		const card = (await cardsOf('id')).find(({ id }) => id === 'pns-provinsi-2023');
		expect(card?.title).toBe('Jumlah pegawai: PNS; BPS (dari BKN); 2023');
		expect(card?.table.columns[0]?.label).toBe('Wilayah');
		expect(namesIn(card?.table ?? { rows: [] }).slice(0, 2)).toEqual(['Jawa Timur', 'Jawa Tengah']);
		expect(card?.notes[0]).toBe('Tanpa jumlah tercetak.');
	});

	it('begins a ranking with the first', async () => {
		const card = (await cardsOf('id')).find(({ id }) => id === 'ikp-netralitas-urutan-kabkota');
		expect(card?.table.columns[1]?.label).toBe('Peringkat');
		expect(card?.table.rows.slice(0, 3).map((row) => textOf(row[1] ?? ''))).toEqual(['1', '2', '3']);
	});

	it('writes a difference with the minus sign', async () => {
		const notes = (await cardsOf('id')).flatMap((card) => card.notes);
		expect(notes).toContain('Tabel ini TIDAK cocok: rincian 413, jumlah tercetak 433, selisih −20.');
		expect(notes.filter((note) => /selisih -/.test(note))).toEqual([]);
		expect([formatNumber(-1234.5, 'id', 1), formatNumber(-2, 'en'), formatNumber(-0.01, 'id', 1)]).toEqual(['−1.234,5', '−2', '0,0']);
	});
});

describe('Bandingkan, real', () => {
	it('counts regencies and cities, not what a province handled itself', async () => {
		const [list] = await publishedComparison(contextOf('id'));
		const of = (name: string) => textOf(list?.card.table.rows.find((row) => textOf(row[0] ?? '') === name)?.[2] ?? '');
		expect([of('Sulawesi Barat'), of('Maluku Utara'), of('Sumatera Barat')]).toEqual(['6', '10', '10']);
	});

	it('says in the title that a table also counts the provincial level', async () => {
		const cards = await publishedComparison(contextOf('id', 'province=35'));
		expect(cards.map(({ card }) => card.title)).toContain('Pelanggaran: 42 pelanggaran di 13 kabupaten/kota dan di tingkat provinsi, Pilkada 2020');
	});
});
