/** Looking at a page as WCAG asks: what axe finds, what sticks out, which focus cannot be seen, which target is too small. */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds, one line per rule; `colours` looks only at what a theme can change. Without `repeats` it passes over what is
 * made like its first, and over the inside of drawings, each one picture with a name: where every page is looked at, many times.
 */
export async function faultsOf(page: Page, what: 'all' | 'colours' = 'all', { repeats = true } = {}): Promise<string[]> {
	const exclude = repeats ? [] : ['tbody tr:nth-child(n + 13)', '[data-chart] svg > *'];
	// Here each card is one more published table; the cards of other pages differ.
	if (!repeats && new URL(page.url()).pathname === '/angka-terbit') exclude.push('.cards > :nth-child(n + 15)');
	const options: RunOptions = what === 'all' ? { runOnly: TAGS } : { runOnly: { type: 'rule', values: COLOUR_RULES }, preload: false };
	const found = await runAxe(page, exclude, options);
	return what === 'all' ? [...found, ...(await namedTwice(page))] : found;
}

/** One line per rule that is broken. Axe is put into a page once (no page has frames), and asked for faults alone: naming all that is well takes longer than finding it. */
async function runAxe(page: Page, exclude: readonly string[], options: RunOptions): Promise<string[]> {
	if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
	return page.evaluate(`axe.run(${JSON.stringify({ include: [['html']], exclude: exclude.map((selector) => [selector]) })}, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')))`);
}

/** Regions and pictures with the name of another: by ear they are one. Looks at all of them, also where axe looks at the first. */
const namedTwice = async (page: Page): Promise<string[]> =>
	page.evaluate(`(() => {
		const names = [...document.querySelectorAll('[role=region], nav, article[aria-labelledby]')].map((e) => e.tagName + ' ' + (e.getAttribute('aria-label') || document.getElementById(e.getAttribute('aria-labelledby'))?.textContent));
		return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) => 'named twice: ' + name);
	})()`);

/** How many pixels the page scrolls sideways, and texts cut off by a box that neither scrolls nor shows what overflows. */
export const stickingOut = async (page: Page): Promise<string[]> =>
	page.evaluate(`(() => {
		const found = [];
		const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		if (wider > 0) found.push('sideways ' + wider);
		for (const e of document.querySelectorAll('body *')) {
			const style = getComputedStyle(e);
			if (style.clipPath !== 'none' || e.clientWidth === 0 || e.closest('svg, .tip, select')) continue;
			const hidden = (v) => v === 'hidden' || v === 'clip';
			if ((hidden(style.overflowX) && e.scrollWidth > e.clientWidth + 1) || (hidden(style.overflowY) && e.scrollHeight > e.clientHeight + 1)) found.push('cut ' + e.tagName + '.' + e.className);
			if (e.children.length === 0 && e.textContent.trim() && !e.closest('.table-scroll')) {
				const box = e.getBoundingClientRect();
				if (box.width > 0 && box.right > innerWidth + 1 && style.position !== 'absolute') found.push('out ' + e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30));
			}
		}
		return found;
	})()`);

/** Links and controls under 24 × 24 px that WCAG 2.5.8 does not excuse (in a sentence, with room of 24 px around, or a mark of a chart, whose place is what it says). */
export const smallTargets = async (page: Page): Promise<string[]> =>
	page.evaluate(`(() => {
		const all = [...document.querySelectorAll('a[href], button, select, summary, label:has(input), .views > label, input:not([type=hidden])')]
			.filter((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !e.closest('.skip, [data-chart]'))
			.map((e) => ({ e, b: e.getBoundingClientRect() })).filter(({ b }) => b.width > 1);
		const inSentence = (e) => /^(A|BUTTON)$/.test(e.tagName) && getComputedStyle(e).display.startsWith('inline') && (e.closest('p, li, dd, td, th, summary, caption')?.textContent.trim().length ?? 0) > e.textContent.trim().length + 8;
		const near = (a, c) => { const dx = (a.left + a.right - c.left - c.right) / 2, dy = (a.top + a.bottom - c.top - c.bottom) / 2; return Math.hypot(dx, dy) < 24; };
		return all.filter(({ e, b }) => (b.width < 24 || b.height < 24) && !inSentence(e) && all.some((o) => o.e !== e && !o.e.contains(e) && !e.contains(o.e) && near(b, o.b)))
			.map(({ e, b }) => e.tagName + ' ' + Math.round(b.width) + 'x' + Math.round(b.height) + ' ' + (e.textContent || e.getAttribute('aria-label') || e.name).trim().slice(0, 40));
	})()`);

export interface Stop {
	readonly name: string;
	/** An outline, or a label or mark that stands for it, is drawn. */
	readonly seen: boolean;
	/** Nothing of what is in the window can be seen. */
	readonly covered: boolean;
	/** The first stop again: the page has been left and entered. */
	readonly again: boolean;
	/** It stands before the stop before it. */
	readonly back: boolean;
}

const STOP = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body) return null;
	const marked = e.matches('.views > input') ? e.nextElementSibling : e;
	const style = getComputedStyle(marked);
	const b = marked.getBoundingClientRect();
	const [left, right, top, bottom] = [Math.max(0, b.left), Math.min(innerWidth, b.right), Math.max(0, b.top), Math.min(innerHeight, b.bottom)];
	const inside = right - left < 1 || bottom - top < 1 ? [] : [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
	const before = window.__before;
	window.__first ??= e;
	window.__before = e;
	const over = inside.map(([x, y]) => document.elementFromPoint(x, y)).filter((lies) => lies && lies !== marked && !marked.contains(lies) && !lies.contains(marked));
	return {
		name: e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') || e.textContent || e.name || '').trim().slice(0, 40),
		seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && b.width > 0,
		covered: inside.length === 0 || over.length === inside.length,
		again: before !== undefined && e === window.__first,
		back: before !== undefined && before.isConnected && (before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
	};
})()`;

/** More stops than any page has. */
const STOPS = 800;

/** Every stop of the Tab key from the top of the page until it leaves it; `left` is false where `limit` stops did not lead out. */
export async function tabThrough(page: Page, limit = STOPS): Promise<{ readonly stops: readonly Stop[]; readonly left: boolean }> {
	const stops: Stop[] = [];
	for (let i = 0; i < limit; i += 1) {
		await page.keyboard.press('Tab');
		const stop: Stop | null = await page.evaluate(STOP);
		if (!stop || stop.again) return { stops, left: true };
		stops.push(stop);
	}
	return { stops, left: false };
}

/** The spacing of WCAG 1.4.12, as a reader's own style. */
export const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;

/** Sets the spacing by a sheet that no content policy sees. */
export const spaceOut = async (page: Page): Promise<void> => {
	await page.evaluate(`(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(SPACING)}); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; })()`);
};
