/** A topic page as its component takes it. */
import { say, type Text } from '../../i18n/index.ts';
import { CONTENTS } from '../../i18n/messages/contents.ts';
import { LINKS, PAGE } from '../../i18n/messages/pages.ts';
import { linkTo, type PageContext } from './context.ts';
import type { PageName } from './index.ts';
import type { PageModel } from './model.ts';
import { pickOf } from './press.ts';
import { filterChoices, type FilterParts } from './shell.ts';
import { downloads, viewCards } from './view.ts';

/** From how many cards on a page lists them. */
const MANY = 6;

export function topicView(context: PageContext, page: PageName, model: PageModel) {
	const path = `/${page}`;
	return {
		topic: {
			heading: model.heading,
			lead: model.lead,
			empty: model.empty,
			filter: filterChoices(context, path, partsOf(context, page)),
			contents: contentsOf(context, model),
			cards: viewCards(context, page, model.cards),
			downloads: model.cards.some((c) => c.rows.length > 0) ? downloads(context, page, null) : [],
			more: [...(context.filters.nature === 'real' && page !== 'angka-terbit' ? [{ label: say(PAGE.tryContoh, context.lang), href: linkTo(path, context, { nature: 'contoh' }) }] : []), ...waysOf(context, page)]
		}
	};
}

/** Ways to the cards of a page that has many. */
function contentsOf(context: PageContext, { cards }: PageModel): readonly { label: string; href: string }[] {
	if (cards.length < MANY) return [];
	const names: Readonly<Record<string, Text>> = CONTENTS.cards;
	return cards.map(({ card }) => ({ label: names[card.id]?.[context.lang] ?? card.title, href: `#${card.id}` }));
}

/** Which choices a page's filter offers. */
function partsOf(context: PageContext, page: PageName): FilterParts {
	if (page === 'angka-terbit' || (page === 'pelanggaran' && context.filters.nature === 'real')) return { cycle: 'any', months: false };
	if (page === 'pelanggaran') return { pick: pickOf(context) };
	return page === 'soal' || page === 'sebelum-sesudah' ? { months: false } : {};
}

/** Where a page leads to that has no place in the navigation. */
function waysOf(context: PageContext, page: PageName): readonly { label: string; href: string }[] {
	if (page === 'pelatihan')
		return [
			{ label: say(LINKS.quiz, context.lang), href: linkTo('/soal', context) },
			...(context.scope.role === 'regency' ? [{ label: say(LINKS.unfinished, context.lang), href: linkTo('/periksa', context) }] : [])
		];
	if (page === 'sosialisasi') return [{ label: say(LINKS.beforeAfter, context.lang), href: linkTo('/sebelum-sesudah', context) }];
	if (page === 'bandingkan') return [{ label: say(LINKS.areas, context.lang), href: linkTo('/wilayah', context, { region: null, province: null }) }];
	return [];
}
