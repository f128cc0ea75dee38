/** One figure of each page, recomputed from the submitted files by other code than ours, and compared with what the site hands out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, inject, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';

const address = inject('address');
const file = (path: string): string => readFileSync(join(ROOT, 'data', path), 'utf8');
const table = (text: string, delimiter: string): Record<string, string>[] => parse(text, { delimiter, bom: true, columns: true, relax_column_count: true });

interface BriefLine {
	readonly metric: string;
	readonly region_code: string;
	readonly cycle: string;
	readonly category: string;
	readonly numerator: string;
	readonly denominator: string;
	readonly value: string;
	readonly status: string;
}
async function brief(page: string, query: string): Promise<BriefLine[]> {
	const response = await fetch(`${address}/unduh/${page}?${query}`);
	expect(response.status).toBe(200);
	return parse(await response.text(), { bom: true, columns: true }) as BriefLine[];
}

test('Pelatihan: completion of Tabanan, Pilkada 2024, from the Moodle export', async () => {
	const rows: string[][] = parse(file('submissions/51.02-tabanan/progress.netral-2024.csv'), { bom: true });
	const head = rows[0] ?? [];
	const states = head.flatMap((h, i) => (/Modul|Post-test|Survei/.test(h) ? [i] : []));
	const nip = head.findIndex((h) => /Nomor ID|ID number/.test(h));
	const people = new Map<string, boolean>();
	for (const row of rows.slice(1)) {
		const id = (row[nip] ?? '').replace(/\D/g, '');
		if (id.length === 18) people.set(id, states.every((i) => /^(Selesai|Selesai \(mencapai nilai kelulusan\)|Selesai \(ditetapkan.*\))$/.test(row[i] ?? '')));
	}
	const completed = [...people.values()].filter(Boolean).length;
	const line = (await brief('pelatihan', 'nature=contoh&cycle=PILKADA-2024')).find((r) => r.metric === 'training_completion' && r.region_code === '51.02' && r.category === '');
	expect([Number(line?.numerator), Number(line?.denominator)]).toEqual([completed, people.size]);
});

test('Pelanggaran: persons proven in Badung, Pemilu 2024, from the register', async () => {
	const rows = table(file('submissions/51.03-badung/register-netralitas.csv'), ';');
	const date = (text: string | undefined): string => (text ?? '').split('/').reverse().join('-');
	const inCycle = rows.filter((r) => date(r['Tanggal Register']) > '2021-01-08' && date(r['Tanggal Register']) <= '2024-03-15');
	const good = inCycle.filter((r) => date(r['Tanggal Kejadian']) <= date(r['Tanggal Register']));
	expect(good.length, 'one row of the file has its act after its registration and is quarantined').toBe(inCycle.length - 1);
	const reported = new Set(good.map((r) => r.NIP));
	const proven = new Set(good.filter((r) => (r['Tanggal Rekomendasi'] ?? '') !== '').map((r) => r.NIP));
	const lines = await brief('pelanggaran', 'nature=contoh&cycle=PEMILU-2024');
	const value = (metric: string): number => Number(lines.find((r) => r.metric === metric && r.region_code === '51.03' && r.category === '')?.value);
	expect([value('persons_reported'), value('persons_proven')]).toEqual([reported.size, proven.size]);
});

test('Sosialisasi: real preventive events of Paser before the vote of 2024', async () => {
	const rows = table(file('submissions/64.01-paser/kegiatan-nyata.csv'), ';');
	const wanted = rows.filter((r) => r.Golongan === 'pencegahan' && (r.Tanggal ?? '') > '2024-03-15' && (r.Tanggal ?? '') <= '2024-12-27');
	const lines = await brief('sosialisasi', 'cycle=PILKADA-2024&region=64.01');
	expect(Number(lines.find((r) => r.metric === 'events_prevention' && r.region_code === '64.01' && r.category === '')?.value)).toBe(wanted.length);
});

test('Angka terbit: the 43 ASN of Sulawesi Barat, table and total', async () => {
	const lines = await brief('angka-terbit', 'province=76');
	const sum = lines.filter((r) => r.metric === 'published:reported_asn' && r.region_code.startsWith('76.') && r.cycle === 'PILKADA-2024').reduce((n, r) => n + Number(r.value), 0);
	expect(sum).toBe(42);
	expect(await (await fetch(`${address}/angka-terbit?province=76`)).text()).toMatch(/43 = jumlah tercetak 43/);
});

test('Ringkasan: the backlog tiles are the published figures of December 2024', async () => {
	const html = await (await fetch(address)).text();
	for (const figure of ['1.158', '667', '436', '19']) expect(html).toContain(figure);
	expect(html).toContain('1.103');
});

test('Data: rows read from a file are the lines of the file', async () => {
	const rows = table(file('submissions/51.03-badung/register-netralitas.csv'), ';');
	const lines = (await brief('data', 'nature=contoh')).filter((r) => r.metric === 'rows_accepted');
	expect(lines.some((r) => r.region_code === '51.03' && Number(r.denominator) === rows.length)).toBe(true);
});

test('Asal: every backlog tile leads to its own printed row, said to be real, with the paper that printed it', async () => {
	const printed = table(file('published/national_counts.csv'), ',');
	const html = await (await fetch(address)).text();
	const ways = [...html.matchAll(/href="(\/asal\?published=[^"]+)"/g)].flatMap(([, way]) => way ?? []);
	// Name and figure of each tile lead there.
	const rows = [...new Set(ways)].slice(0, 6).map((way) => ({ way, row: printed.find((r) => r.row_id === new URL(way, address).searchParams.get('published')) }));
	expect(rows.map(({ row }) => row?.value)).toEqual(['1158', '667', '436', '24', '27', '19']);
	for (const { way, row } of rows) {
		const page = await (await fetch(`${address}${way}`)).text();
		expect(page).toContain('nyata: angka lembaga');
		expect(page).toContain(`>${Number(row?.value).toLocaleString('id-ID')} ${row?.unit === 'people' ? 'orang' : 'pengaduan'}<`);
		expect(page).toContain(`href="${row?.source_address}"`);
	}
	expect((await fetch(`${address}/asal?published=nas/none`)).status).toBe(404);
});

test('Pelatihan begins with how many have not finished; an agency is named as the largest only while none is hidden', async () => {
	const leadFor = async (role: string, query: string): Promise<string> => {
		const html = await (await fetch(`${address}/pelatihan?nature=contoh&cycle=PILKADA-2024${query}`, { headers: { cookie: `pantau_role=${role}` } })).text();
		return (/<div class="answer">.*?<p>(.*?)<\/p>/s.exec(html)?.[1] ?? '').replaceAll(/<span popover.*?<\/span>/gs, '').replaceAll(/<[^>]*>/g, '');
	};
	const agencies = async (role: string, region: string): Promise<readonly { status: string; numerator: number; denominator: number }[]> =>
		((await (await fetch(`${address}/api/v1/answers?metrics=training_completion&by=agency&cycle=PILKADA-2024&region=${region}&nature=contoh`, { headers: { cookie: `pantau_role=${role}` } })).json()) as { rows: { status: string; numerator: number; denominator: number }[] }).rows;
	const own = (await agencies('regency:51.03', '51.03')).map((row) => row.denominator - row.numerator);
	expect(await leadFor('regency:51.03', '&region=51.03')).toContain(`${own.reduce((a, b) => a + b, 0).toLocaleString('id-ID')} dari 8.400 peserta belum menyelesaikan pelatihan, terbanyak di Dinas Pendidikan dan Kebudayaan (${Math.max(...own)})`);
	expect((await agencies('public', '64.01')).every((row) => row.status === 'suppressed')).toBe(true);
	expect(await leadFor('public', '&region=64.01')).toMatch(/^Kabupaten Paser: [\d.]+ dari [\d.]+ peserta belum menyelesaikan pelatihan, Pilkada 2024/);
	expect(await leadFor('regency:64.01', '&region=64.01')).toMatch(/, terbanyak di .+ \(\d+\), Pilkada 2024/);
	expect(await leadFor('public', '')).toMatch(/^Indonesia: [\d.]+ dari [\d.]+ peserta belum menyelesaikan pelatihan/);
});
