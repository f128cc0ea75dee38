/** Specs for the chart tests: every status, every form, numbers that occur nowhere else. */
import { buildChart } from '../../src/lib/charts/option.ts';
import { textWidth } from '../../src/lib/charts/text.ts';
import type {
	AlignedSpec,
	BarsSpec,
	CardSpec,
	ChartSpec,
	EventsSpec,
	FunnelSpec,
	Mark,
	StageBand,
	TimeSpec
} from '../../src/lib/charts/types.ts';
import { renderChart } from '../../src/lib/server/charts/render.ts';

const ok = (value: number, text: string, lower?: number, upper?: number): Mark =>
	lower === undefined || upper === undefined
		? { status: 'ok', value, text }
		: { status: 'ok', value, text, lower, upper };
export const HIDDEN = [
	'disembunyikan (angka kecil)',
	'data belum diterima',
	'tidak diterbitkan',
	'tidak ada pemilihan'
] as const;
const hidden: readonly Mark[] = [
	{ status: 'suppressed', text: HIDDEN[0] },
	{ status: 'not_received', text: HIDDEN[1] },
	{ status: 'not_published', text: HIDDEN[2] },
	{ status: 'not_applicable', text: HIDDEN[3] }
];

export const stages: readonly StageBand[] = [
	{ code: 'LARANGAN_MUTASI', label: 'Larangan penggantian pejabat', start: '2024-03-22', end: '2025-02-20' },
	{ code: 'PENDAFTARAN', label: 'Pendaftaran pasangan calon', start: '2024-08-27', end: '2024-08-29' },
	{ code: 'PENETAPAN', label: 'Penetapan pasangan calon', start: '2024-09-22', end: '2024-09-22' },
	{ code: 'KAMPANYE', label: 'Masa kampanye', start: '2024-09-25', end: '2024-11-23' },
	{ code: 'MASA_TENANG', label: 'Masa tenang', start: '2024-11-24', end: '2024-11-26' },
	{ code: 'PEMUNGUTAN', label: 'Pemungutan suara', start: '2024-11-27', end: '2024-11-27' },
	{ code: 'PELANTIKAN', label: 'Pelantikan serentak', start: '2025-02-20', end: '2025-02-20' }
];

export const months = [
	'2024-06',
	'2024-07',
	'2024-08',
	'2024-09',
	'2024-10',
	'2024-11',
	'2024-12',
	'2025-01',
	'2025-02'
];
export const time: TimeSpec = {
	kind: 'time',
	form: 'bars',
	unit: 'Kasus',
	months,
	series: [
		{
			name: 'Dugaan',
			tone: { kind: 'accent' },
			marks: [ok(3, '3 kasus'), ok(0, '0 kasus'), ok(9, '9 kasus'), ok(17, '17 kasus'), ...hidden, ok(2, '2 kasus')]
		}
	],
	stages,
	votingDay: '2024-11-27'
};
export const timeInDays: TimeSpec = { ...time, daysTo: '2024-11-27' };
export const line: TimeSpec = {
	...time,
	form: 'line',
	series: [0, 1].map((slot) => ({
		name: slot === 0 ? 'Tabanan' : 'Badung',
		tone: { kind: 'region', slot: slot === 0 ? 0 : 1 },
		marks: time.series[0]?.marks ?? []
	}))
};
export const bars: BarsSpec = {
	kind: 'bars',
	unit: 'Orang',
	form: 'bar',
	rows: [
		{ label: 'Kab. Tabanan', marks: [ok(33, '33'), ok(20, '20')] },
		{ label: 'Kab. Badung', marks: [ok(27, '27'), ...hidden.slice(0, 1)] },
		{ label: 'Kab. Paser <&>', marks: hidden.slice(1, 3) }
	],
	series: [
		{ name: 'Dilaporkan', tone: { kind: 'step', step: 0 } },
		{ name: 'Terbukti', tone: { kind: 'step', step: 2 } }
	],
	benchmark: null
};
export const dots: BarsSpec = {
	kind: 'bars',
	unit: 'per 1.000 ASN',
	form: 'dot',
	rows: [
		{
			label: 'Kab. Tabanan',
			note: 'lebih buruk',
			tone: { kind: 'verdict', verdict: 'worse' },
			marks: [ok(2.1, '2,10 (1,42–2,99)', 1.42, 2.99)]
		},
		{ label: 'Kab. Badung', marks: hidden.slice(0, 1) }
	],
	series: [{ name: 'Terbukti', tone: { kind: 'accent' } }],
	benchmark: { value: 0.55, label: 'Provinsi 0,55' }
};
/** Many areas in little room, as in the A4 brief. */
export const dense: BarsSpec = {
	...dots,
	dense: true,
	rows: Array.from({ length: 38 }, (_, i) => ({
		label: `Provinsi ${i + 1}`,
		tone: { kind: 'verdict', verdict: i < 12 ? 'worse' : i < 20 ? 'better' : 'similar' },
		marks: i % 9 === 8 ? hidden.slice(0, 1) : [ok(i / 8, `${i} orang`, i / 10, i / 5)]
	}))
};
export const events: EventsSpec = {
	kind: 'events',
	lanes: [
		{ label: 'Belitung', tone: { kind: 'region', slot: 1 } },
		{ label: 'Badung', tone: { kind: 'region', slot: 3 } }
	],
	events: [
		{
			lane: 0,
			date: '2023-07-15',
			start: '2023-07-01',
			end: '2023-07-31',
			class: 'prevention',
			text: 'Sosialisasi oleh Bawaslu'
		},
		{ lane: 1, date: '2023-09-14', class: 'letter', text: 'Surat edaran' }
	],
	stages,
	votes: [{ date: '2024-11-27', label: 'Pilkada 27 Nov 2024' }],
	start: '2023-06-01',
	end: '2025-03-31'
};
export const eventsInDays: EventsSpec = { ...events, daysTo: '2024-11-27' };
export const aligned: AlignedSpec = {
	kind: 'aligned',
	unit: 'Orang',
	series: [
		{
			name: 'Pilkada 2020',
			tone: { kind: 'muted' },
			points: [
				{ day: -90, value: 490, text: '490 orang' },
				{ day: -13, value: 727, text: '727 orang' }
			]
		},
		{
			name: 'Pilkada 2024',
			tone: { kind: 'accent' },
			points: [
				{ day: -45, value: 417, text: '417 orang' },
				{ day: 6, value: 1158, text: '1.158 orang' }
			]
		}
	]
};
const NAMES = ['Tabanan', 'Badung', 'Paser', 'Tulang Bawang Barat', 'Belitung', 'Gianyar', 'Klungkung', 'Bangli', 'Karangasem', 'Buleleng'];
const RATE = 1.2;
const error = (exposure: number): number => Math.sqrt((RATE * 1000) / exposure);

/** Numbers between 0 and 1 that look drawn by chance, the same each time. */
function* chance(): Generator<number, never> {
	for (let state = 1; ; ) {
		state = (state * 16_807) % 2_147_483_647;
		yield state / 2_147_483_647;
	}
}

/** A funnel of `n` areas around 1.2 per 1,000, more apart than chance explains; limits end where the server ends them. */
export function funnelOf(n: number, missing: readonly string[] = []): FunnelSpec {
	const draws = chance();
	const next = (): number => draws.next().value;
	const points = Array.from({ length: n }, (_, i) => {
		const exposure = Math.round(1_900 + 14_300 * next() ** 1.6);
		const wanted = RATE + (next() + next() + next() - 1.5) * 3 * error(exposure);
		const value = Math.max(0, wanted);
		const z = (value - RATE) / error(exposure);
		const verdict = z > 1.96 ? 'worse' : z < -1.96 ? 'better' : 'similar';
		return {
			label: `Kabupaten ${NAMES[i % NAMES.length]}`,
			exposure,
			value,
			text: `${i + 1} orang dari ${exposure}`,
			tone: { kind: 'verdict', verdict } as const,
			named: n <= 10 || Math.abs(z) > 3.09
		};
	});
	const low = Math.min(...points.map((p) => p.exposure)) * 0.8;
	const high = Math.max(...points.map((p) => p.exposure)) * 1.08;
	const limit = (strong: boolean, sign: 1 | -1): FunnelSpec['limits'][number] => ({
		label: strong ? '99,8 %' : '95 %',
		strong,
		points: Array.from({ length: 24 }, (_, i) => {
			const exposure = low * (high / low) ** (i / 23);
			return [exposure, Math.max(0, RATE + sign * (strong ? 3.09 : 1.96) * error(exposure))];
		})
	});
	return {
		kind: 'funnel',
		unit: 'per 1.000 ASN',
		exposureLabel: 'jumlah ASN',
		digits: 2,
		points,
		benchmark: { value: RATE, label: 'Indonesia' },
		limits: [limit(true, 1), limit(true, -1), limit(false, 1), limit(false, -1)],
		missing
	};
}
export const funnel = funnelOf(10, [`Kabupaten Paser: ${HIDDEN[0]}`]);

export const specs: Readonly<Record<string, ChartSpec>> = {
	time,
	timeInDays,
	line,
	bars,
	dots,
	dense,
	events,
	eventsInDays,
	aligned,
	funnel,
	'funnel of 3': funnelOf(3),
	'funnel of 514': funnelOf(514, funnel.missing)
};

export const card: CardSpec = {
	id: 'dugaan',
	title: 'Dugaan naik pada masa kampanye',
	subtitle: 'Orang, Pilkada 2024',
	source: 'Bawaslu, data per 30 Juni 2025',
	chart: time,
	table: { columns: [{ label: 'Bulan', numeric: false }], rows: [['Juni 2024']] },
	notes: [],
	definitions: [],
	downloads: [],
	contoh: false
};

export const env = { lang: 'id', width: 720, contoh: false } as const;
/** The server's drawing of a spec. */
export const draw = (spec: ChartSpec, more: { contoh?: boolean; width?: number; paint?: 'page' | 'file' } = {}): string =>
	renderChart(spec, { lang: 'id', title: 'Judul', contoh: false, ...more });
export const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
/** Every text with its place and the room it takes; `text-anchor` as drawn. */
export const wordsOf = (svg: string) =>
	[...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
		const at = (name: string): number => Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0);
		const [, tx = '0', ty = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes) ?? [];
		const size = at('font-size') || 12;
		const width = textWidth(text, size);
		const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
		const x0 = at('x') + Number(tx) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
		return { text, x0, x1: x0 + width, y: at('y') + Number(ty), opaque: !attributes.includes('opacity') };
	});

/** The highest number along the value axis of a chart with one, as it stands left of the plot. */
export const topOf = (spec: ChartSpec): number =>
	Math.max(...buildChart(spec, env).picture.flatMap((shape) => (shape.type === 'text' && shape.align === 'right' && /^[\d.]+(,\d+)?$/.test(shape.text) ? [Number(shape.text.replaceAll('.', '').replace(',', '.'))] : [])));
