/**
 * The only script of the site. Every page is complete without it; it takes over four things: charts become interactive
 * (the chart library is fetched when the first one comes near, or is touched or focused), the filter submits itself,
 * another choice on the same page comes in its place, and a brief has a button that prints.
 */
import type { Island } from '../lib/ui/island.ts';
import { DRAWN, stayInPlace } from './in-place.ts';

async function takeOver(figure: HTMLElement): Promise<void> {
	if (figure.dataset['live']) return;
	const data = figure.closest('.card')?.querySelector('script[data-spec]')?.textContent;
	if (!data) return;
	figure.dataset['live'] = 'coming';
	try {
		const { bringToLife } = await import('./live.ts');
		if (!figure.isConnected) return;
		bringToLife(figure, JSON.parse(data) as Island);
		figure.dataset['live'] = 'yes';
	} catch (error) {
		// The server's drawing stays; a second touch tries again.
		delete figure.dataset['live'];
		console.warn('chart stays as drawn by the server', error);
	}
}

/** Charts can be reached at once; those that come near are taken over after `wait` milliseconds. */
function watchCharts(wait: number): void {
	const figures = document.querySelectorAll<HTMLElement>('[data-chart]');
	const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
	const near = new IntersectionObserver(
		(entries) => {
			for (const entry of entries) {
				if (!entry.isIntersecting) continue;
				near.unobserve(entry.target);
				void takeOver(entry.target as HTMLElement);
			}
		},
		{ rootMargin: '200px' }
	);
	for (const figure of figures) {
		figure.tabIndex = 0;
		for (const event of ['pointerdown', 'pointerenter', 'focusin'] as const)
			figure.addEventListener(event, () => void takeOver(figure), { passive: true });
	}
	if (!saving) setTimeout(() => figures.forEach((figure) => near.observe(figure)), wait);
}

/** Arrow keys walk through a closed list: who walks presses the button when there. */
const WALKING: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

function watchFilters(): void {
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-submits]')) {
		let isWalking = false;
		form.addEventListener('keydown', ({ key }) => (isWalking = WALKING.has(key)));
		form.addEventListener('pointerdown', () => (isWalking = false));
		form.addEventListener('change', ({ target }) => {
			if (target instanceof HTMLSelectElement && !isWalking) form.requestSubmit();
		});
	}
}

function showPrint(): void {
	for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
		button.addEventListener('click', () => print());
		button.parentElement?.classList.add('works');
	}
}

function watchPage(wait: number): void {
	watchFilters();
	showPrint();
	if ('IntersectionObserver' in window) watchCharts(wait);
}

function start(): void {
	stayInPlace(() => watchPage(DRAWN));
	watchPage(0);
}

/** The page comes first: nothing more is fetched before it has been painted. */
function afterPaint(): void {
	if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return start();
	new PerformanceObserver((_, observer) => {
		if (performance.getEntriesByName('first-contentful-paint').length === 0) return;
		observer.disconnect();
		start();
	}).observe({ type: 'paint', buffered: true });
}

if (document.readyState === 'complete') afterPaint();
else addEventListener('load', afterPaint, { once: true });
