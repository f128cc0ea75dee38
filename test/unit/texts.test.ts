/** Every word on the screen is a message in both languages: nothing is hard-coded, nothing is missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { METRICS } from '../../src/lib/metrics/index.ts';
import { faultOf, keysIn, messagesIn, messagesNamed, textsOfCode, textsOfComponent, type Found } from './hard-coded.ts';

const filesIn = (folder: string, ending: string): string[] =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).map((name) => relative(ROOT, join(ROOT, folder, name)));
const told = (file: string, found: readonly Found[]): string[] => found.map(({ line, text }) => `${file}:${line} ${text}`);
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Words in code that no reader sees, or that are names: file and text. */
const ALLOWED: ReadonlySet<string> = new Set<string>([
	// Errors of the API are for programs.
	'src/routes/api/[...rest]/+server.ts Not found',
	'src/routes/api/[...rest]/+server.ts See /api/v1/openapi.json for what exists.',
	'src/routes/api/v1/answers/+server.ts The question cannot be answered',
	// A file inside the check's own folder.
	'src/lib/server/intake/check.ts out.'
]);

describe('the check itself', () => {
	it.each([
		['<p>Halo</p>', 'Halo'],
		['<p>{a} dan {b}</p>', 'dan'],
		['<input placeholder="Cari daerah" />', 'placeholder="Cari daerah"'],
		['<button aria-label="Tutup">×</button>', 'aria-label="Tutup"'],
		["<p>{ok ? 'Sudah dikirim' : said}</p>", 'Sudah dikirim'],
		['<p>{`${n} dari ${of}`}</p>', 'dari'],
		["<script lang=\"ts\">const word: string = 'belum';</script><p>{word}</p>", 'belum']
	])('sees %s', (source, text) => {
		expect(textsOfComponent(source).map((f) => f.text)).toEqual([text]);
	});
	it.each(['<p class="muted small">{text} · →</p>', '<title>{heading} · Pantau Netralitas ASN</title>', "<p class={wide ? 'a b' : ''}>{say(M.a, lang)}</p>", '<style>p { content: "Halo dunia"; }</style>'])('passes %s', (source) => {
		expect(textsOfComponent(source)).toEqual([]);
	});
	it.each([
		["const a = 'Belum ada data';", ['Belum ada data']],
		["const a = `${n} dari ${of}`;", ['dari']],
		["const a = lang === 'id' ? 'dari' : 'of';", ['dari', 'of']],
		["const a = { label: 'Provinsi' };", ['Provinsi']],
		["const a = { id: 'Teks lama', en: 'Old text' };", ['Teks lama', 'Old text']],
		["return new Response('Mode demo ditolak: rilis ini.');", ['Mode demo ditolak: rilis ini.']],
		["error(404, 'Not found');", ['Not found']]
	])('sees in code: %s', (source, texts) => {
		expect(textsOfCode(source).map((f) => f.text)).toEqual(texts);
	});
	it.each(["throw new Error('no such metric');", "import a from 'Some Thing';", "db.query('SELECT a FROM b');", "const a = { id: 'bulan', kind: 'wilson' };", "type A = 'Satu dua' | 'Tiga';", "const path = `/wilayah/${code}`;", "if (kind === 'Kepala wilayah') go();", "const style = `width: ${n}px; height: 2px`;"])('passes in code: %s', (source) => {
		expect(textsOfCode(source)).toEqual([]);
	});
	it.each([
		[{ id: '', en: 'a' }, 'no Indonesian text'],
		[{ id: 'a', en: ' ' }, 'no English text'],
		[{ id: '{n} a', en: 'b' }, 'placeholders differ: {n} and {}'],
		[{ id: 'orang', en: 'persons {x}' }, 'placeholders differ: {} and {x}'],
		[{ id: 'Nilai', en: 'Nilai' }, 'the same in both languages'],
		[{ id: '{n|a|b} c', en: 'd' }, 'Indonesian has no plural'],
		[{ id: '{n a', en: 'b' }, 'a brace that is no placeholder'],
		[{ id: 'rentang 95 %', en: '95 % interval' }, 'English writes a percentage without a space'],
		[{ id: '{n} orang', en: '{n} {n|person|persons}' }, null],
		[{ id: 'orang', en: '{n|person|persons}' }, null],
		[{ id: '{a}, {b}', en: '{a}, {b}' }, null]
	])('judges the message %o', (message, fault) => {
		expect(faultOf({ path: '', ...message }, new Set())).toBe(fault);
	});
});

describe('components', () => {
	it.each(filesIn('src', '.svelte'))('%s has no words of its own', (file) => {
		expect(told(file, textsOfComponent(read(file)))).toEqual([]);
	});
});

describe('code', () => {
	const files = [...['src/lib/server/pages', 'src/lib/server/intake', 'src/lib/server/ask', 'src/lib/charts', 'src/lib/ui', 'src/routes', 'src/client'].flatMap((folder) => filesIn(folder, '.ts')), 'src/hooks.server.ts'];
	it.each(files)('%s has no words of its own', (file) => {
		expect(told(file, textsOfCode(read(file)).filter(({ text }) => !ALLOWED.has(`${file} ${text}`)))).toEqual([]);
	});
	it('allows nothing that is not there', () => {
		const there = new Set(files.flatMap((file) => textsOfCode(read(file)).map(({ text }) => `${file} ${text}`)));
		expect([...ALLOWED].filter((line) => !there.has(line))).toEqual([]);
	});
});

/** Names and units that are the same word in both languages. */
const SAME: ReadonlySet<string> = new Set(['Pantau', 'Data', 'Dataset', 'dataset', 'Arrow', 'JSON', 'Parquet', 'NIP', 'PNS 2023', 'Alpha', '{x} ASN', 'Bawaslu', 'Administrator', 'PDF', 'Menu', 'Indonesia', 'Enter: {what}.', 'Pemilu {year}', 'Pilkada {year}']);

const FOLDER = 'src/lib/i18n/messages';
const MODULES = await Promise.all(readdirSync(join(ROOT, FOLDER)).map(async (file) => ({ file, groups: (await import(`../../src/lib/i18n/messages/${file}`)) as Readonly<Record<string, unknown>> })));

describe('messages', () => {
	it.each(MODULES)('$file', ({ file, groups }) => {
		const messages = messagesIn(groups, file);
		expect(messages.length).toBeGreaterThan(0);
		expect(messages.flatMap((m) => (faultOf(m, SAME) === null ? [] : [`${m.path}: ${faultOf(m, SAME)}`]))).toEqual([]);
	});
	it('of metrics', () => {
		expect(messagesIn(Object.fromEntries(METRICS.map(({ id, ...rest }) => [id, rest])), 'metrics').flatMap((m) => (faultOf(m, SAME) === null ? [] : [`${m.path}: ${faultOf(m, SAME)}`]))).toEqual([]);
	});
});

/** Groups that code indexes by a variable: a key of theirs must stand in code, as a literal or a property, or in the data. */
const INDEXED: ReadonlySet<string> = new Set([
	'A4.roles', 'AREA.kinds', 'AREA.families', 'AREA.electionKinds', 'AREA.viewers', 'LETTER.datasets', 'BEFORE_AFTER.needs', 'CHANGES.words', 'DATE_ORDERS', 'LANGUAGES', 'COMPARE.groupNames',
	'CONTENTS.cards', 'DATASET_NAMES', 'DATASET_RECORDS', 'EVENT_COUNTS', 'EVENT_KINDS', 'FINDINGS', 'HANDLING.causes', 'MAP.colours', 'MAP.short', 'MAP.kindsOf', 'NOTES.states', 'AREA_NAMES', 'CYCLE_NAMES', 'DEFINITION.measures',
	'PAGE.download', 'PAGE.picture', 'ACTIONS', 'LOOKS', 'FACTS', 'BENCHMARK_NAMES', 'BREAKDOWN_NAMES', 'CATEGORIES.holder', 'CATEGORIES.age', 'CATEGORIES.state', 'CATEGORIES.position', 'PRINTED_ONE', 'PARTIAL', 'PARTIAL_SENTENCES',
	'REASONS', 'RIGHT_NAMES', 'ROLES', 'SETUP_PROBLEMS', 'STATUS', 'UNITS', 'UNIT_ONE', 'VERDICTS', 'funnelText', 'gridText', 'statusExplained', 'statusText'
]);
/** Of groups whose other messages code names one by one: what it indexes. */
const PICKED: Readonly<Record<string, string>> = {
	CHECK: 'accept accept_with_warnings quarantine_rows reject_file kind data language encoding delimiter sheet headerRows dateOrder decimal error warning info',
	DEFINITION: 'low_is_good high_is_good',
	MAP: 'partial suppressed',
	SIGN_IN: 'refused locked busy',
	SENTENCES: 'above below apart better much_better worse much_worse suppressed_primary suppressed_secondary suppressed_entitled not_received not_published',
	cardText: 'chart table download about',
	chartText: 'prevention letter enforcement',
	filterText: 'cycle province regency from to',
	shellText: 'overview compare map violations training events published data'
};

describe('no message is left over', () => {
	const code = ['src', 'etl'].flatMap((top) => ['.ts', '.svelte'].flatMap((ending) => filesIn(top, ending))).filter((file) => !file.startsWith(FOLDER)).map(read);
	const data = [...['data/reference', 'data/published'].flatMap((top) => filesIn(top, '.csv')), ...filesIn('data/submissions', 'kegiatan-nyata.csv')].flatMap((file) => read(file).split(/[,;|\r\n]+/));
	const named = new Set(code.flatMap(messagesNamed));
	const keys = new Set([...code.flatMap(keysIn), ...data]);
	const picked = Object.entries(PICKED).flatMap(([group, list]) => list.split(' ').map((key) => `${group}.${key}`));
	// UI_TEXTS is the groups of its file once more, for tests.
	const messages = MODULES.flatMap(({ file, groups: { UI_TEXTS: _, ...groups } }) => Object.entries(groups).flatMap(([name, group]) => messagesIn(group, name).map(({ path }) => ({ file, path }))));
	const groupOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));
	const isUsed = (path: string): boolean =>
		[path, `${path}.id`, `${path}.en`].some((one) => named.has(one)) || picked.includes(path) || (INDEXED.has(groupOf(path)) && keys.has(path.slice(groupOf(path).length + 1)));

	it.each(MODULES)('$file', ({ file }) => {
		const own = messages.filter((m) => m.file === file).map((m) => m.path);
		expect(own.length).toBeGreaterThan(0);
		expect(own.filter((path) => !isUsed(path))).toEqual([]);
	});
	it('excuses only what is there and is named as a whole', () => {
		expect([...INDEXED, ...Object.keys(PICKED)].filter((group) => !named.has(group))).toEqual([]);
		expect(picked.filter((path) => named.has(path) || !messages.some((m) => m.path === path))).toEqual([]);
	});
});
