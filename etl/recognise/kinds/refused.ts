/** Reports that are recognised so that they can be named, but hold nothing the datasets ask for. */
import { matchAliases, type Aliases } from '../match.ts';
import type { Header, Kind } from '../types.ts';

const refused = (kind: string, id: string, en: string, aliases: Aliases, weight = 4): Kind => ({
	kind,
	dataset: null,
	title: { id, en },
	match: (header: Header) => matchAliases(header, aliases, Object.keys(aliases), { weight })
});

export const REFUSED: readonly Kind[] = [
	refused('moodle_logs', 'Moodle: log', 'Moodle: logs', {
		time: ['Time', 'Waktu'],
		user: ['User full name', 'Nama lengkap pengguna', 'Nama lengkap'],
		component: ['Component', 'Komponen'],
		event: ['Event name', 'Nama peristiwa', 'Nama kejadian', 'Nama event']
	}),
	{
		kind: 'moodle_quiz_responses',
		dataset: null,
		title: { id: 'Moodle: jawaban kuis', en: 'Moodle: quiz responses' },
		match: (header) => {
			const answers = header.keys.filter((key) => /^(response|jawaban|right answer|jawaban benar) \d+$/.test(key)).length;
			return answers === 0 ? null : { score: 30, language: header.keys.some((key) => key.startsWith('response')) ? 'en' : 'id', columns: new Map(), missing: [] };
		}
	},
	refused('moodle_quiz_statistics', 'Moodle: statistik kuis', 'Moodle: quiz statistics', {
		quiz: ['Quiz name', 'Nama kuis'],
		course: ['Course name', 'Nama kursus', 'Nama kelas']
	}),
	{
		kind: 'moodle_participants',
		dataset: null,
		title: { id: 'Moodle: daftar peserta', en: 'Moodle: participants' },
		match: (header) => {
			const found = matchAliases(header, { first: ['First name', 'Nama Depan'], last: ['Last name', 'Surname', 'Nama akhir'], email: ['Email address', 'Alamat surel', 'Alamat Email'] }, ['first', 'last', 'email']);
			return found && header.keys.length <= 8 ? found : null;
		}
	},
	refused('sigaplapor', 'SIGAPLAPOR: kajian awal', 'SIGAPLAPOR: preliminary reviews', { number: ['No Laporan/Temuan'], review: ['Kajian Awal'], category: ['Kategori'] }),
	refused('open_edx_grades', 'Open edX: laporan nilai', 'Open edX: grade report', { student: ['Student ID'], username: ['Username'], grade: ['Grade'], track: ['Enrollment Track'] }),
	refused('canvas_gradebook', 'Canvas: buku nilai', 'Canvas: gradebook', { student: ['Student'], id: ['ID'], login: ['SIS Login ID'], section: ['Section'] })
];
