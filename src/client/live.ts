/** Replaces a server drawing by the interactive chart built from the same spec: pointer, touch and arrow keys. */
import { CustomChart } from 'echarts/charts';
import { AxisPointerComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BuiltChart, ChartPoint } from '../lib/charts/frame.ts';
import { buildChart, describe } from '../lib/charts/option.ts';
import { colour } from '../lib/charts/palette.ts';
import { say, type Lang } from '../lib/i18n/index.ts';
import { chartText } from '../lib/i18n/messages/ui.ts';
import type { Island } from '../lib/ui/island.ts';
import { go, LEAVING } from './in-place.ts';

use([CustomChart, GridComponent, TooltipComponent, AxisPointerComponent, SVGRenderer]);

interface Live {
	readonly chart: EChartsType;
	readonly lang: Lang;
	built: BuiltChart;
	at: number;
}

export function bringToLife(figure: HTMLElement, island: Island): void {
	const drawn = figure.getBoundingClientRect().height;
	const stage = document.createElement('div');
	stage.className = 'live';
	const width = Math.floor(figure.clientWidth);
	const build = (at: number) => buildChart(island.spec, { lang: island.lang, contoh: island.contoh, width: at });
	// The room that the server's drawing took, to a fraction of a pixel: nothing below may move.
	const built = buildChart(island.spec, { lang: island.lang, contoh: island.contoh, width, height: drawn });
	stage.style.height = `${Math.max(drawn, built.height)}px`;
	figure.replaceChildren(stage);
	const chart = init(stage, null, { renderer: 'svg', width, height: built.height });
	const live: Live = { chart, lang: island.lang, built, at: -1 };
	paint(live);
	hideDrawing(stage);
	figure.tabIndex = 0;
	figure.setAttribute('role', 'application');
	figure.setAttribute(
		'aria-label',
		`${describe(island.spec, island.title, island.lang, island.contoh)} ${say(chartText.points, island.lang, { count: built.points.length })} ${say(chartText.keys, island.lang)}`
	);
	walk(figure, live);
	press(live);
	follow(figure, stage, live, build);
}

/** The library's own SVG is decoration to a screen reader: the words are spoken through the live region. */
function hideDrawing(stage: HTMLElement): void {
	for (const child of stage.children) child.setAttribute('aria-hidden', 'true');
}

function paint(live: Live): void {
	const { option, trigger, points } = live.built;
	live.chart.setOption(
		{
			...option,
			tooltip: {
				trigger,
				confine: true,
				transitionDuration: 0,
				padding: [7, 10],
				backgroundColor: colour('paper'),
				borderColor: colour('ink'),
				borderWidth: 1,
				extraCssText: 'box-shadow:none;border-radius:2px',
				axisPointer: { type: 'shadow', shadowStyle: { color: colour('ink'), opacity: 0.06 }, label: { show: false } },
				formatter: (params: unknown) => tip(points[stopOf(params, live)])
			}
		},
		{ notMerge: true }
	);
}

/** Which stop a tooltip event means: the row or month, or for single marks their place in the order of all marks. */
function stopOf(params: unknown, live: Live): number {
	const first = (Array.isArray(params) ? params[0] : params) as
		{ dataIndex?: number; seriesIndex?: number } | undefined;
	const index = first?.dataIndex ?? -1;
	if (live.built.trigger === 'axis') return index;
	const before = live.built.sizes.slice(0, first?.seriesIndex ?? 0).reduce((sum, size) => sum + size, 0);
	return before + index;
}

/** The series and item of a stop, where each mark is one; null where a stop is a month or a row. */
function markOf(stop: number, built: BuiltChart): { seriesIndex: number; dataIndex: number } | null {
	if (built.trigger === 'axis') return null;
	let dataIndex = stop;
	for (const [seriesIndex, size] of built.sizes.entries()) {
		if (dataIndex < size) return { seriesIndex, dataIndex };
		dataIndex -= size;
	}
	return null;
}

function tip(point: ChartPoint | undefined): HTMLElement {
	const box = document.createElement('div');
	box.className = 'tip';
	if (!point) return box;
	const head = document.createElement('b');
	head.textContent = point.label;
	box.append(head, point.text);
	if (point.link) {
		const way = document.createElement('span');
		way.className = 'way';
		way.textContent = `${point.link.label} →`;
		box.append(way);
	}
	return box;
}

/** Arrow keys, Home and End move from stop to stop; the words go to a polite live region. */
function walk(figure: HTMLElement, live: Live): void {
	const voice = document.createElement('p');
	voice.className = 'sr-only';
	voice.setAttribute('aria-live', 'polite');
	figure.append(voice);
	figure.addEventListener('keydown', (event) => {
		const here = live.built.points[live.at];
		if (event.key === 'Enter' && here?.link) {
			go(here.link.href);
			return;
		}
		const next = target(event.key, live.at, live.built.points.length);
		if (next === null) {
			if (event.key === 'Escape') live.chart.dispatchAction({ type: 'hideTip' });
			return;
		}
		event.preventDefault();
		const point = live.built.points[next];
		if (!point) return;
		live.at = next;
		live.chart.dispatchAction({ type: 'showTip', ...(markOf(next, live.built) ?? { x: point.x, y: point.y }) });
		const way = point.link ? ` ${say(chartText.enter, live.lang, { what: point.link.label })}` : '';
		voice.textContent = `${point.label}: ${point.text.replaceAll('\n', '; ')}${way}`;
	});
	figure.addEventListener('blur', () => live.chart.dispatchAction({ type: 'hideTip' }));
}

/** The stop whose part of the drawing lies under the pointer, where it leads somewhere. */
function leading(live: Live, x: number, y: number): ChartPoint | undefined {
	return live.built.points.find(({ link, box }) => link && box && x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height);
}

/** Pressing a row or a month goes where the server's drawing would have gone; a finger reads at its first touch and goes at the second. */
function press(live: Live): void {
	const pad = live.chart.getZr();
	pad.on('mousemove', ({ offsetX, offsetY }) => pad.setCursorStyle(leading(live, offsetX, offsetY) ? 'pointer' : 'default'));
	let touched: ChartPoint | undefined;
	pad.on('click', ({ offsetX, offsetY, event }) => {
		const point = leading(live, offsetX, offsetY);
		// The library makes its click of a finger from the end of the touch.
		const byTouch = event instanceof TouchEvent;
		const reading = byTouch && point !== touched;
		touched = point;
		if (!point?.link || reading) return;
		if (!byTouch && (event.ctrlKey || event.metaKey)) open(point.link.href, '_blank', 'noopener');
		else go(point.link.href);
	});
}

/** The stop a key leads to; null for keys that are not ours. */
export function target(key: string, at: number, count: number): number | null {
	switch (key) {
		case 'ArrowRight':
		case 'ArrowDown':
			return Math.min(count - 1, at + 1);
		case 'ArrowLeft':
		case 'ArrowUp':
			return Math.max(0, at - 1);
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		default:
			return null;
	}
}

/** CSS pixels between the margins of an A4 sheet. */
const PAPER = 680;

/** Draws anew when the card's width changes, and for paper, which a wider drawing would make the browser shrink as a whole; says nothing and keeps the stop. */
function follow(figure: HTMLElement, stage: HTMLElement, live: Live, build: (width: number) => BuiltChart): void {
	let last = figure.clientWidth;
	const draw = (width: number): void => {
		if (width === 0 || Math.abs(width - last) < 2) return;
		last = width;
		live.built = build(width);
		stage.style.height = `${live.built.height}px`;
		live.chart.resize({ width, height: live.built.height });
		paint(live);
	};
	const left = new AbortController();
	const { signal } = left;
	const size = new ResizeObserver(() => draw(Math.floor(figure.clientWidth)));
	size.observe(figure);
	addEventListener('beforeprint', () => draw(Math.min(PAPER, last)), { signal });
	addEventListener('afterprint', () => draw(Math.floor(figure.clientWidth)), { signal });
	figure.addEventListener(LEAVING, () => {
		left.abort();
		size.disconnect();
		live.chart.dispose();
	});
}
