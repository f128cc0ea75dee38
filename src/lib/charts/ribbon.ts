/**
 * The stage ribbon (pita tahapan): under every time axis the stages of the cycle, the window in which personnel moves
 * are forbidden, and the days to voting day. Same order, same colours, everywhere.
 */
import { formatNumber, say, type Lang, type Text } from '../i18n/index.ts';
import { stageText } from '../i18n/messages/ui.ts';
import { fitText, textWidth } from './text.ts';
import { colour, type ColourName } from './palette.ts';
import { hatch, rect, segment, type Shape } from './shapes.ts';

/** A stage placed on an axis; pixels. */
export interface RibbonBand {
	readonly code: string;
	readonly label: string;
	readonly x0: number;
	readonly x1: number;
}

type Kind = 'entry' | 'fixed' | 'campaign' | 'quiet' | 'vote' | 'office' | 'ban' | 'minor';
/** `rank`: who keeps its label when two do not fit, 0 first. */
interface StageKind {
	readonly kind: Kind;
	readonly match: RegExp;
	readonly fill: ColourName;
	readonly short: Text | null;
	readonly tiny?: Text;
	readonly rank: number;
}
const KINDS: readonly StageKind[] = [
	{ kind: 'ban', match: /^LARANGAN_MUTASI/, fill: 'paper', short: stageText.ban, rank: 9 },
	{ kind: 'vote', match: /^PEMUNGUTAN/, fill: 'stage-vote', short: stageText.vote, rank: 0 },
	{
		kind: 'campaign',
		match: /^KAMPANYE/,
		fill: 'stage-campaign',
		short: stageText.campaign,
		tiny: stageText.campaignTiny,
		rank: 1
	},
	{ kind: 'entry', match: /^(PENDAFTARAN|PENCALONAN)/, fill: 'stage-entry', short: stageText.entry, rank: 2 },
	{ kind: 'fixed', match: /^PENETAPAN(?!_HASIL)/, fill: 'stage-fixed', short: stageText.fixed, rank: 3 },
	{ kind: 'office', match: /^PELANTIKAN/, fill: 'stage-fixed', short: stageText.office, rank: 4 },
	{ kind: 'quiet', match: /^MASA_TENANG/, fill: 'stage-quiet', short: stageText.quiet, rank: 5 }
];
const MINOR: StageKind = { kind: 'minor', match: /./, fill: 'stage-minor', short: null, rank: 8 };

export const stageKind = (code: string): StageKind => KINDS.find((entry) => entry.match.test(code)) ?? MINOR;

const BAND = 15;
const LABEL = 15;
const BAN = 14;
const SIZE = 11;

export interface Ribbon {
	readonly shapes: Shape[];
	readonly height: number;
}
/** Where to draw, and the votes that days are counted to (pixels and pixels per day). */
export interface RibbonFrame {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly lang: Lang;
	readonly vote: { readonly x: number; readonly pxPerDay: number } | null;
}

/** Height the ribbon takes for these bands, without drawing it. */
export function ribbonHeight(bands: readonly { readonly code: string }[], vote: boolean): number {
	if (bands.length === 0) return vote ? LABEL : 0;
	const ban = bands.some((band) => stageKind(band.code).kind === 'ban');
	return BAND + LABEL + (ban ? BAN + 4 : 0) + (vote ? LABEL : 0);
}

/** Draws the ribbon; labels that do not fit their band move below it, or give way to a more important one. */
export function ribbon(bands: readonly RibbonBand[], frame: RibbonFrame): Ribbon {
	const shapes: Shape[] = [];
	let y = frame.top;
	if (bands.length > 0) {
		const inside = bands.filter((band) => band.x1 >= frame.left && band.x0 <= frame.right);
		const clip = (band: RibbonBand): RibbonBand => ({
			...band,
			x0: Math.max(frame.left, band.x0),
			x1: Math.min(frame.right, band.x1)
		});
		const stages = inside.filter((band) => stageKind(band.code).kind !== 'ban').map(clip);
		const bans = inside.filter((band) => stageKind(band.code).kind === 'ban').map(clip);
		shapes.push({ type: 'path', d: rect(frame.left, y, frame.right - frame.left, BAND), fill: colour('wash') });
		shapes.push(...stageRow(stages, y, frame));
		y += BAND + LABEL;
		if (bands.some((band) => stageKind(band.code).kind === 'ban')) {
			shapes.push(...banRow(bans, y, frame));
			y += BAN + 4;
		}
	}
	if (frame.vote) {
		shapes.push(...dayLabels(frame, y + LABEL / 2));
		y += LABEL;
	}
	return { shapes, height: y - frame.top };
}

function stageRow(stages: readonly RibbonBand[], y: number, frame: RibbonFrame): Shape[] {
	const shapes: Shape[] = [];
	const byRank = [...stages].sort((a, b) => stageKind(b.code).rank - stageKind(a.code).rank || a.x0 - b.x0);
	for (const band of byRank) {
		const width = Math.max(3, band.x1 - band.x0);
		const x = Math.min(band.x0, frame.right - width);
		shapes.push({
			type: 'path',
			d: rect(x, y, width, BAND),
			fill: colour(stageKind(band.code).fill),
			stroke: colour('edge'),
			width: 0.75
		});
	}
	const taken: [number, number][] = [];
	for (const band of byRank.reverse()) shapes.push(...stageLabel(band, stages, y, frame, taken));
	return shapes;
}

const ROOMY: ReadonlySet<Kind> = new Set(['campaign', 'entry', 'minor']);

/** The name inside its band, else below it where no label of a higher rank stands (`taken`, which it joins). */
function stageLabel(
	band: RibbonBand,
	all: readonly RibbonBand[],
	y: number,
	frame: RibbonFrame,
	taken: [number, number][]
): Shape[] {
	const kind = stageKind(band.code);
	const names = [
		kind.short ? say(kind.short, frame.lang) : band.label,
		...(kind.tiny ? [say(kind.tiny, frame.lang)] : [])
	];
	const centre = (band.x0 + band.x1) / 2;
	const inside = ROOMY.has(kind.kind)
		? names.find((name) => textWidth(name, SIZE) + 1 <= band.x1 - band.x0)
		: undefined;
	if (inside !== undefined) {
		const half = textWidth(inside, SIZE) / 2;
		const covered =
			kind.kind === 'minor' &&
			all.some((other) => other !== band && other.x0 < centre + half && other.x1 > centre - half);
		return covered
			? []
			: [
					{
						type: 'text',
						x: centre,
						y: y + BAND / 2 + 0.5,
						text: inside,
						size: SIZE,
						fill: colour('ink'),
						align: 'center'
					}
				];
	}
	const name = names[0];
	if (kind.kind === 'minor' || name === undefined) return [];
	const width = textWidth(name, SIZE);
	const from = Math.min(Math.max(frame.left, centre - width / 2), frame.right - width);
	if (taken.some(([a, b]) => from < b + 5 && from + width > a - 5)) return [];
	taken.push([from, from + width]);
	const strong = kind.kind === 'vote';
	const at = { x: from + width / 2, y: y + BAND + LABEL / 2, align: 'center' } as const;
	return [
		{
			type: 'text',
			...at,
			text: name,
			size: SIZE,
			weight: strong ? 700 : 400,
			fill: colour(strong ? 'accent' : 'ink-2')
		}
	];
}

function banRow(bans: readonly RibbonBand[], y: number, frame: RibbonFrame): Shape[] {
	return bans.flatMap((band): Shape[] => {
		const width = Math.max(3, band.x1 - band.x0);
		const full = say(stageText.ban, frame.lang);
		const text =
			textWidth(full, SIZE) + 10 <= width ? full : fitText(say(stageText.banShort, frame.lang), width - 10, SIZE);
		const label = textWidth(text, SIZE) + 10;
		return [
			{ type: 'path', d: hatch(band.x0, y, width, BAN, 7), stroke: colour('rule') },
			{ type: 'path', d: rect(band.x0, y, width, BAN), stroke: colour('edge'), width: 1 },
			...(label <= width && text.length > 2
				? ([
						{ type: 'path', d: rect(band.x0 + (width - label) / 2, y + 0.5, label, BAN - 1), fill: colour('paper') },
						{ type: 'text', x: band.x0 + width / 2, y: y + BAN / 2 + 0.5, text, size: SIZE, align: 'center' }
					] satisfies Shape[])
				: [])
		];
	});
}

/** Days to voting day: H−180, H−90, H, H+90, as many as fit. */
function dayLabels(frame: RibbonFrame, y: number): Shape[] {
	const vote = frame.vote;
	if (!vote) return [];
	const shapes: Shape[] = [];
	const step = [30, 60, 90, 180, 360, 720].find((days) => days * vote.pxPerDay >= 52) ?? 720;
	const first = Math.ceil((frame.left - vote.x) / vote.pxPerDay / step) * step;
	for (let day = first; vote.x + day * vote.pxPerDay <= frame.right + 0.5; day += step) {
		const x = vote.x + day * vote.pxPerDay;
		const text = dayLabel(day, frame.lang);
		const half = textWidth(text, SIZE) / 2;
		// Voting day is always named, also at the end of the axis.
		const at = day === 0 ? Math.min(x, frame.right + 12 - half) : x;
		if (at - half < Math.max(0, frame.left - 14) || at + half > frame.right + 12) continue;
		shapes.push({ type: 'path', d: segment(x, y - LABEL / 2, x, y - LABEL / 2 + 3), stroke: colour('edge') });
		shapes.push({
			type: 'text',
			x: at,
			y: y + 1,
			text,
			size: SIZE,
			align: 'center',
			weight: day === 0 ? 700 : 400,
			fill: colour(day === 0 ? 'accent' : 'ink-3')
		});
	}
	return shapes;
}

/** -90 → "H−90", 0 → "Hari H", 30 → "H+30" (English: "D−90", "Voting day"). */
export function dayLabel(day: number, lang: Lang): string {
	if (day === 0) return say(stageText.dayZero, lang);
	return `${say(stageText.dayLetter, lang)}${day < 0 ? '−' : '+'}${formatNumber(Math.abs(day), lang)}`;
}
