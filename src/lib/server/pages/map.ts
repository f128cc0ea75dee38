/** Peta: every area the same size, so that small and large weigh the same; colour, sign and word from one answer. */
import { parseMap, type MapChoice } from '../../filters/map.ts';
import { say } from '../../i18n/index.ts';
import { MAP as M } from '../../i18n/messages/map.ts';
import { UNITS } from '../../i18n/messages/status.ts';
import { classesOf, MAPPED, MAPPED_REAL } from '../../metrics/map.ts';
import type { Metric } from '../../metrics/index.ts';
import type { MapSpec, MapTile } from '../../ui/map.ts';
import type { Answer, Cell } from '../ask/types.ts';
import { areaTable, coverageNote, makeCard, testsNote, text, type PageCard } from './cards.ts';
import { areaName, askPage, cycleName, originOf, provinces, regenciesOf, type PageContext } from './context.ts';
import { publishedMap } from './map-published.ts';
import { countsText, partialReading, readingOf, stateText, type Colour, type Reading } from './map-reading.ts';
import { mapLead } from './map-sentence.ts';
import type { MapModel } from './map-model.ts';
import { legendOf, provinceLinks, provinceTiles, regencyGroups, statesOf } from './map-tiles.ts';
import { cellText, unitText, valueText } from './words.ts';

/** The metrics that the form offers; null stands for the published figures. */
export const choicesOf = (context: PageContext): readonly (Metric | null)[] => (context.filters.nature === 'real' ? [null, ...MAPPED_REAL] : MAPPED);

/** The province that is open: chosen itself, or the one of a chosen regency. */
export const openProvince = (context: PageContext): string | null => provinces().find((p) => p.code === context.filters.province)?.code ?? null;

export async function mapPage(context: PageContext): Promise<MapModel> {
	const choice = parseMap(context.own);
	const choices = choicesOf(context);
	const metric = choices.find((m) => m?.id === choice.metric) ?? choices[0] ?? null;
	if (metric === null) return publishedMap(context, choice, openProvince(context));
	const province = openProvince(context);
	const areas = province ? regenciesOf(province).map((r) => r.code) : provinces().map((p) => p.code);
	const around = province ? provinces().map((p) => p.code) : provinces().flatMap((p) => regenciesOf(p.code).map((r) => r.code));
	const own = province ? [...areas, province, 'ID'] : [...areas, 'ID'];
	const [answer, others] = await Promise.all([askPage(context, [metric.id], { regions: own }), askPage(context, [metric.id], { regions: around })]);
	return drawn({ context, choice, metric, colour: metric.interval === null || choice.colour === 'value' ? 'value' : 'verdict', province, areas, own, answer, others, cells: cellsOf(metric, answer, others) });
}

const cellsOf = (metric: Metric, ...answers: readonly Answer[]): ReadonlyMap<string, Cell> => new Map(answers.flatMap((a) => a.cells.filter((c) => c.metric.id === metric.id).map((c): [string, Cell] => [c.region, c])));

interface Asked {
	readonly context: PageContext;
	readonly choice: MapChoice;
	readonly metric: Metric;
	readonly colour: Colour;
	readonly province: string | null;
	/** Areas that are tiles; `own` has their benchmarks too. */
	readonly areas: readonly string[];
	readonly own: readonly string[];
	readonly answer: Answer;
	readonly others: Answer;
	readonly cells: ReadonlyMap<string, Cell>;
}

function drawn(asked: Asked): MapModel {
	const { context, choice, metric, colour, province, areas, cells } = asked;
	const { lang } = context;
	const classes = colour === 'value' ? classesOf(metric) : null;
	const inside = (code: string): readonly Cell[] => regenciesOf(code).flatMap((r) => cells.get(r.code) ?? []);
	const plain = (code: string): Reading => {
		const cell = cells.get(code);
		if (!cell) throw new Error(`no answer for ${code}`);
		return readingOf(cell, colour, lang);
	};
	const reading = (code: string): Reading => (code.includes('.') ? plain(code) : (partialReading(metric, plain(code), inside(code), lang) ?? plain(code)));
	const tiles = provinceTiles(context, choice, classes, (code) => ({ reading: reading(code), parts: province ? [] : inside(code).map((c) => readingOf(c, colour, lang).state) }));
	const groups = province ? regencyGroups(context, province, reading) : [{ title: null, tiles }];
	const shown = groups.flatMap((g) => g.tiles);
	const cycle = cycleName(context.cycle, lang);
	const name = metric.name[lang];
	const unit = say(UNITS[metric.unit], lang);
	const about = { cycle, name, area: province ? areaName(province, lang) : '' };
	return {
		heading: text(M.heading, context),
		lead: mapLead(lang, {
			metric,
			place: text(province ? M.place.province : M.place.nation, context, about),
			areas: province ? 'regencies' : 'provinces',
			cells: areas.flatMap((a) => cells.get(a) ?? []),
			inside: province ? [] : areas.flatMap(inside)
		}),
		tiles: [],
		tileRows: [],
		empty: null,
		choice,
		metric,
		colour,
		map: {
			title: text(province ? M.titleProvince : M.titleNation, context, about),
			subtitle: `${text(metric.interval === null ? M.subNoVerdict : colour === 'verdict' ? M.subVerdict : M.subValue, context, { unit })} ${text(province ? M.opened : M.equal, context)}`,
			label: text(province ? M.listProvince : M.listNation, context, about),
			form: province ? 'province' : 'nation',
			groups,
			benchmark: benchmarkOf(context, metric, cells.get('ID')),
			legend: legendOf(context, statesOf(shown), classes, legendNotes(context, metric, colour, shown)),
			contoh: context.filters.nature === 'contoh'
		},
		locator: province ? { title: text(M.locator, context), current: province, tiles } : null,
		cards: [tableCard(asked, classes, reading, inside)],
		more: province ? provinceLinks(context, choice, province) : []
	};
}

function legendNotes(context: PageContext, metric: Metric, colour: Colour, tiles: readonly MapTile[]): string[] {
	const levels = colour === 'value' ? M.zero : metric.polarity === 'none' ? M.levelsPlain : M.levels;
	return [text(levels, context), ...(tiles.some((t) => t.parts.length > 0) ? [text(M.bits, context)] : []), ...(tiles.some((t) => t.kind === 'city') ? [text(M.kinds, context)] : [])];
}

function benchmarkOf(context: PageContext, metric: Metric, cell: Cell | undefined): MapSpec['benchmark'] {
	if (cell?.result.status !== 'ok') return null;
	const { lang } = context;
	return {
		name: areaName('ID', lang),
		value: `${valueText(metric, cell.result.value, lang)}${metric.unit === 'percent' ? '' : ` ${unitText(metric, cell.result.value, lang)}`}`,
		detail: cellText(metric, cell.result, lang),
		href: originOf(context, { metric: metric.id, region: 'ID', cycle: context.cycle })
	};
}

/** The same as the tiles, in words; provinces with what is inside them. Its files hold what the map shows. */
function tableCard({ context, metric, province, own, answer, others, cells }: Asked, classes: ReturnType<typeof classesOf> | null, reading: (code: string) => Reading, inside: (code: string) => readonly Cell[]): PageCard {
	const { lang } = context;
	const table = areaTable(context, answer, own);
	const colour: Colour = classes ? 'value' : 'verdict';
	const extra = (code: string): string[] => {
		const classWord = classes && cells.has(code) ? [stateText(reading(code).state, classes, lang)] : [];
		if (province) return classWord;
		if (code === 'ID') return [...classWord, ''];
		return [...classWord, reading(code).inside ?? countsText(inside(code).map((c) => readingOf(c, colour, lang).state), classes, lang)];
	};
	const columns = [...(classes ? [{ label: text(M.classColumn, context), numeric: false }] : []), ...(province ? [] : [{ label: text(M.inside, context), numeric: false }])];
	// The small squares of a nation coloured by value say no verdict; tiles, table and locator always do.
	const compared = [...cells.values()].filter((c) => colour === 'verdict' || province || own.includes(c.region));
	const notes = [
		...coverageNote(context, answer),
		...testsNote(context, compared),
		...(context.filters.nature === 'real' ? [text(M.unknownReal, context)] : [])
	];
	return makeCard(
		context,
		{ id: 'tabel-peta', title: text(M.tableTitle, context, { name: metric.name[lang], cycle: cycleName(context.cycle, lang) }), subtitle: text(M.tableSub, context), notes },
		null,
		{ columns: [...table.columns, ...columns], rows: table.rows.map((row, i) => [...row, ...extra(own[i] ?? 'ID')]) },
		province ? [answer] : [answer, others]
	);
}
