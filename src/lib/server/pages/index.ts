/** Pages that have an export, by the name in their download address. */
import type { CardSpec } from '../../charts/types.ts';
import type { BriefRow } from '../export/brief.ts';
import { areaExport } from './area.ts';
import type { PageCard } from './cards.ts';
import type { PageContext } from './context.ts';
import { beforeAfterPage } from './before-after.ts';
import { comparisonPage } from './compare.ts';
import { dataPage } from './data.ts';
import { mapPage } from './map.ts';
import { outreachPage } from './outreach.ts';
import { overviewPage } from './overview.ts';
import { publishedPage } from './published.ts';
import { dayAt } from '../../i18n/index.ts';
import { quizPage } from './quiz.ts';
import { trainingPage } from './training.ts';
import { violationsPage } from './violations.ts';

/** Today's date in Jakarta, where the readers of the whole country count days. */
export const today = (): string => dayAt(new Date().toISOString(), 'WIB');

interface Exportable {
	readonly cards: readonly PageCard[];
	readonly tileRows?: readonly BriefRow[];
}

const PAGES = {
	ringkasan: (c) => overviewPage(c, today()),
	bandingkan: comparisonPage,
	peta: mapPage,
	pelanggaran: violationsPage,
	pelatihan: trainingPage,
	soal: quizPage,
	sosialisasi: outreachPage,
	'sebelum-sesudah': beforeAfterPage,
	'angka-terbit': publishedPage,
	data: dataPage,
	wilayah: areaExport
} as const satisfies Record<string, (context: PageContext) => Promise<Exportable>>;

export type PageName = keyof typeof PAGES;
export const isPage = (name: string): name is PageName => Object.hasOwn(PAGES, name);

/** One card of a page with its filters; null when the page has none of that id. */
export async function cardOfPage(name: PageName, context: PageContext, card: string): Promise<CardSpec | null> {
	const page: Exportable = await PAGES[name](context);
	return page.cards.find((c) => c.card.id === card)?.card ?? null;
}

/** What a page shows with its filters, as rows; with `card`, only what that card shows. */
export async function rowsOfPage(name: PageName, context: PageContext, card: string | null): Promise<readonly BriefRow[]> {
	const page: Exportable = await PAGES[name](context);
	if (card) return page.cards.find((c) => c.card.id === card)?.rows ?? [];
	return [...(page.tileRows ?? []), ...page.cards.flatMap((c) => c.rows)];
}
