/** Screenshots of every page for people to look at: `node scripts/run.mjs scripts/screenshots.ts ADDRESS FOLDER [ROLE]`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP, openBrowser, PHONE } from '../test/e2e/browser.ts';

const [address = 'http://127.0.0.1:3000', folder = 'screenshots', role = 'public', only = ''] = process.argv.slice(2);
const PAGES = {
	ringkasan: '/',
	'ringkasan-contoh': '/?nature=contoh',
	pelanggaran: '/pelanggaran',
	'pelanggaran-contoh': '/pelanggaran?nature=contoh',
	'pelanggaran-kab': '/pelanggaran?nature=contoh&region=51.02&cycle=PEMILU-2024',
	'pelatihan-contoh': '/pelatihan?nature=contoh&region=51.03',
	sosialisasi: '/sosialisasi',
	'sosialisasi-contoh': '/sosialisasi?nature=contoh',
	'angka-terbit': '/angka-terbit?province=76',
	periksa: '/periksa',
	data: '/data?nature=contoh',
	definisi: '/definisi/proven_per_1000?nature=contoh'
} as const;

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
for (const [name, path] of Object.entries(PAGES)) {
	if (only && !name.startsWith(only)) continue;
	for (const [size, viewport, colorScheme] of [['desktop', DESKTOP, 'light'], ['phone', PHONE, 'dark']] as const) {
		const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: false });
		await context.addCookies([{ name: 'pantau_role', value: role, url: address }]);
		const page = await context.newPage();
		await page.goto(address + path);
		await page.screenshot({ path: join(folder, `${name}-${size}.png`), fullPage: true });
		await context.close();
	}
}
await browser.close();
