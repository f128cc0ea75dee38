/** Invented cases of the synthetic country: no person is named, every date fits the one before it. */
import { addDays, pad, type IsoDate } from './calendar.ts';
import { staffOfArea, type Area } from './areas.ts';
import { votingDay } from './elections.ts';
import { createRandom, type Random } from './random.ts';
import { violationOn } from './violations.ts';

export type CaseRecord = Readonly<Record<string, string | number | null>>;

/** Last day of which the synthetic country knows. */
const KNOWN_UNTIL: Readonly<Record<string, IsoDate>> = { 'PEMILU-2024': '2024-12-31', 'PILKADA-2024': '2025-03-31' };
/** Persons proven per 1,000 civil servants: the middle of the country, before the factor of the province. */
const USUAL_RATE: Readonly<Record<string, number>> = { 'PEMILU-2024': 0.1, 'PILKADA-2024': 0.17 };
// Provinces that KASN and Bawaslu named most often in 2020-2024 have higher rates here too.
const HIGHER: Readonly<Record<string, number>> = { '52': 1.6, '71': 1.7, '72': 1.5, '73': 2, '74': 2.1, '75': 1.5, '76': 2.2, '82': 2.3 };
const POSITIONS: readonly (readonly [string, number])[] = [['JPT-P', 20], ['JF', 26], ['PLK', 18], ['KW-CMT', 9], ['KW-LRH', 7], ['ADM', 12], ['PGW', 8]];

/** Cases of one area of the act in one cycle; at least one report, so that an area without rows is one that sent nothing. */
export function casesOfArea(area: Area, cycle: string, seed: string): CaseRecord[] {
	const random = createRandom(`${seed}/country-cases/${cycle}/${area.code}`);
	const provinceFactor = (HIGHER[area.province] ?? 1) * Math.exp(createRandom(`${seed}/province/${area.province}`).normal() * 0.25);
	const rate = Math.min(0.42, Math.max(0.03, (USUAL_RATE[cycle] ?? 0.1) * provinceFactor * Math.exp(random.normal() * 0.45)));
	const proven = random.poisson((rate * staffOfArea(area)) / 1000);
	const other = Math.max(proven === 0 ? 1 : 0, random.poisson((0.8 * rate * staffOfArea(area)) / 1000));
	const fates = shuffled(random, [...Array<boolean>(proven).fill(true), ...Array<boolean>(other).fill(false)]);
	const rows: CaseRecord[] = [];
	for (let serial = 1; fates.length > 0; serial += 1) {
		const persons = fates.splice(0, random.chance(0.12) ? random.int(2, 3) : 1);
		rows.push(...caseRows(random, area, cycle, serial, persons));
	}
	return rows;
}

function caseRows(random: Random, area: Area, cycle: string, serial: number, persons: readonly boolean[]): CaseRecord[] {
	const registered = addDays(votingDay(cycle), -Math.floor(170 * random.next() ** 1.7));
	const incident = addDays(registered, -random.int(1, 9));
	const shared = {
		case_number: `CTH/${cycle}/${area.code}/${pad(serial, 4)}`,
		registered_date: registered,
		incident_date: incident,
		act_regency: area.code,
		origin: random.chance(0.55) ? 'report' : 'finding',
		channel: random.pick(['SIGAPLAPOR', 'SBT', 'SP4N-LAPOR!', 'Pengawasan']),
		violation_type: violationOn(random, incident, cycle)
	};
	return persons.map((proven, index) => {
		const employment = random.chance(0.14) ? 'PPPK' : 'PNS';
		return {
			...shared,
			person_no: index + 1,
			employer: employerOf(random, area),
			position: employment === 'PPPK' ? 'JF' : weighted(random, POSITIONS),
			employment,
			...courseOfCase(random, registered, proven, shared.violation_type, employment, KNOWN_UNTIL[cycle] ?? registered),
			cycle
		};
	});
}

/** Most work for the regency itself, some for the province or a central agency. */
function employerOf(random: Random, area: Area): string {
	const draw = random.next();
	if (draw < 0.86) return area.code;
	return draw < 0.95 ? `${area.province}.00` : 'PUSAT';
}

function courseOfCase(random: Random, registered: IsoDate, proven: boolean, violation: string | null, employment: string, until: IsoDate): CaseRecord {
	if (!proven) return notProven(random, registered, until);
	const forwarded = addDays(registered, random.int(3, 14));
	const found = earlier(addDays(forwarded, random.int(14, 70)), until);
	const recommended = sanctionOf(random, violation, employment);
	const decided = addDays(found, random.int(20, 120));
	const steps = { forwarded_date: forwarded, proven_date: found, recommended_sanction: recommended };
	if (decided > until || random.chance(0.22)) return { status: 'MENUNGGU_PPK', status_date: found, ...steps };
	const imposed = recommended === 'B1' && random.chance(0.3) ? 'S2' : recommended;
	return { status: 'SANKSI', status_date: decided, ...steps, sanction_date: decided, imposed_sanction: imposed };
}

function notProven(random: Random, registered: IsoDate, until: IsoDate): CaseRecord {
	const status = random.pick(['DIHENTIKAN', 'DIHENTIKAN', 'DIHENTIKAN', 'TIDAK_DIREGISTRASI', 'TIDAK_TERBUKTI', 'TIDAK_TERBUKTI', 'VERIFIKASI_SATGAS', 'DITERUSKAN', 'DITOLAK']);
	const within = addDays(registered, random.int(3, 14));
	if (status === 'DIHENTIKAN' || status === 'TIDAK_DIREGISTRASI') return { status, status_date: within };
	const open = status === 'VERIFIKASI_SATGAS' || status === 'DITERUSKAN';
	return { status, status_date: open ? within : earlier(addDays(within, random.int(20, 90)), until), forwarded_date: within };
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

function sanctionOf(random: Random, violation: string | null, employment: string): string {
	if (violation !== null && violation <= 'SKB-07') return random.pick(['MOR-TBK', 'MOR-TTP']);
	return employment === 'PPPK' ? 'P-DIS' : random.pick(['S1', 'S2', 'B1', 'R2']);
}

function weighted(random: Random, options: readonly (readonly [string, number])[]): string {
	let draw = random.next() * options.reduce((sum, [, weight]) => sum + weight, 0);
	for (const [name, weight] of options) {
		draw -= weight;
		if (draw < 0) return name;
	}
	return options[0]?.[0] ?? '';
}

function shuffled<T>(random: Random, values: readonly T[]): T[] {
	return values.map((value) => ({ value, order: random.next() })).sort((a, b) => a.order - b.order).map(({ value }) => value);
}
