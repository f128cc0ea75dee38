import type { Text } from '../index.ts';

/** Words of the page about quiz questions. */
export const QUIZ = {
	heading: { id: 'Soal kuis, {cycle}', en: 'Quiz questions, {cycle}' },
	headingArea: { id: 'Soal kuis {area}, {cycle}', en: 'Quiz questions of {area}, {cycle}' },
	forWhom: { id: 'Untuk Bawaslu {area}, yang menyusun soal: ', en: 'For the Bawaslu of {area}, which wrote the questions: ' },
	leadLook: { id: '{look} dari {items} soal perlu dilihat lagi sebelum dipakai lagi. Yang harus dikerjakan tertulis di bawah.', en: '{look} of {items} {items|question|questions} {look|needs another look before it is|need another look before they are} used again. What to do stands below.' },
	todo: { id: 'Yang harus dikerjakan', en: 'What to do' },
	leadFine: { id: 'tidak ada soal yang perlu dilihat lagi dari {items} soal.', en: 'none of {items} {items|question|questions} needs another look.' },
	leadShare: { id: ' Sebagian soal hanya dinilai dari persen benarnya.', en: ' Some questions are judged by their share of right answers only.' },
	leadNothing: { id: 'belum ada soal yang dapat dinilai di sini; sebabnya tertulis di bawah.', en: 'no question can be judged here yet; the reason stands below.' },
	leadMany: { id: '{courses} kursus di {areas} daerah memiliki hasil kuis. Pilih satu daerah untuk melihat soalnya satu per satu dan mencetaknya bagi Bawaslu yang menyusunnya.', en: '{courses} {courses|course|courses} in {areas} {areas|regency|regencies} {courses|has|have} quiz results. Choose a regency to see its questions one by one and print them for the Bawaslu that wrote them.' },
	leadOne: { id: 'Belum ada daerah dalam pilihan ini yang mengirim hasil kuis.', en: 'No regency of this choice has sent quiz results yet.' },
	realNone: {
		id: 'Hasil kuis nyata belum pernah diterbitkan, dan belum ada daerah yang mengirimnya. Karena itu belum ada soal yang dapat dinilai.',
		en: 'No real quiz results have ever been published, and no regency has sent any. So there is no question to judge yet.'
	},
	notSent: { id: '{area} belum mengirim hasil kuis untuk {cycle}.', en: '{area} has not sent quiz results for {cycle}.' },

	lookTitle: { id: '{look} dari {items} soal perlu dilihat lagi: {list}', en: '{look} of {items} {items|question|questions} {look|needs|need} another look: {list}' },
	lookTitleOne: { id: '1 dari {items} soal perlu dilihat lagi: nomor {list}', en: '1 of {items} {items|question|questions} needs another look: number {list}' },
	lookTitleAll: { id: 'Semua {items} soal perlu dilihat lagi', en: 'All {items} {items|question needs|questions need} another look' },
	lookTitleNone: { id: 'Tidak ada yang perlu dilihat lagi dari {items} soal', en: 'None of {items} {items|question|questions} needs another look' },
	lookTitleShare: { id: 'Dari persen benarnya, tidak ada yang perlu dilihat lagi dari {items} soal', en: 'By their share of right answers, none of {items} {items|question|questions} needs another look' },
	hiddenTail: { id: ' ({hidden} soal lain disembunyikan)', en: ' ({hidden} other {hidden|question|questions} hidden)' },
	allHidden: { id: 'Semua soal kursus ini disembunyikan', en: 'All questions of this course are hidden' },
	tooFewTitle: { id: 'Baru {persons} orang menjawab: soal dinilai mulai {needed}', en: 'Only {persons} {persons|person has|persons have} answered: questions are judged from {needed}' },
	suppressedTitle: { id: 'Hasil kursus ini disembunyikan', en: 'The results of this course are hidden' },
	courseSub: {
		id: '{course}. {persons} orang; persen yang menjawab benar dengan rentang 95 %, menurut nomor soal. Makin rendah makin sulit.',
		en: '{course}. {persons} {persons|person|persons}; percent who answered correctly with 95% interval, by question number. The lower, the harder.'
	},
	bareSub: { id: '{course}.', en: '{course}.' },
	right: { id: 'menjawab benar', en: 'answered correctly' },

	item: { id: 'Soal', en: 'Question' },
	itemN: { id: 'Soal {n}', en: 'Question {n}' },
	look: { id: 'Yang perlu dilihat', en: 'What to look at' },
	rightOf: { id: 'Benar (n dari N)', en: 'Right (n of N)' },
	nOfN: { id: '{n} dari {of}', en: '{n} of {of}' },
	difficulty: { id: 'Benar (%)', en: 'Right (%)' },
	itemRest: { id: 'Kaitan dengan soal lain (r)', en: 'Correlation with the other questions (r)' },
	discrimination: { id: 'Daya beda (D)', en: 'Discrimination (D)' },
	undefined: { id: 'tidak dapat dihitung', en: 'cannot be computed' },
	tooFewCell: { id: 'mulai {needed} orang', en: 'from {needed} {needed|person|persons}' },

	alphaLow: {
		id: 'Alpha Cronbach {alpha}: rendah. Soal-soal ini belum mengukur satu hal yang sama; jangan menilai orang per orang dari kuis ini.',
		en: "Cronbach's alpha {alpha}: low. The questions do not measure one and the same thing; do not judge single persons by this quiz."
	},
	alphaMiddle: {
		id: 'Alpha Cronbach {alpha}: sedang. Cukup untuk membandingkan kelompok; untuk keputusan tentang seseorang belum cukup.',
		en: "Cronbach's alpha {alpha}: moderate. Good enough to compare groups, not for a decision about one person."
	},
	alphaGood: { id: 'Alpha Cronbach {alpha}: baik. Soal-soal ini mengukur hal yang sama.', en: "Cronbach's alpha {alpha}: good. The questions measure the same thing." },
	alphaHigh: {
		id: 'Alpha Cronbach {alpha}: sangat tinggi. Beberapa soal mungkin menanyakan hal yang sama dua kali.',
		en: "Cronbach's alpha {alpha}: very high. Some questions may ask the same thing twice."
	},
	alphaNone: { id: 'Alpha Cronbach tidak dapat dihitung: hanya satu soal, atau semua orang mendapat jumlah yang sama.', en: "Cronbach's alpha cannot be computed: there is one question only, or everyone has the same total." },
	alphaFew: { id: 'Alpha, kaitan, dan daya beda baru dihitung mulai {needed} orang; di sini {persons}.', en: 'Alpha, correlation and discrimination are computed from {needed} {needed|person|persons}; here there {persons|is|are} {persons}.' },
	alphaHidden: {
		id: 'Alpha, kaitan, dan daya beda disembunyikan: bersama-sama angka itu membuka hitungan kecil yang dilindungi. Daerah yang bersangkutan melihatnya lengkap.',
		en: 'Alpha, correlation and discrimination are hidden: together they would give back protected small counts. The regency itself sees them all.'
	},
	meanTotal: { id: 'Rata-rata {mean} dari {items} soal dijawab benar.', en: 'On average {mean} of {items} {items|question was|questions were} answered correctly.' },

	noteFirst: {
		id: 'Dihitung hanya percobaan pertama yang selesai dan semua soalnya bernilai, karena yang mengulang sudah melihat soalnya. Nilai sebagian dihitung salah.',
		en: 'Only the first finished attempt with a mark for every question counts, since whoever tries again has seen the questions. A partial mark counts as wrong.'
	},
	noteLeftOut: {
		id: 'Tidak dihitung: {n} orang, karena ada soal yang belum dinilai atau jumlah soalnya lain daripada kebanyakan.',
		en: 'Left out: {n} {n|person|persons}, because a question was not marked or the number of questions differs from most.'
	},
	noteNobodyLeftOut: { id: 'Tidak ada orang yang dikeluarkan dari hitungan.', en: 'Nobody was left out.' },
	noteFrom: {
		id: 'Persen ditampilkan mulai {few} orang; kaitan, daya beda, dan alpha mulai {many}. Daya beda = persen benar pada 27 % terbaik dikurangi pada 27 % terlemah.',
		en: 'Percentages are shown from {few} {few|person|persons}; correlation, discrimination and alpha from {many}. Discrimination = share right among the best 27% less that among the weakest 27%.'
	},
	noteShuffled: {
		id: 'Bila soal diambil acak dari bank soal, nomor yang sama bukan pertanyaan yang sama: periksa dulu setelan kuisnya.',
		en: 'Where questions are drawn at random from a bank, the same number is not the same question: check the settings of the quiz first.'
	},

	listTitle: { id: '{look} dari {items} soal di {courses} kursus perlu dilihat lagi', en: '{look} of {items} {items|question|questions} in {courses} {courses|course|courses} {look|needs|need} another look' },
	listTitleNone: { id: 'Tidak ada dari {items} soal di {courses} kursus yang perlu dilihat lagi', en: 'None of {items} {items|question|questions} in {courses} {courses|course|courses} needs another look' },
	listTitleUnknown: { id: 'Kursus dengan kuis, {cycle}', en: 'Courses with a quiz, {cycle}' },
	listSub: { id: 'Tiap daerah dan kursus; pilih daerahnya untuk soal satu per satu. Kursus tidak digabung: soalnya dapat berbeda.', en: 'Every regency and course; choose a regency for its questions. Courses are not pooled: their questions may differ.' },
	course: { id: 'Kursus', en: 'Course' },
	persons: { id: 'Orang', en: 'Persons' },
	mean: { id: 'Rata-rata benar', en: 'Mean right' },
	meanOf: { id: '{mean} dari {items} soal', en: '{mean} of {items} {items|question|questions}' },
	alpha: { id: 'Alpha', en: 'Alpha' },
	toLook: { id: 'Perlu dilihat', en: 'Need a look' },
	lookOf: { id: '{look} dari {items}', en: '{look} of {items}' },
	lookOfShare: { id: '{look} dari {items} (dari persen saja)', en: '{look} of {items} (by share only)' },

	source: { id: 'Ekspor kuis LMS per orang.', en: 'Quiz exports of the LMS per person.' },
	courseNote: { id: 'kursus: {course}', en: 'course: {course}' }
} as const satisfies Record<string, Text>;

/** What a question needs, in the words of the table. */
export const LOOKS = {
	all_right: { id: 'semua benar: tidak membedakan siapa pun', en: 'all right: separates nobody' },
	none_right: { id: 'semua salah: periksa kunci', en: 'all wrong: check the key' },
	key: { id: 'periksa kunci', en: 'check the key' },
	weak: { id: 'lemah membedakan', en: 'separates weakly' },
	hard: { id: 'sangat sulit', en: 'very hard' },
	easy: { id: 'sangat mudah', en: 'very easy' },
	share_fine: { id: 'persennya wajar; daya beda tidak ditampilkan', en: 'share is fine; discrimination not shown' },
	fine: { id: 'baik', en: 'fine' }
} as const satisfies Record<string, Text>;

/** What to do about it, what weighs most first; `{list}` = the numbers of the questions. */
export const ACTIONS = {
	none_right: { id: 'Soal {list}: tidak seorang pun benar. Periksa kunci jawabannya lebih dulu, lalu kalimatnya.', en: 'Question {list}: nobody was right. Check the answer key first, then the wording.' },
	key: {
		id: 'Soal {list}: yang menjawab benar soal lain justru lebih sering salah di sini. Periksa kunci jawaban dan apakah ada dua pilihan yang benar.',
		en: 'Question {list}: whoever is right elsewhere is wrong here more often. Check the key, and whether two options are right.'
	},
	weak: {
		id: 'Soal {list}: hampir tidak membedakan yang paham dari yang tidak. Periksa kalimat yang mendua dan pilihan jawaban yang terlalu mudah ditebak.',
		en: 'Question {list}: hardly tells those who understand from those who do not. Look for ambiguous wording and options that are too easy to guess.'
	},
	hard: {
		id: 'Soal {list}: kurang dari 30 % benar. Periksa apakah bahannya sungguh diajarkan; bila ya, tambahkan di pelatihan.',
		en: 'Question {list}: fewer than 30% were right. See whether it was taught at all; if so, teach it more.'
	},
	all_right: {
		id: 'Soal {list}: semua orang benar. Simpan hanya bila memang harus dikuasai semua; untuk mengukur, ganti dengan pilihan jawaban yang lebih menggoda.',
		en: 'Question {list}: everyone was right. Keep it only if all must master it; to measure anything, give it more tempting wrong options.'
	},
	easy: { id: 'Soal {list}: lebih dari 95 % benar. Boleh sebagai pembuka; jangan menghitungnya sebagai ukuran.', en: 'Question {list}: more than 95% were right. Good as an opener; do not count on it as a measure.' }
} as const satisfies Record<string, Text>;
