/** Pages that have an export, by the name in their download address. */
import type { BriefRow } from '../export/brief.ts';
import { areaExport } from './area.ts';
import type { PageCard } from './cards.ts';
import type { PageContext } from './context.ts';
import { beforeAfterPage } from './before-after.ts';
import { comparisonPage } from './compare.ts';
import { dataPage } from './data.ts';
import { outreachPage } from './outreach.ts';
import { overviewPage } from './overview.ts';
import { publishedPage } from './published.ts';
import { quizPage } from './quiz.ts';
import { trainingPage } from './training.ts';
import { violationsPage } from './violations.ts';

export const today = (): string => new Date().toISOString().slice(0, 10);

interface Exportable {
	readonly cards: readonly PageCard[];
	readonly tileRows?: readonly BriefRow[];
}

const PAGES = {
	ringkasan: (c) => overviewPage(c, today()),
	bandingkan: comparisonPage,
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

/** What a page shows with its filters, as rows; with `card`, only what that card shows. */
export async function rowsOfPage(name: PageName, context: PageContext, card: string | null): Promise<readonly BriefRow[]> {
	const page: Exportable = await PAGES[name](context);
	if (card) return page.cards.find((c) => c.card.id === card)?.rows ?? [];
	return [...(page.tileRows ?? []), ...page.cards.flatMap((c) => c.rows)];
}
