/** The real map: counts that authorities published by province, per 10,000 PNS, without a verdict. What no table names is unknown. */
import type { TableCell, TableSpec } from '../../charts/types.ts';
import type { MapChoice } from '../../filters/map.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import { MAP as M } from '../../i18n/messages/map.ts';
import { OVERVIEW } from '../../i18n/messages/overview.ts';
import { PUBLISHED } from '../../i18n/messages/published.ts';
import { STATUS } from '../../i18n/messages/status.ts';
import { PUBLISHED_CLASSES } from '../../metrics/map.ts';
import { text, type PageCard } from './cards.ts';
import { areaHead, areaName, cycleName, linkTo, printedOriginOf, provinces, regenciesOf, type PageContext } from './context.ts';
import type { MapModel } from './map-model.ts';
import { stateOfValue, stateText, type Reading } from './map-reading.ts';
import { legendOf, provinceLinks, provinceTiles, regencyGroups, statesOf } from './map-tiles.ts';
import { asOfOf, printed, printedUnit } from './printed.ts';
import { publishedCardOf, publishedRows } from './published.ts';
import { publishedRates, type PublishedRate } from './published-rates.ts';
import type { Row } from '../warehouse/warehouse.ts';

const number = (context: PageContext, value: number): string => formatNumber(value, context.lang, 2);

export async function publishedMap(context: PageContext, choice: MapChoice, province: string | null): Promise<MapModel> {
	const { rates, divided } = publishedRates(await publishedRows(context));
	const byProvince = new Map(rates.map((r) => [String(r.row.region), r]));
	const told = (code: string): Reading => readingOf(context, byProvince.get(code), divided.find((r) => r.region === code));
	const tiles = provinceTiles(context, choice, PUBLISHED_CLASSES, (code) => ({ reading: told(code), parts: [] }));
	const groups = province ? regencyGroups(context, province, () => unknownRate(context)) : [{ title: null, tiles }];
	const [first] = rates;
	const area = province ? areaName(province, context.lang) : '';
	const cycle = first?.row.cycle ? cycleName(String(first.row.cycle), context.lang) : '';
	const sub = first ? text(M.publishedSub, context, { measure: printed('measure', first.row.measure, context.lang), body: printed('body', first.row.body, context.lang), date: asOfOf(context, first.row) }) : '';
	const name = text(M.publishedMetric, context);
	return {
		heading: text(M.heading, context),
		lead: [province ? text(M.publishedProvince, context, { area }) : '', leadOf(context, rates)].filter((s) => s !== '').join(' '),
		tiles: [],
		tileRows: [],
		empty: null,
		choice,
		metric: null,
		colour: 'value',
		map: {
			title: text(province ? M.titleProvince : M.titleNation, context, { area, name, cycle }),
			subtitle: `${sub} ${text(province ? M.opened : M.equal, context)}`,
			label: text(province ? M.listProvince : M.listNation, context, { area }),
			form: province ? 'province' : 'nation',
			groups,
			benchmark: null,
			legend: legendOf(context, statesOf(groups.flatMap((g) => g.tiles)), PUBLISHED_CLASSES, [text(M.zero, context), ...(province ? [text(M.kinds, context)] : [])]),
			contoh: false
		},
		locator: province ? { title: text(M.locator, context), current: province, tiles } : null,
		cards: [tableCard(context, province, byProvince, divided, name, cycle)],
		more: [...(province ? [...provinceLinks(context, choice, province), { label: text(M.publishedWay, context), href: linkTo('/bandingkan', context, { province, region: null }) }] : [])]
	};
}

function leadOf(context: PageContext, rates: readonly PublishedRate[]): string {
	const sorted = rates.toSorted((a, b) => a.value - b.value);
	const [least] = sorted;
	const most = sorted.at(-1);
	if (!least || !most) return text(M.publishedNone, context);
	const area = (rate: PublishedRate): string => areaName(String(rate.row.region), context.lang);
	return text(M.publishedLead, context, {
		body: printed('body', least.row.body, context.lang),
		date: asOfOf(context, least.row),
		n: rates.length,
		all: provinces().length,
		min: number(context, least.value),
		minArea: area(least),
		max: number(context, most.value),
		maxArea: area(most)
	});
}

function readingOf(context: PageContext, rate: PublishedRate | undefined, divided: Row | undefined): Reading {
	const { lang } = context;
	if (divided) return { state: 'not_estimable', value: '', icon: '', word: say(M.short.not_estimable, lang), text: text(M.publishedDivided, context, { count: formatNumber(Number(divided.value), lang), unit: printedUnit(divided.unit, Number(divided.value), lang) }) };
	if (!rate) return { state: 'not_published', value: '', icon: '', word: say(M.short.not_published, lang), text: say(STATUS.not_published, lang) };
	return {
		state: stateOfValue(PUBLISHED_CLASSES, rate.value),
		value: number(context, rate.value),
		icon: '',
		word: '',
		text: text(M.publishedTile, context, { count: formatNumber(Number(rate.row.value), lang), unit: printedUnit(rate.row.unit, Number(rate.row.value), lang), value: number(context, rate.value), lower: number(context, rate.lower), upper: number(context, rate.upper) })
	};
}

/** A regency has published counts at most: nothing to divide them by. */
const unknownRate = (context: PageContext): Reading => ({ state: 'not_published', value: '', icon: '', word: text(M.short.unknown_rate, context), text: text(M.publishedRegency, context) });

/** A published number with the way to where it comes from. */
const sourced = (context: PageContext, row: Row): TableCell => ({ text: formatNumber(Number(row.value), context.lang), status: 'ok', href: printedOriginOf(context, String(row.row_id)) });

function tableCard(context: PageContext, province: string | null, rates: ReadonlyMap<string, PublishedRate>, divided: readonly Row[], name: string, cycle: string): PageCard {
	const { lang } = context;
	const spec: TableSpec = {
		columns: [
			{ label: text(PUBLISHED.place, context), numeric: false },
			{ label: text(OVERVIEW.count, context), numeric: true },
			{ label: text(OVERVIEW.pns, context), numeric: true },
			{ label: text(OVERVIEW.rate, context), numeric: true },
			{ label: '95 %', numeric: true },
			{ label: text(M.classColumn, context), numeric: false }
		],
		rows: (province ? [...regenciesOf(province).map((r) => r.code), province] : provinces().map((p) => p.code)).map((code) => {
			if (code.includes('.')) return [areaHead(context, code), { text: text(M.publishedRegency, context), status: 'not_published' as const }, '', '', '', stateText('not_published', null, lang)];
			const rate = rates.get(code);
			const alone = divided.find((r) => r.region === code);
			if (alone) return [areaHead(context, code), sourced(context, alone), '', '', '', stateText('not_estimable', null, lang)];
			if (!rate) return [areaHead(context, code), { text: say(STATUS.not_published, lang), status: 'not_published' as const }, '', '', '', stateText('not_published', null, lang)];
			const value = number(context, rate.value);
			return [
				areaHead(context, code),
				sourced(context, rate.row),
				sourced(context, rate.base),
				{ text: value, status: 'ok' as const, href: linkTo('/angka-terbit', context, { province: code, region: null }) },
				`${number(context, rate.lower)}–${number(context, rate.upper)}`,
				stateText(stateOfValue(PUBLISHED_CLASSES, rate.value), PUBLISHED_CLASSES, lang)
			];
		})
	};
	const notes = [text(OVERVIEW.rankNote, context), text(M.unknownReal, context), ...new Set([...rates.values()].flatMap(({ row }) => (row.note === null ? [] : [printed('note', row.note, lang)])))];
	const shown = (row: Row): boolean => province === null || row.region === province;
	const card = publishedCardOf(context, { id: 'tabel-peta', title: text(M.tableTitle, context, { name, cycle }), subtitle: text(M.tablePublishedSub, context), notes }, null, spec, [...[...rates.values()].flatMap(({ row, base }) => [row, base]), ...divided].filter(shown));
	return { ...card, card: { ...card.card, definitions: [{ label: text(PUBLISHED.heading, context), href: linkTo('/angka-terbit', context) }, ...card.card.definitions] } };
}
