import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { monthPosition, monthStarts } from '../../src/lib/charts/days.ts';
import { clip, spread } from '../../src/lib/charts/funnel/geometry.ts';
import { buildChart, describe as words } from '../../src/lib/charts/option.ts';
import { inLight, PALETTE } from '../../src/lib/charts/palette.ts';
import { dayLabel, ribbon, ribbonHeight } from '../../src/lib/charts/ribbon.ts';
import { niceScale } from '../../src/lib/charts/scale.ts';
import { fitText, textWidth } from '../../src/lib/charts/text.ts';
import type { BarsSpec, ChartSpec, Mark } from '../../src/lib/charts/types.ts';
import { UI_TEXTS } from '../../src/lib/i18n/messages/ui.ts';
import { renderCard, renderChart, SLIM, WIDE } from '../../src/lib/server/charts/render.ts';
import { islandJson } from '../../src/lib/ui/island.ts';
import { aligned, bars, card, dots, events, funnelOf, HIDDEN, line, months, specs, stages, time } from './charts.samples.ts';

const env = { lang: 'id', width: 720, contoh: false } as const;
const draw = (spec: ChartSpec, more: { contoh?: boolean; width?: number; paint?: 'page' | 'file' } = {}) =>
	renderChart(spec, { lang: 'id', title: 'Judul', contoh: false, ...more });
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');

describe('options', () => {
	it.each(Object.entries(specs))('%s: same spec, same chart; the spec is not touched', (_, spec) => {
		const before = JSON.stringify(spec);
		const [first, second] = [buildChart(spec, env), buildChart(spec, env)];
		expect(JSON.stringify(second)).toBe(JSON.stringify(first));
		expect(JSON.stringify(spec)).toBe(before);
	});

	it.each(Object.entries(specs))('%s: a stop for every month, row or mark, inside the picture', (_, spec) => {
		for (const width of [720, 360, 320]) {
			const built = buildChart(spec, { ...env, width });
			expect(built.points.length).toBeGreaterThan(0);
			for (const point of built.points) {
				expect(point.x).toBeGreaterThanOrEqual(0);
				expect(point.x).toBeLessThanOrEqual(width);
				expect(point.y).toBeLessThanOrEqual(built.height);
				expect(point.text).not.toBe('');
			}
		}
	});

	it('counts the stops of each series where every mark is one', () => {
		for (const spec of [events, aligned]) {
			const built = buildChart(spec, env);
			expect(built.sizes.reduce((sum, size) => sum + size, 0)).toBe(built.points.length);
		}
	});

	it('speaks a month: the values, the hidden ones in words, the stages, the days to the vote', () => {
		const points = buildChart(time, env).points;
		expect(points[0]).toMatchObject({ label: 'Juni 2024, ±H−165', text: '3 kasus\nLarangan penggantian pejabat' });
		expect(points[4]?.text).toContain(HIDDEN[0]);
		expect(points[5]?.text).toContain('Masa kampanye');
	});

	it('leaves a gap where a value is missing', () => {
		const series = buildChart(line, env).option.series;
		expect(series).toMatchObject([{ connectNulls: false, data: [3, 0, 9, 17, '-', '-', '-', '-', 2] }, {}, {}, {}]);
	});

	it('starts bars at zero', () => {
		expect(buildChart(bars, env).option.xAxis).toMatchObject({ min: 0 });
	});
});

describe('hidden marks', () => {
	const full: BarsSpec = {
		...bars,
		rows: [
			{
				label: 'A',
				marks: [
					{ status: 'ok', value: 4711, text: '4711' },
					{ status: 'ok', value: 1, text: '1' }
				]
			}
		]
	};
	const marks = (mark: Mark): ChartSpec => ({
		...full,
		rows: [{ label: 'A', marks: [mark, { status: 'ok', value: 1, text: '1' }] }]
	});

	it('leave no number behind: a hidden value changes neither scale nor marks', () => {
		const withNumber = { status: 'suppressed', text: 'disembunyikan', value: 4711 } as unknown as Mark;
		expect(draw(full)).toContain('4711');
		expect(draw(marks(withNumber))).toBe(draw(marks({ status: 'suppressed', text: 'disembunyikan' })));
	});

	it.each([WIDE, SLIM])('stand in words at width %i', (width) => {
		const inTime = textsOf(draw(time, { width })).join('|');
		for (const text of HIDDEN) expect(inTime).toContain(text);
		expect(textsOf(draw(bars, { width })).join('|')).toContain(HIDDEN[0]);
	});

	it('are hatched when suppressed, and only then', () => {
		const none = draw(marks({ status: 'not_received', text: 'x' }));
		const hatched = draw(marks({ status: 'suppressed', text: 'x' }));
		expect(hatched).not.toBe(none);
		expect(none).toContain('stroke-dasharray');
		expect(hatched).not.toContain('stroke-dasharray');
	});
});

describe('the server drawing', () => {
	it.each(Object.entries(specs))('%s: no style, script, handler, fixed colour or undefined number', (_, spec) => {
		for (const width of [WIDE, SLIM]) {
			const svg = draw(spec, { width, contoh: true });
			expect(svg).not.toMatch(/<style|<script|\son\w+=|NaN|undefined|Infinity|ecmeta|\bzr\d/);
			expect(svg).not.toMatch(/(fill|stroke)="(#|rgb)(?!000")/);
			expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+" role="img" aria-label="[^"]+"/);
			expect(svg.match(/<svg[\s>]/g)).toHaveLength(1);
		}
	});

	it('is the same each time and depends on nothing but its input', () => {
		expect(draw(time)).toBe(draw({ ...time }));
		expect(draw(time)).not.toBe(draw(time, { contoh: true }));
	});

	it('escapes what the data say', () => {
		expect(draw(bars)).toContain('Kab. Paser &lt;&amp;&gt;');
		expect(renderChart(bars, { lang: 'id', contoh: false, title: '"><script>' })).not.toContain('<script>');
	});

	it.each(Object.entries(specs))('%s: carries CONTOH in the picture, once across and once in the corner', (_, spec) => {
		expect(textsOf(draw(spec, { contoh: true })).filter((text) => text.includes('CONTOH'))).toEqual([
			'CONTOH',
			'CONTOH – data sintetis'
		]);
		expect(draw(spec)).not.toContain('CONTOH');
	});

	it('as a file has light colours, a size and a title', () => {
		const svg = draw(dots, { paint: 'file' });
		expect(svg).not.toContain('var(');
		expect(svg).toMatch(/ width="720" height="\d+"/);
		expect(svg).toContain('<title>Judul</title>');
	});

	it('writes numbers and months as Indonesians do', () => {
		const thousands = { ...aligned, unit: 'Orang' };
		expect(textsOf(draw(thousands))).toContain('1.500');
		expect(textsOf(draw({ ...time, months: ['2024-08', '2024-09'], series: [] }))).toContain('Agu');
	});

	it('draws a card wide and slim, and nothing for a card without a chart', () => {
		const html = renderCard(card, 'id');
		expect(html).toContain('viewBox="0 0 720');
		expect(html).toContain('viewBox="0 0 360');
		expect(renderCard({ ...card, chart: null }, 'id')).toBeNull();
	});

	it('draws empty specs without failing', () => {
		expect(draw({ ...time, months: [], series: [] })).toContain('<svg');
		expect(draw({ ...bars, rows: [] })).toContain('<svg');
		expect(draw({ ...events, events: [] })).toContain('<svg');
		expect(draw({ ...aligned, series: [] })).toContain('<svg');
	});
});

describe('the stage ribbon', () => {
	const frame = { left: 0, right: 700, top: 0, lang: 'id', vote: { x: 500, pxPerDay: 1 } } as const;
	const bands = stages.map((stage, i) => ({ code: stage.code, label: stage.label, x0: 60 + i * 70, x1: 66 + i * 70 }));

	it('takes the height it says', () => {
		expect(ribbon(bands, frame).height).toBe(ribbonHeight(bands, true));
		expect(ribbon([], { ...frame, vote: null }).height).toBe(0);
	});

	it('keeps the vote when labels collide', () => {
		const crowd = bands.map((band) => ({ ...band, x0: 300, x1: 303 }));
		const names = ribbon(crowd, { ...frame, vote: null }).shapes.flatMap((shape) =>
			shape.type === 'text' ? [shape.text] : []
		);
		expect(names).toEqual(['Pemungutan']);
	});

	it('stands under time and event charts', () => {
		for (const spec of [time, line, events]) expect(textsOf(draw(spec))).toContain('Pemungutan');
	});

	it('counts days to the vote', () => {
		expect([dayLabel(-90, 'id'), dayLabel(0, 'id'), dayLabel(30, 'en')]).toEqual(['H−90', 'Hari H', 'D+30']);
	});
});

describe('a funnel', () => {
	const missing = [`Kabupaten Tulang Bawang Barat: ${HIDDEN[0]}`, `Kabupaten Paser: ${HIDDEN[1]}`];
	const built = (n: number, width: number) => buildChart(funnelOf(n), { ...env, width });
	/** Every text with its place and the room it takes; `text-anchor` as drawn. */
	const wordsOf = (svg: string) =>
		[...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
			const at = (name: string): number => Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0);
			const [, tx = '0', ty = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes) ?? [];
			const size = at('font-size') || 12;
			const width = textWidth(text, size);
			const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
			const x0 = at('x') + Number(tx) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
			return { text, x0, x1: x0 + width, y: at('y') + Number(ty), opaque: !attributes.includes('opacity') };
		});
	const sizes = [3, 10, 514].flatMap((n) => [900, 720, 375, 340].map((width) => [n, width] as const));

	it('stops at every area, from the smallest to the largest, in its own words', () => {
		const { points, sizes: counts, trigger } = built(514, 760);
		expect([points.length, counts, trigger]).toEqual([514, [514], 'item']);
		expect(points.every((p, i) => i === 0 || (points[i - 1]?.x ?? 0) <= p.x)).toBe(true);
		expect(new Set(points.map((p) => p.text))).toEqual(new Set(funnelOf(514).points.map((p) => p.text)));
	});

	it.each(sizes)('%i areas at %i px: words stay in the picture and overlap nowhere', (n, width) => {
		for (const contoh of [true, false]) {
			const drawn = wordsOf(draw(funnelOf(n, missing), { width, contoh })).filter((word) => word.opaque);
			for (const [i, word] of drawn.entries()) {
				expect(word.x0, word.text).toBeGreaterThanOrEqual(-0.5);
				expect(word.x1, word.text).toBeLessThanOrEqual(width + 0.5);
				for (const other of drawn.slice(i + 1))
					expect(
						word.x0 < other.x1 && other.x0 < word.x1 && Math.abs(word.y - other.y) < 10,
						`${word.text} / ${other.text}`
					).toBe(false);
			}
		}
	});

	it.each([[3, 720], [10, 720], [10, 375]])('names all of %i areas at %i px', (n, width) => {
		const names = funnelOf(n).points.map((p) => p.label);
		expect(textsOf(draw(funnelOf(n), { width })).filter((text) => names.includes(text))).toHaveLength(n);
	});

	it('names only those that ask for it', () => {
		const asked = funnelOf(514).points.filter((p) => p.named).length;
		const named = textsOf(draw(funnelOf(514))).filter((text) => text.startsWith('Kabupaten'));
		expect(named.length).toBeGreaterThan(0);
		expect(named.length).toBeLessThanOrEqual(asked);
	});

	it.each([WIDE, SLIM])('writes benchmark and limits at their lines at %i px; all lines stay in the plot', (width) => {
		const svg = draw(funnelOf(3), { width });
		const texts = textsOf(svg);
		expect(texts).toContain('Indonesia 1,20');
		expect(texts.filter((text) => text === '99,8 %' || text === '95 %')).toHaveLength(4);
		const path = (match: RegExpMatchArray) => [...(match[1] ?? '').matchAll(/([\d.]+) [\d.]+/g)].map((pair) => Number(pair[1]));
		const xs = [...svg.matchAll(/ d="(M[^"AZ]*)"/g)].flatMap(path);
		expect(Math.max(...xs)).toBeLessThanOrEqual(width);
	});

	it('keeps its words apart where limits and benchmark nearly meet', () => {
		const tight = funnelOf(3).limits.map((l) => ({ ...l, points: l.points.map(([x, y]) => [x, 1.2 + (y - 1.2) / 50] as const) }));
		const rows = wordsOf(draw({ ...funnelOf(3), limits: tight })).filter((word) => word.text.endsWith('%')).map((word) => word.y).sort((a, b) => a - b);
		expect(rows).toHaveLength(4);
		expect(rows.slice(1).every((y, i) => y - (rows[i] ?? 0) >= 11.9)).toBe(true);
	});

	it.each([30, 70, 92, 99])('keeps shares around %i %% within 100 %%, with and without limits', (share) => {
		const { points, limits, ...rest } = funnelOf(10);
		const spec = {
			...rest,
			benchmark: { value: share, label: 'Indonesia' },
			points: points.map((p, i) => ({ ...p, value: Math.min(100, share - 4 + i) })),
			limits: limits.map((l) => ({ ...l, points: l.points.map(([x, y]) => [x, Math.min(100, (y / 1.2) * share)] as const) }))
		};
		for (const drawn of [spec, { ...spec, limits: [] }])
			expect((buildChart(drawn, env).option.yAxis as { max: number }).max).toBeLessThanOrEqual(100);
	});

	it('has a shape for each verdict, not only a colour', () => {
		const grey = (verdict: 'better' | 'similar' | 'worse') => {
			const spec = funnelOf(3);
			const svg = draw({ ...spec, points: spec.points.map((p) => ({ ...p, tone: { kind: 'verdict', verdict } })) });
			return svg.replace(/<text.*?<\/text>/g, '').replace(/var\([^)]*\)/g, '');
		};
		expect(new Set([grey('better'), grey('similar'), grey('worse')]).size).toBe(3);
	});

	it.each([WIDE, SLIM])('lists areas without a point in words at %i px, in full, and draws nothing else for them', (width) => {
		const svg = draw(funnelOf(3, missing), { width });
		const said = textsOf(svg).join(' ');
		for (const text of missing) expect(said).toContain(text);
		const plain = buildChart(funnelOf(3), { ...env, width });
		const listed = buildChart(funnelOf(3, missing), { ...env, width });
		expect(listed.points).toEqual(plain.points);
		expect(listed.height).toBeGreaterThan(plain.height);
		const smuggled = { ...funnelOf(3, missing), hidden: [4711] } as unknown as ChartSpec;
		expect(draw(smuggled, { width })).toBe(svg);
		expect(words(funnelOf(3, missing), 'Judul', 'id', false)).toContain(missing[0]);
	});

	it('takes the height it is given, and draws no area at all without failing', () => {
		const given = buildChart(funnelOf(10, missing), { ...env, height: 500 });
		expect(given.height).toBeCloseTo(500, 0);
		expect(draw({ ...funnelOf(3), points: [], limits: [] })).not.toMatch(/NaN|Infinity/);
	});

	it('cuts lines at a box and spreads words without changing their order', () => {
		const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
		expect(clip([-5, 5, 15, 5], box)).toEqual([0, 5, 10, 5]);
		expect(clip([-5, -5, -1, 20], box)).toBeNull();
		expect(spread([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
		expect(spread([98, 99], 10, 0, 100)).toEqual([90, 100]);
		expect(spread([5, 50], 10, 0, 100)).toEqual([5, 50]);
	});
});

describe('small parts', () => {
	it('rounds scales to readable steps', () => {
		expect(niceScale(0, 23, 4, true)).toEqual({ min: 0, max: 30, interval: 10, digits: 0 });
		expect(niceScale(0, 0, 4, true)).toEqual({ min: 0, max: 1, interval: 1, digits: 0 });
		expect(niceScale(0, 2.99, 5, false)).toEqual({ min: 0, max: 3, interval: 1, digits: 0 });
		expect(niceScale(0, 0.31, 4, false)).toEqual({ min: 0, max: 0.4, interval: 0.1, digits: 1 });
	});

	it('places dates on equal months', () => {
		expect(monthPosition('2024-06-01', months)).toBe(0);
		expect(monthPosition('2025-02-15', months)).toBeCloseTo(8.5, 5);
		expect(monthStarts('2024-01-15', '2024-12-31', 6)).toEqual(['2024-07-01']);
	});

	it('shortens words to their room', () => {
		const cut = fitText('Kabupaten Tulang Bawang Barat', 80);
		expect(cut).toMatch(/…$/);
		expect(textWidth(cut)).toBeLessThanOrEqual(80);
	});

	it('describes a chart without its values', () => {
		const text = words(dots, 'Tabanan lebih tinggi', 'id', true);
		expect(text).toBe(
			'Data contoh (sintetis). Tabanan lebih tinggi. Satuan: per 1.000 ASN. Pembanding: Provinsi 0,55.'
		);
	});

	it('hands data to the browser without a way out of the data block', () => {
		const html = islandJson({ spec: time, lang: 'id', contoh: false, title: '</script><script>alert(1)</script>' });
		expect(html.match(/<\/script>/g)).toHaveLength(1);
		expect(html.match(/<script/g)).toHaveLength(1);
	});
});

describe('one palette', () => {
	const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');
	const declared = (block: string) =>
		Object.fromEntries([...block.matchAll(/--c-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));

	it('is the same in app.css, light and dark', () => {
		const dark = css.slice(css.indexOf('@media screen and (prefers-color-scheme: dark)'));
		const light = css.slice(0, css.length - dark.length);
		expect(declared(light)).toEqual(
			Object.fromEntries(Object.entries(PALETTE).map(([name, paint]) => [name, paint.light]))
		);
		expect(declared(dark)).toEqual(
			Object.fromEntries(Object.entries(PALETTE).map(([name, paint]) => [name, paint.dark]))
		);
	});

	const luminance = (hex: string) => {
		const [r = 0, g = 0, b = 0] = [1, 3, 5]
			.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
			.map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const contrast = (a: string, b: string) => {
		const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
		return (high + 0.05) / (low + 0.05);
	};

	it.each(['light', 'dark'] as const)('keeps its contrasts in the %s theme', (theme) => {
		const paper = PALETTE.paper[theme];
		for (const name of ['ink', 'ink-2', 'ink-3', 'accent'] as const) {
			expect(contrast(PALETTE[name][theme], paper)).toBeGreaterThanOrEqual(4.5);
			expect(contrast(PALETTE[name][theme], PALETTE.wash[theme])).toBeGreaterThanOrEqual(4.5);
		}
		for (const [name, paint] of Object.entries(PALETTE)) {
			if (/^(region|step|better|similar|worse|edge)/.test(name))
				expect(contrast(paint[theme], paper)).toBeGreaterThanOrEqual(3);
		}
		expect(contrast(PALETTE.ink[theme], PALETTE['stage-campaign'][theme])).toBeGreaterThanOrEqual(4.5);
	});

	it('turns references into light colours, and leaves unknown ones alone', () => {
		expect(inLight('var(--c-ink) var(--c-none)')).toBe('#1b1f27 var(--c-none)');
	});
});

describe('texts', () => {
	it.each(Object.entries(UI_TEXTS))('%s: both languages, the same values in both', (_, group) => {
		for (const text of Object.values(group)) {
			expect(text.id.trim()).not.toBe('');
			expect(text.en.trim()).not.toBe('');
			const holes = (value: string) => [...value.matchAll(/\{\w+\}/g)].map(String).sort();
			expect(holes(text.id)).toEqual(holes(text.en));
		}
	});
});
