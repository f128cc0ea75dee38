/** Invented neutrality cases of the pilots: dates, forms and sanctions that fit each other, numbers that contradict no authority. */
import { addDays, romanMonth, year, pad, type IsoDate } from './calendar.ts';
import { kindOf } from './elections.ts';
import type { Person } from './people.ts';
import type { Place } from './places.ts';
import { createRandom, type Random } from './random.ts';
import { ACTS, violationOn } from './violations.ts';

/** How far a case came; the names are codes of the reference list `case_statuses`. */
export type Stage = 'DIHENTIKAN' | 'KAJIAN' | 'DITERUSKAN' | 'VERIFIKASI_SATGAS' | 'TIDAK_TERBUKTI' | 'MENUNGGU_PPK' | 'SANKSI';

export interface CaseSpec {
	readonly cycle: string;
	readonly registered: IsoDate;
	readonly origin: 'report' | 'finding';
	/** One entry per person: how far the case against that person came. */
	readonly persons: readonly Stage[];
	/** Which position the persons have: matched against the start of the position's title. */
	readonly position?: string;
	/** Employer when it is not the regency itself. */
	readonly employer?: string;
	readonly act?: string;
	/** Day of the act, form of violation and day of forwarding, where they are known and must not be drawn. */
	readonly incident?: IsoDate;
	readonly violation?: string;
	readonly forwarded?: IsoDate;
	/** Sanction that is known and must not be drawn. */
	readonly sanction?: string;
}

export interface CaseRow {
	readonly number: string;
	readonly reportNumber: string;
	readonly cycle: string;
	readonly personNo: number;
	readonly person: Person;
	readonly employer: string;
	readonly agency: string;
	readonly origin: 'report' | 'finding';
	readonly registered: IsoDate;
	readonly incident: IsoDate;
	readonly violation: string | null;
	readonly act: string;
	readonly stage: Stage;
	readonly forwarded: IsoDate | null;
	readonly proven: IsoDate | null;
	readonly recommended: string | null;
	readonly sanctionDate: IsoDate | null;
	readonly imposed: string | null;
}

const FORWARDED: readonly Stage[] = ['DITERUSKAN', 'VERIFIKASI_SATGAS', 'TIDAK_TERBUKTI', 'MENUNGGU_PPK', 'SANKSI'];
const PROVEN: readonly Stage[] = ['MENUNGGU_PPK', 'SANKSI'];
export const isForwarded = (row: CaseRow): boolean => FORWARDED.includes(row.stage);
export const isProven = (row: CaseRow): boolean => PROVEN.includes(row.stage);

/** Cases of a place, in the order of the specs. Persons are drawn from `people` and appear once. */
export function casesOf(place: Place, specs: readonly CaseSpec[], people: readonly Person[], seed: string): CaseRow[] {
	const random = createRandom(`${seed}/cases/${place.code}`);
	const used = new Set<string>();
	const serials = new Map<string, number>();
	return specs.flatMap((spec) => {
		const serialKey = `${kindOf(spec.cycle)}/${spec.cycle}/${spec.origin}`;
		const serial = (serials.get(serialKey) ?? 0) + 1;
		serials.set(serialKey, serial);
		const incident = spec.incident ?? addDays(spec.registered, -random.int(2, 6));
		const violation = spec.violation ?? violationOn(random, incident, spec.cycle);
		const shared = { ...numbers(place, spec, serial), cycle: spec.cycle, origin: spec.origin, registered: spec.registered, incident, violation };
		const forwarded = spec.forwarded ?? addDays(spec.registered, random.int(5, 12));
		return spec.persons.map((stage, index): CaseRow => {
			const person = choose(random, people, spec, used);
			return {
				...shared,
				personNo: index + 1,
				person,
				employer: spec.employer ?? place.name,
				agency: spec.employer ? `Pemerintah ${spec.employer}` : person.agency,
				act: spec.act ?? (violation ? (ACTS[violation] ?? '') : 'Menunjukkan dukungan kepada calon'),
				stage,
				...fate(random, stage, forwarded, person, spec, violation)
			};
		});
	});
}

function numbers(place: Place, spec: CaseSpec, serial: number): { number: string; reportNumber: string } {
	const kind = spec.origin === 'report' ? 'LP' : 'TM';
	const election = kindOf(spec.cycle) === 'pemilu' ? 'PL' : spec.cycle === 'PILKADA-2018' ? 'PG' : 'PB';
	const tail = `${kind}/${election}/Kab/${place.bawaslu}/${romanMonth(spec.registered)}/${year(spec.registered)}`;
	return { number: `${pad(serial, 3)}/Reg/${tail}`, reportNumber: `${pad(serial, 3)}/${tail}` };
}

function choose(random: Random, people: readonly Person[], spec: CaseSpec, used: Set<string>): Person {
	const wanted = spec.position;
	const fits = people.filter(
		(person) => !used.has(person.nip) && person.since < year(spec.registered) && (wanted === undefined || person.position.startsWith(wanted))
	);
	const person = random.pick(fits);
	used.add(person.nip);
	return person;
}

type Fate = Pick<CaseRow, 'forwarded' | 'proven' | 'recommended' | 'sanctionDate' | 'imposed'>;

function fate(random: Random, stage: Stage, forwarded: IsoDate, person: Person, spec: CaseSpec, violation: string | null): Fate {
	const none: Fate = { forwarded: null, proven: null, recommended: null, sanctionDate: null, imposed: null };
	if (!FORWARDED.includes(stage)) return none;
	if (!PROVEN.includes(stage)) return { ...none, forwarded };
	const proven = addDays(forwarded, random.int(20, 55));
	const recommended = spec.sanction ?? sanctionFor(random, person, violation, spec.registered);
	if (stage === 'MENUNGGU_PPK') return { ...none, forwarded, proven, recommended };
	// Now and then the PPK decides on a milder sanction than recommended.
	const imposed = !spec.sanction && recommended.startsWith('Pemotongan') && random.chance(0.4) ? 'Teguran tertulis' : recommended;
	return { forwarded, proven, recommended, sanctionDate: addDays(proven, random.int(25, 70)), imposed };
}

const ETHICS = ['Sanksi moral: pernyataan secara terbuka', 'Sanksi moral: pernyataan secara tertutup'];
const OLD_DISCIPLINE = ['Penundaan kenaikan gaji berkala selama 1 tahun', 'Teguran tertulis', 'Sanksi moral: pernyataan secara terbuka'];
const DISCIPLINE = [
	'Pemotongan tunjangan kinerja sebesar 25% selama 6 bulan',
	'Pemotongan tunjangan kinerja sebesar 25% selama 9 bulan',
	'Penurunan jabatan setingkat lebih rendah selama 12 bulan'
];

/** PP 53/2010 until 30 August 2021, PP 94/2021 since; PP 42/2004 for breaches of the code of ethics. */
function sanctionFor(random: Random, person: Person, violation: string | null, registered: IsoDate): string {
	if (registered < '2021-08-31') return random.pick(OLD_DISCIPLINE);
	if (violation && violation <= 'SKB-07') return random.pick(ETHICS);
	if (person.employment === 'PPPK') return 'Hukuman disiplin PPPK (ditetapkan PPK menurut karakteristik instansi)';
	return random.pick(DISCIPLINE);
}
