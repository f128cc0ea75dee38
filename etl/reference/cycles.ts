/** Which cycle and stage a date belongs to. Dates are ISO, ends inclusive. */
import { cycles, participation, stages, type Cycle } from './index.ts';
import { regionByCode } from './regions.ts';
import { once } from './table.ts';

/** Days after a voting day that still count to its cycle. */
const GRACE_DAYS = 30;

export type StageCode = 'PRA' | 'PENDAFTARAN' | 'PENETAPAN' | 'KAMPANYE' | 'MASA_TENANG' | 'PEMUNGUTAN' | 'PASCA';

/** Names of the stages; the same in every cycle. */
export const STAGE_NAMES: Readonly<Record<StageCode, { readonly id: string; readonly en: string }>> = {
	PRA: { id: 'Sebelum pendaftaran', en: 'Before registration' },
	PENDAFTARAN: { id: 'Pendaftaran', en: 'Registration' },
	PENETAPAN: { id: 'Penetapan calon', en: 'Determination of candidates' },
	KAMPANYE: { id: 'Kampanye', en: 'Campaign' },
	MASA_TENANG: { id: 'Masa tenang', en: 'Quiet period' },
	PEMUNGUTAN: { id: 'Pemungutan suara', en: 'Voting day' },
	PASCA: { id: 'Sesudah pemungutan suara', en: 'After voting day' }
};

export interface StageBand {
	readonly code: StageCode;
	readonly name: { readonly id: string; readonly en: string };
	readonly start: string;
	readonly end: string;
}

export interface MovesBan {
	/** `LARANGAN_MUTASI`, or `LARANGAN_MUTASI_REV` where a revised schedule set a second start. */
	readonly code: string;
	readonly name: string;
	readonly start: string;
	readonly end: string;
}

function addDays(date: string, days: number): string {
	const day = new Date(`${date}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() + days);
	return day.toISOString().slice(0, 10);
}

/** Cycle code → regencies listed in it; and all regencies that the list speaks about. */
const listed = once(() => {
	const byCycle = new Map<string, Set<string>>();
	const regencies = new Set<string>();
	for (const row of participation()) {
		byCycle.set(row.cycle, (byCycle.get(row.cycle) ?? new Set()).add(row.regency_code));
		regencies.add(row.regency_code);
	}
	return { byCycle, regencies };
});

const voted = once(() =>
	cycles()
		.flatMap((cycle) => (cycle.voting_date ? [{ cycle, day: cycle.voting_date, last: addDays(cycle.voting_date, GRACE_DAYS) }] : []))
		.sort((a, b) => a.day.localeCompare(b.day))
);

/**
 * National elections and the simultaneous Pilkada of 2024 are for every regency. The known exceptions of 2024 (no governor
 * elected in DI Yogyakarta, no mayors in DKI Jakarta, votes repeated in 2025) are not modelled.
 */
const isForAll = (cycle: Cycle): boolean => cycle.kind === 'pemilu' || cycle.kind === 'pemilu_nasional' || cycle.code === 'PILKADA-2024';

/**
 * Whether an area has an election of any kind in a cycle.
 * `no` only for a regency that the participation list speaks about and that has no row for the cycle;
 * `unknown` where the list says nothing. The nation, provinces, provincial governments and central agencies: `yes`.
 */
export function takesPart(cycle: string, regency: string): 'yes' | 'no' | 'unknown' {
	const found = cycles().find((entry) => entry.code === cycle);
	if (!found) return 'unknown';
	const { byCycle, regencies } = listed();
	if (regencies.has(regency)) return byCycle.get(cycle)?.has(regency) ? 'yes' : 'no';
	const kind = regionByCode(regency)?.kind;
	if (kind === undefined) return 'unknown';
	if (kind !== 'regency' && kind !== 'city') return 'yes';
	return isForAll(found) ? 'yes' : 'unknown';
}

/** For the rule of cycles: listed regencies by the list, every other area by the elections that are for all. */
function countsFor(cycle: Cycle, area: string): boolean {
	const { byCycle, regencies } = listed();
	return regencies.has(area) ? (byCycle.get(cycle.code)?.has(area) ?? false) : isForAll(cycle);
}

/**
 * The cycle of a date: the next voting day, on or after the date, of an election in which the regency takes part;
 * up to 30 days after a voting day still counts to it. Null after the last known voting day plus 30 days, before the
 * first day of the oldest cycle in the list (earlier elections are not in it), and for what is not an ISO date.
 */
export function cycleOf(date: string, regency: string): string | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
	const first = voted().reduce((oldest, { cycle, day }) => ((cycle.start ?? day) < oldest ? (cycle.start ?? day) : oldest), '9999');
	if (date < first) return null;
	return voted().find(({ cycle, last }) => date <= last && countsFor(cycle, regency))?.cycle.code ?? null;
}

/** The latest earlier cycle of the same kind (Pemilu with Pemilu, Pilkada with Pilkada) in which the area takes part; null where there is none. */
export function comparableBefore(cycle: string, area: string): string | null {
	const index = voted().findIndex((entry) => entry.cycle.code === cycle);
	const kind = voted()[index]?.cycle.kind;
	return voted().slice(0, Math.max(0, index)).findLast((entry) => entry.cycle.kind === kind && takesPart(entry.cycle.code, area) !== 'no')?.cycle.code ?? null;
}

export interface CycleWindow {
	/** First and last day whose cases belong to the cycle. */
	readonly start: string;
	readonly end: string;
	readonly years: number;
}

/**
 * The days whose cases belong to a cycle in an area by the rule of cycles: from 31 days after the last voting day before it
 * (the start of the cycle where none is known) to 30 days after its own, cut where the data end. Provinces and the nation
 * take part in every cycle. Throws for a cycle without a voting day.
 */
export function cycleWindow(cycle: string, area: string, knownUntil: string | null = null): CycleWindow {
	const own = voted().find((entry) => entry.cycle.code === cycle);
	if (!own) throw new Error(`cycle ${cycle} has no voting day`);
	const before = voted().findLast((entry) => entry.day < own.day && (area.includes('.') ? countsFor(entry.cycle, area) : true));
	const start = before ? addDays(before.last, 1) : (own.cycle.start ?? own.day);
	const end = knownUntil !== null && knownUntil < own.last ? knownUntil : own.last;
	return { start, end, years: Math.max(0, (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1) / 365.25 };
}

function boundary(cycle: string, ...codes: readonly string[]): string {
	const starts = stages().filter((stage) => stage.cycle === cycle && codes.includes(stage.stage_code)).map((stage) => stage.start);
	const [first] = starts.sort();
	if (!first) throw new Error(`election_stages.csv has no ${codes.join(' or ')} for ${cycle}`);
	return first;
}

/**
 * The seven coarse stages of a cycle, in order, without gap or overlap from the first to the last day of the cycle.
 * Empty for a cycle without a voting day. Throws for an unknown cycle.
 */
export function stageBands(cycle: string): readonly StageBand[] {
	const found = cycles().find((entry) => entry.code === cycle);
	if (!found) throw new Error(`unknown election cycle ${cycle}`);
	const { voting_date: vote, start, end } = found;
	if (!vote || !start || !end) return [];
	const starts: readonly (readonly [StageCode, string])[] = [
		['PRA', start],
		['PENDAFTARAN', boundary(cycle, 'PENDAFTARAN', 'PENDAFTARAN_LEG')],
		['PENETAPAN', boundary(cycle, 'PENETAPAN')],
		['KAMPANYE', boundary(cycle, 'KAMPANYE')],
		['MASA_TENANG', boundary(cycle, 'MASA_TENANG')],
		['PEMUNGUTAN', vote],
		['PASCA', addDays(vote, 1)]
	];
	return starts.map(([code, from], index) => {
		const next = starts[index + 1];
		return { code, name: STAGE_NAMES[code], start: from, end: next ? addDays(next[1], -1) : end };
	});
}

/** The stage of a date in a cycle; dates before the cycle are PRA, dates after it PASCA. Null where the cycle has no voting day. */
export function stageOf(date: string, cycle: string): StageCode | null {
	const bands = stageBands(cycle);
	return bands.findLast((band) => band.start <= date)?.code ?? bands[0]?.code ?? null;
}

/**
 * The time in which officials may not be replaced (UU 10/2016 Ps 71(2)). Two overlapping intervals where a schedule was
 * revised. The six months after an inauguration (Ps 162(3)) are another rule and not in it.
 */
export function movesBan(cycle: string): readonly MovesBan[] {
	return stages()
		.filter((stage) => stage.cycle === cycle && (stage.stage_code === 'LARANGAN_MUTASI' || stage.stage_code === 'LARANGAN_MUTASI_REV'))
		.map((stage) => ({ code: stage.stage_code, name: stage.name_id, start: stage.start, end: stage.end }));
}
