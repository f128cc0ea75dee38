/** Reports that are recognised so that they can be named, but hold nothing the datasets ask for; each says which report to send instead. */
import type { Bilingual } from '../../phrase.ts';
import { matchAliases, type Aliases } from '../match.ts';
import type { Header, Kind } from '../types.ts';

const b = (id: string, en: string): Bilingual => ({ id, en });

const QUIZ_GRADES = b(
	'ekspor "Nilai" kuis (Kuis > Hasil > Nilai > Unduh data tabel sebagai)',
	'the quiz export "Grades" (Quiz > Results > Grades > Download table data as)'
);
const ACTIVITY_COMPLETION = b(
	'"Penyelesaian kegiatan" (Laporan > Penyelesaian kegiatan > Unduh)',
	'"Activity completion" (Reports > Activity completion > Download)'
);
const QUIZ_OR_COMPLETION = b(`${QUIZ_GRADES.id} atau ${ACTIVITY_COMPLETION.id}`, `${QUIZ_GRADES.en} or ${ACTIVITY_COMPLETION.en}`);
/** Canvas, Open edX and SCORM have no list of who completed with a date of its own; the canonical table takes it. */
const COMPLETION_TABLE = b(
	'daftar penyelesaian kursus dengan kolom NIP, pelatihan, status, dan tanggal selesai (templat tabel baku "training"), atau ekspor penyelesaian kegiatan dari LMS itu',
	'a list of course completions with NIP, course, status and date of completion (template: canonical table "training"), or the activity completion export of the LMS'
);
const CASE_REGISTER = b(
	'register kasus dengan kolom "Nomor Register", "Tanggal Register", dan "Status" (templat tabel baku "cases")',
	'the case register with the columns "Nomor Register", "Tanggal Register" and "Status" (template: canonical table "cases")'
);

const refused = (kind: string, title: Bilingual, instead: Bilingual, aliases: Aliases): Kind => ({
	kind,
	dataset: null,
	title,
	instead,
	match: (header: Header) => matchAliases(header, aliases, Object.keys(aliases), { weight: 4 })
});

export const REFUSED: readonly Kind[] = [
	refused('moodle_logs', b('Moodle: log', 'Moodle: logs'), QUIZ_OR_COMPLETION, {
		time: ['Time', 'Waktu'],
		user: ['User full name', 'Nama lengkap pengguna', 'Nama lengkap'],
		component: ['Component', 'Komponen'],
		event: ['Event name', 'Nama peristiwa', 'Nama kejadian', 'Nama event']
	}),
	refused('moodle_quiz_statistics', b('Moodle: statistik kuis', 'Moodle: quiz statistics'), QUIZ_GRADES, {
		quiz: ['Quiz name', 'Nama kuis'],
		course: ['Course name', 'Nama kursus', 'Nama kelas']
	}),
	{
		kind: 'moodle_participants',
		dataset: null,
		title: b('Moodle: daftar peserta', 'Moodle: participants'),
		instead: ACTIVITY_COMPLETION,
		match: (header) => {
			const found = matchAliases(header, { first: ['First name', 'Nama Depan'], last: ['Last name', 'Surname', 'Nama akhir'], email: ['Email address', 'Alamat surel', 'Alamat Email'] }, ['first', 'last', 'email']);
			return found && header.keys.length <= 8 ? found : null;
		}
	},
	refused('sigaplapor', b('SIGAPLAPOR: kajian awal', 'SIGAPLAPOR: preliminary reviews'), CASE_REGISTER, { number: ['No Laporan/Temuan'], review: ['Kajian Awal'], category: ['Kategori'] }),
	refused('open_edx_grades', b('Open edX: laporan nilai', 'Open edX: grade report'), COMPLETION_TABLE, { student: ['Student ID'], username: ['Username'], grade: ['Grade'], track: ['Enrollment Track'] }),
	{
		kind: 'scorm_cmi',
		dataset: null,
		title: b('SCORM: data cmi', 'SCORM: cmi data'),
		instead: COMPLETION_TABLE,
		match: ({ keys }) => {
			const columns = new Map(keys.flatMap((key, column): [string, number][] => (/^cmi\.(core\.student_id|learner_id|core\.lesson_status|completion_status|success_status)$/.test(key) ? [[key, column]] : [])));
			const isPerson = columns.has('cmi.core.student_id') || columns.has('cmi.learner_id');
			return isPerson && columns.size >= 2 ? { score: 20 + columns.size, language: null, columns, missing: [] } : null;
		}
	},
	refused('canvas_gradebook', b('Canvas: buku nilai', 'Canvas: gradebook'), COMPLETION_TABLE, { student: ['Student'], id: ['ID'], login: ['SIS Login ID'], section: ['Section'] })
];
