/**
 * Another choice on the same page (a filter, a month or a row that was pressed, a step back) is shown in the place of the
 * one before: what was chosen keeps the focus, the page keeps its position, and nothing goes white. The server makes the
 * page as always; whatever is not simply another answer of the same page is left to the browser.
 */

/** Sent to a live chart that leaves the page. */
export const LEAVING = 'pantau:leaving';

/** Milliseconds that a page which came is left to be drawn where it is seen, before the rest of it is laid out and its charts come alive. */
export const DRAWN = 150;

/** The forms that narrow their own page. */
const CHOICES = 'form[data-submits]';

interface Place {
	/** Called with every page that came. */
	readonly arrived: () => void;
	/** Path and query that the document shows. */
	shown: string;
	/** The request under way. */
	asked: AbortController | null;
}
let place: Place | null = null;

/** Leads to `href`, in place where it is another choice of this page. */
export function go(href: string): void {
	const to = new URL(href, location.href);
	if (place && isChoice(to)) void show(place, to, true);
	else location.assign(to);
}

/** Takes over the choices of a page and the links of its cards that lead to the same page; `arrived` is called after each change. */
export function stayInPlace(arrived: () => void): void {
	const own: Place = (place = { arrived, shown: pathOf(location), asked: null });
	spoken();
	addEventListener('submit', (event) => {
		const to = event.target instanceof HTMLFormElement && event.target.matches(CHOICES) ? addressOf(event.target, event.submitter) : null;
		if (event.defaultPrevented || !to || !isChoice(to)) return;
		event.preventDefault();
		void show(own, to, true);
	});
	addEventListener('click', (event) => {
		const to = followed(event);
		if (!to || !isChoice(to)) return;
		event.preventDefault();
		void show(own, to, true);
	});
	// Who leaves no longer waits for what was asked.
	addEventListener('beforeunload', () => own.asked?.abort());
	addEventListener('popstate', () => {
		if (pathOf(location) !== own.shown) void show(own, new URL(location.href), false);
	});
}

const pathOf = ({ pathname, search }: URL | Location): string => pathname + search;

const isChoice = (to: URL): boolean => to.origin === location.origin && to.pathname === location.pathname && to.search !== location.search && to.hash === '';

/** Where a form of choices leads, without the choices that are none; null for forms that send something. */
function addressOf(form: HTMLFormElement, submitter: HTMLElement | null): URL | null {
	if (form.method !== 'get' || form.target || submitter?.hasAttribute('formaction')) return null;
	const to = new URL(form.action);
	const chosen = [...new FormData(form, submitter)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
	to.search = new URLSearchParams(chosen).toString();
	return to;
}

/** The address of a link of a card or of the choices that was simply pressed, in HTML or in a drawing. */
function followed(event: MouseEvent): URL | null {
	if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
	const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
	if (!link?.closest(`.card, ${CHOICES}`) || link.hasAttribute('download') || link.hasAttribute('target')) return null;
	return new URL(link.getAttribute('href') ?? '', location.href);
}

/** Fetches and shows; when it is not another answer of this page, or none comes, the browser goes there and shows what there is. */
async function show(own: Place, to: URL, isNew: boolean): Promise<void> {
	own.asked?.abort();
	const asked = (own.asked = new AbortController());
	const main = document.querySelector('main');
	main?.setAttribute('aria-busy', 'true');
	try {
		const answer = await fetch(to, { signal: asked.signal, headers: { accept: 'text/html' } });
		const next = answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
		// A step that was taken back meanwhile is no longer wanted.
		if (asked.signal.aborted || (!isNew && pathOf(location) !== pathOf(to))) return;
		if (!next || !isSamePage(next)) return leave(to, isNew);
		if (isNew) history.pushState(null, '', to);
		own.shown = pathOf(to);
		// After a step in the history the browser has put the page where it was.
		swap(next, own.arrived, isNew ? document.activeElement : null);
	} catch {
		if (!asked.signal.aborted) leave(to, isNew);
	} finally {
		if (own.asked === asked) main?.removeAttribute('aria-busy');
	}
}

/** The browser goes there by itself; after a step in the history the address is there already. */
const leave = (to: URL, isNew: boolean): void => (isNew ? location.assign(to) : location.reload());

const stylesOf = (page: Document): string => [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map((link) => link.getAttribute('href')).join(' ');
/** One more build of the site, or another language, is another page. */
const isSamePage = (next: Document): boolean => next.querySelector('main') !== null && next.documentElement.lang === document.documentElement.lang && stylesOf(next) === stylesOf(document);

/** `arrived` makes the page work; what had the focus is looked for after it, since a chart takes it only then. `inHand` stays where it is. */
function swap(next: Document, arrived: () => void, inHand: Element | null): void {
	for (const chart of document.querySelectorAll('[data-live]')) chart.dispatchEvent(new Event(LEAVING));
	const focused = pathTo(document.activeElement);
	const hold = position(inHand);
	keepOpen(next);
	const later = putOff(next);
	const voice = spoken();
	for (const child of [...document.body.childNodes]) if (child !== voice) child.remove();
	voice.before(...next.body.childNodes);
	document.title = next.title;
	voice.textContent = next.title;
	arrived();
	if (focused) for (const name of [focused, 'main']) if (document.activeElement === document.body) document.querySelector<HTMLElement>(name)?.focus({ preventScroll: true });
	hold();
	const layOut = (): void => later.forEach((card) => card.removeAttribute('style'));
	setTimeout(layOut, DRAWN);
	// A link may lead to one of them: its place must be known before.
	addEventListener('click', layOut, { capture: true, signal: AbortSignal.timeout(DRAWN) });
}

/** Keeps what is under the reader's eyes: gives what scrolls back, so that the card in hand, or else the page, is where it was. */
function position(inHand: Element | null): () => void {
	const { scrollX: left, scrollY } = window;
	const card = inHand?.closest('.card[id]');
	const { top: at, bottom } = card?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
	const isSeen = at < innerHeight && bottom > 0;
	return () => {
		const same = card && isSeen && document.getElementById(card.id);
		scrollTo({ left, top: same ? same.getBoundingClientRect().top + window.scrollY - at : scrollY, behavior: 'instant' });
	};
}

/** The cards below what is seen, which take the room that they had until they are laid out. */
function putOff(next: Document): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>('.card[id]')].flatMap((card) => {
		const same = next.getElementById(card.id);
		if (!same || card.getBoundingClientRect().top < innerHeight) return [];
		same.style.contentVisibility = 'auto';
		same.style.containIntrinsicHeight = `auto ${card.offsetHeight}px`;
		return [same];
	});
}

/** What a reader opened stays open, and a card that showed its table shows it. */
function keepOpen(next: Document): void {
	for (const open of document.querySelectorAll('details[id][open]')) next.getElementById(open.id)?.setAttribute('open', '');
	for (const chosen of document.querySelectorAll<HTMLInputElement>('input[type=radio][id]:checked')) {
		const same = next.getElementById(chosen.id);
		// The first view is what a card shows by itself: nobody chose it.
		if (!(same instanceof HTMLInputElement) || document.getElementsByName(chosen.name)[0] === chosen) continue;
		for (const other of next.getElementsByName(same.name)) other.removeAttribute('checked');
		same.setAttribute('checked', '');
	}
}

/** A selector of what has the focus that finds it on the next page too; null without a focus, `main` where it has no name. */
function pathTo(element: Element | null): string | null {
	if (!element || element === document.body) return null;
	if (element.id) return `#${CSS.escape(element.id)}`;
	const name = element.getAttribute('name');
	if (name) return `main [name="${CSS.escape(name)}"]:not([type=hidden])${element.matches('[type=checkbox]') ? `[value="${CSS.escape(element.getAttribute('value') ?? '')}"]` : ''}`;
	const chart = element.closest<HTMLElement>('[data-chart]')?.dataset['chart'];
	if (chart) return `[data-chart="${CSS.escape(chart)}"]`;
	return element.matches('button[type=submit]') ? `main ${CHOICES} button[type=submit]` : 'main';
}

/** The live region that says which page came; it must stand in the page before it speaks. */
function spoken(): HTMLElement {
	const there = document.getElementById('datang');
	if (there) return there;
	const voice = document.createElement('p');
	voice.id = 'datang';
	voice.className = 'sr-only';
	voice.setAttribute('role', 'status');
	document.body.append(voice);
	return voice;
}
