/** A topic page as its component takes it. */
import { say } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { linkTo, type PageContext } from './context.ts';
import type { PageName } from './index.ts';
import type { PageModel } from './model.ts';
import { filterChoices } from './shell.ts';
import { downloads, viewCards } from './view.ts';

export function topicView(context: PageContext, page: PageName, model: PageModel) {
	const path = `/${page}`;
	return {
		topic: {
			heading: model.heading,
			lead: model.lead,
			empty: model.empty,
			filter: filterChoices(context, path, page === 'angka-terbit' || (page === 'pelanggaran' && context.filters.nature === 'real') ? { cycle: 'any', months: false } : {}),
			cards: viewCards(context, page, model.cards),
			downloads: model.cards.some((c) => c.rows.length > 0) ? downloads(context, page, null) : [],
			more: context.filters.nature === 'real' && page !== 'angka-terbit' ? { label: say(PAGE.tryContoh, context.lang), href: linkTo(path, context, { nature: 'contoh' }) } : null
		}
	};
}
