import { CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { describe, expect, it } from 'vitest';
import { monthPosition, monthStarts } from '../../src/lib/charts/days.ts';
import { buildChart, describe as words } from '../../src/lib/charts/option.ts';
import { dayLabel, ribbon, ribbonHeight } from '../../src/lib/charts/ribbon.ts';
import { niceScale } from '../../src/lib/charts/scale.ts';
import { fitText, textWidth, wrapText } from '../../src/lib/charts/text.ts';
import type { BarsSpec, ChartSpec, Mark, TimeSpec } from '../../src/lib/charts/types.ts';
import { UI_TEXTS } from '../../src/lib/i18n/messages/ui.ts';
import { renderCard, renderChart, SLIM, WIDE } from '../../src/lib/server/charts/render.ts';
import { elements } from '../../src/lib/server/charts/svg.ts';
import { islandJson } from '../../src/lib/ui/island.ts';
import { aligned, bars, card, dots, draw, env, events, funnel, HIDDEN, line, months, specs, stages, textsOf, time, topOf } from './charts.samples.ts';

use([CustomChart, GridComponent, SVGRenderer]);

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
		for (const spec of [events, aligned, funnel]) {
			const built = buildChart(spec, env);
			expect(built.sizes.reduce((sum, size) => sum + size, 0)).toBe(built.points.length);
			const series = [built.option.series ?? []].flat() as readonly { data?: unknown[] }[];
			expect(built.sizes.map((size, i) => (size === 0 ? 0 : series[i]?.data?.length))).toEqual(built.sizes);
			expect(series.slice(built.sizes.length).every(({ data }) => data?.length === 1)).toBe(true);
		}
	});

	it('speaks a month: the values, the hidden ones in words, the stages, the days to the vote', () => {
		const points = buildChart(time, env).points;
		expect(points[0]).toMatchObject({ label: 'Juni 2024, ±H−165', text: '3 kasus\nLarangan penggantian pejabat' });
		expect(points[4]?.text).toContain(HIDDEN[0]);
		expect(points[5]?.text).toContain('Masa kampanye');
	});

	it('leaves a gap where a value is missing', () => {
		// Four months are joined; after the gap a line begins anew.
		const lines = buildChart(line, env).picture.flatMap((shape) => (shape.type === 'path' && shape.width === 2 ? [shape.d.replace(/[^ML]/g, '')] : []));
		expect(lines).toContain('MLLLM');
	});

	it('draws levels across, each under its name, inside the scale', () => {
		const levels = [{ value: 9, label: 'rata-rata 9,0' }, { value: 900, label: 'batas atas 900,0' }];
		const given = draw({ ...line, levels });
		for (const { label } of levels) expect(textsOf(given)).toContain(label);
		expect(given.split('stroke-dasharray').length - draw(line).split('stroke-dasharray').length).toBe(2);
		expect(topOf({ ...line, levels })).toBeGreaterThanOrEqual(900);
	});

	it('leaves room for the number over the tallest bar where the words of the vote stand above', () => {
		const spec: TimeSpec = { ...time, form: 'bars', series: [{ name: 'A', tone: { kind: 'accent' }, marks: time.months.map((_, i) => ({ status: 'ok', value: i === 0 ? 2 : 0, text: '2' })) }] };
		expect(topOf(spec)).toBeGreaterThan(2);
		expect(topOf({ ...spec, votingDay: null })).toBe(2);
	});

	it.each(Object.entries(specs))('%s: stands in the height it is given, as the living chart must', (_, spec) => {
		for (const [width, share] of [[343, 0.95], [850, 1.18]] as const) {
			const drawn = buildChart(spec, { ...env, width: width < 520 ? SLIM : WIDE }).height * share;
			expect(buildChart(spec, { ...env, width, height: drawn }).height).toBeCloseTo(drawn, 6);
		}
	});

	it('starts bars at zero', () => {
		const paths = buildChart(bars, env).picture.flatMap((shape) => (shape.type === 'path' ? [shape] : []));
		const foot = Number(paths.find(({ stroke, d }) => stroke === 'var(--c-ink-2)' && /^M[\d.]+ [\d.]+L/.test(d))?.d.match(/^M([\d.]+)/)?.[1]);
		const starts = paths.flatMap(({ d }) => d.match(/^M([\d.]+) [\d.]+H/)?.[1] ?? []).map(Number);
		expect(starts.length).toBeGreaterThan(0);
		for (const start of starts) expect(start).toBeCloseTo(foot - 0.5, 6);
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

	it('sets long names on two lines, each within its room, and cuts only what two do not hold', () => {
		expect(wrapText('Dinas Penanaman Modal dan Pelayanan', 170, 13)).toEqual(['Dinas Penanaman Modal', 'dan Pelayanan']);
		const cut = wrapText('Badan Penanggulangan Bencana Daerah dan Kesatuan Bangsa dan Politik', 150, 13);
		expect([cut.length, cut.at(-1)?.endsWith('…'), cut.every((line) => textWidth(line, 13) <= 150)]).toEqual([2, true, true]);
		expect(wrapText('Badung', 10, 13)).toHaveLength(1);
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

describe.each(Object.entries(specs))("%s: the server's drawing and the living one", (_, spec) => {
	it.each([WIDE, SLIM].flatMap((width) => [false, true].map((contoh) => ({ width, contoh }))))('are the same words and as many shapes: $width px, contoh $contoh', ({ width, contoh }) => {
		const built = buildChart(spec, { ...env, width, contoh });
		const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: built.height });
		chart.setOption(built.option);
		const alive = chart.renderToSVGString();
		chart.dispose();
		const drawn = elements(built.picture);
		const paths = (svg: string): number => svg.split('<path').length - 1;
		expect(textsOf(drawn).length).toBeGreaterThan(0);
		expect(textsOf(drawn).sort()).toEqual(textsOf(alive).sort());
		expect(paths(drawn)).toBe(paths(alive));
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

it('voting day is named under the stages also where the axis ends with it', () => {
	const { shapes } = ribbon([], { left: 100, right: 600, top: 0, lang: 'id', vote: { x: 600, pxPerDay: 1.5 } });
	expect(shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []))).toContain('Hari H');
});
