/** Google Forms answers (integrity pact) and Zoom participant lists. */
import { addDays, clock, clock12, daysBetween, slashDate, slashDateUs, type IsoDate } from '../calendar.ts';
import { spacedNip, type Person } from '../people.ts';
import { createRandom } from '../random.ts';

export interface PactCampaign {
	readonly opens: IsoDate;
	readonly closes: IsoDate;
	readonly coverage: number;
	/** `id`: downloaded from the answers sheet in Indonesian locale; `en`: CSV download of the form itself. */
	readonly language: 'id' | 'en';
}

interface Answer {
	readonly date: IsoDate;
	readonly seconds: number;
	readonly person: Person;
	readonly agreed: boolean;
}

/** Rows of the answers, in the order in which they came; some people answer twice. */
export function pactRows(people: readonly Person[], campaign: PactCampaign, seed: string): string[][] {
	const random = createRandom(`${seed}/pact/${campaign.opens}`);
	const span = daysBetween(campaign.opens, campaign.closes);
	const answers: Answer[] = [];
	for (const person of people) {
		if (!random.chance(campaign.coverage + 0.06 * Math.tanh(person.diligence))) continue;
		const answer = { date: addDays(campaign.opens, random.int(0, span)), seconds: random.int(25_000, 75_000), person, agreed: !random.chance(0.002) };
		answers.push(answer);
		if (random.chance(0.012)) answers.push({ ...answer, seconds: answer.seconds + random.int(60, 3000), agreed: true });
	}
	answers.sort((a, b) => a.date.localeCompare(b.date) || a.seconds - b.seconds);
	const head = campaign.language === 'id' ? ['Cap waktu', 'Alamat email'] : ['Timestamp', 'Email Address'];
	return [
		[...head, 'Nama Lengkap (beserta gelar)', 'NIP', 'Jabatan', 'Unit Kerja / OPD', 'Status Kepegawaian', 'Saya menyatakan menjaga netralitas dan menandatangani Pakta Integritas'],
		...answers.map(({ date, seconds, person, agreed }) => [
			campaign.language === 'id' ? `${slashDate(date)} ${clock(seconds).replace(/^0/, '')}` : `${date.replaceAll('-', '/')} ${clock12(seconds)} GMT+8`,
			person.email, person.name, typed(random.int(1, 20), person.nip), person.position, person.agency, person.employment,
			agreed ? 'Ya, saya setuju' : 'Tidak setuju'
		])
	];
}

/** How people type a NIP into a form. */
function typed(style: number, nip: string): string {
	if (style <= 3) return spacedNip(nip);
	return style === 4 ? `'${nip}` : nip;
}

export interface Meeting {
	readonly topic: string;
	readonly date: IsoDate;
	/** Seconds since midnight. */
	readonly starts: number;
	readonly minutes: number;
	readonly share: number;
}

/** Zoom report with the meeting block above: one row per join. */
export function zoomRows(people: readonly Person[], meeting: Meeting, seed: string): string[][] {
	const random = createRandom(`${seed}/zoom/${meeting.date}`);
	const ends = meeting.starts + meeting.minutes * 60;
	const at = (seconds: number): string => `${slashDateUs(meeting.date)} ${clock12(seconds, 2)}`;
	const joins: string[][] = [];
	for (const person of people.filter(() => random.chance(meeting.share))) {
		const name = nameInMeeting(random.int(1, 10), person);
		const mail = random.chance(0.6) ? person.email : '';
		let joined = meeting.starts + random.int(-600, 1200);
		for (let left = 0; left < ends && joined < ends - 300; joined = left + random.int(60, 600)) {
			left = random.chance(0.12) ? random.int(joined + 120, ends) : ends;
			joins.push([name, mail, at(joined), at(left), String(Math.ceil((left - joined) / 60)), mail ? 'No' : 'Yes', 'Y', 'No']);
		}
	}
	joins.push(['iPhone', '', at(meeting.starts + 30), at(meeting.starts + 90), '1', 'Yes', '', 'Yes']);
	return [
		['Meeting ID', 'Topic', 'Start Time', 'End Time', 'User Email', 'Duration (Minutes)', 'Participants'],
		['900 0000 0000', meeting.topic, at(meeting.starts), at(ends), 'host@asn.example', String(meeting.minutes), String(new Set(joins.map((row) => row[0])).size)],
		[],
		['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)', 'Guest', 'Recording Consent', 'In Waiting Room'],
		...joins
	];
}

/** The newer report of unique users: one row per person, no meeting block. */
export function zoomUniqueRows(people: readonly Person[], meeting: Meeting, seed: string): string[][] {
	const random = createRandom(`${seed}/zoom-unique/${meeting.date}`);
	const rows = people
		.filter(() => random.chance(meeting.share))
		.map((person) => {
			const mail = random.chance(0.55) ? person.email : '';
			return [nameInMeeting(random.int(1, 10), person), mail, String(random.int(20, meeting.minutes)), mail ? 'No' : 'Yes'];
		});
	return [['Name (original name)', 'Email', 'Total duration (minutes)', 'Guest'], ...rows];
}

function nameInMeeting(style: number, person: Person): string {
	const initials = person.agency.split(' ').map((word) => word[0] ?? '').join('');
	if (style <= 6) return `${person.nip} - ${person.given}`;
	return style <= 8 ? `${initials}_${person.given} ${person.family} (${person.nip.slice(-5)})` : `${person.given} ${person.family} ${person.nip.slice(-5)}`;
}
