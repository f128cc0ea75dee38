import { counted, proportion } from './build.ts';
import type { Measure, Metric, Text } from './types.ts';

const measure = (id: string, value: string, extra: Partial<Measure> = {}): Measure => ({
	id,
	family: 'training',
	dataset: 'training',
	mart: 'mart_training',
	region: 'regency',
	value,
	where: null,
	by: { agency: 'agency', course: 'course', employment: 'employment', position: 'position' },
	additive: true,
	absent: 'zero',
	guard: 'people',
	...extra
});

/** Recapitulations count persons enrolled and persons who completed, and know neither their kind of employment nor their position. */
const partBy = { employment: 'training_persons', position: 'training_positions' } as const;

export const TRAINING_MEASURES: readonly Measure[] = [
	measure('enrolled', 'sum(enrolled)', { partBy }),
	measure('completed', 'sum(completed)', { partOf: 'enrolled', partBy }),
	measure('completed_monthly', 'sum(completed)', { part: 'training_dates', partOf: 'enrolled', where: 'month IS NOT NULL', by: { month: 'month', stage: 'stage' } }),
	measure('tested', 'sum(tested)', { part: 'training_tests', partBy, partOf: 'enrolled' }),
	measure('passed', 'sum(passed)', { part: 'training_tests', partBy, partOf: 'tested' }),
	measure('trained_people', 'count(DISTINCT person_key)', { part: 'training_persons', mart: 'fact_training', where: 'completed', by: {}, partOf: 'asn_of_training', absent: 'unknown' }),
	measure('scored', 'count(*)', { part: 'training_marks', mart: 'mart_scored', by: { course: 'course', agency: 'agency' }, partOf: 'enrolled' }),
	measure('score_points', 'sum(score)', { part: 'training_marks', mart: 'mart_scored', by: { course: 'course', agency: 'agency' }, follows: 'scored' }),
	measure('quiz_takers', 'count(*)', { dataset: 'quiz', mart: 'mart_quiz_best', by: { course: 'course', agency: 'agency' } }),
	measure('quiz_points', 'sum(points)', {
		dataset: 'quiz',
		mart: 'mart_quiz_best',
		by: { course: 'course', agency: 'agency' },
		follows: 'quiz_takers'
	})
];

const sources: Text = {
	id: 'Ekspor LMS per orang; untuk siklus lama hanya rekapitulasi.',
	en: 'LMS exports per person; for older cycles only recapitulations.'
};
const notPassed: Text = {
	id: '"Selesai (tidak mencapai nilai kelulusan)" dihitung mengerjakan tes, tidak lulus.',
	en: '"Completed (did not achieve pass grade)" counts as tested, not passed.'
};

const count = (id: string, numerator: string, name: Text, about: Text, caveats: readonly Text[] = []): Metric => counted({ id, family: 'training', name, unit: 'persons', numerator, about, caveats, sources });
const share = (id: string, numerator: string, denominator: string, name: Text, about: Text, caveats: readonly Text[]): Metric => proportion(count(id, numerator, name, about, caveats), denominator, 'high_is_good');

export const TRAINING_METRICS: readonly Metric[] = [
	share('training_completion', 'completed', 'enrolled', { id: 'Penyelesaian pelatihan', en: 'Training completion' }, { id: 'Dari peserta terdaftar, berapa yang menyelesaikan seluruh kegiatan kursus.', en: 'Of the persons enrolled, how many completed every activity of the course.' }, [{ id: 'Bila seorang ASN terdaftar di dua kursus, ia dihitung pada keduanya.', en: 'A civil servant enrolled in two courses counts in both.' }]),
	share('training_pass', 'passed', 'tested', { id: 'Kelulusan tes akhir', en: 'Final test pass rate' }, { id: 'Dari peserta yang mengerjakan tes akhir, berapa yang lulus.', en: 'Of the persons who took the final test, how many passed.' }, [notPassed, { id: 'Rekapitulasi tidak menyebut berapa yang mengerjakan tes, sehingga tidak termasuk.', en: 'Recapitulations do not say how many took the test and are not included.' }]),
	count('training_enrolled', 'enrolled', { id: 'Peserta terdaftar', en: 'Persons enrolled' }, { id: 'Orang yang terdaftar pada kursus netralitas.', en: 'Persons enrolled in a neutrality course.' }),
	count('training_completed', 'completed', { id: 'Peserta selesai', en: 'Persons who completed' }, { id: 'Orang yang menyelesaikan seluruh kegiatan kursus.', en: 'Persons who completed every activity of the course.' }),
	count('training_completed_monthly', 'completed_monthly', { id: 'Peserta selesai per bulan', en: 'Persons who completed, by month' }, { id: 'Orang yang menyelesaikan kursus, menurut bulan selesai; rekapitulasi tanpa tanggal tidak termasuk.', en: 'Persons who completed, by month of completion; recapitulations without dates are not included.' }),
	share('training_reach', 'trained_people', 'asn_of_training', { id: 'Jangkauan pelatihan', en: 'Training reach' }, { id: 'Orang berbeda yang menyelesaikan sedikitnya satu kursus, dibanding jumlah ASN.', en: 'Distinct persons who completed at least one course, against the number of ASN.' }, [{ id: 'Hanya dari ekspor per orang; rekapitulasi tidak dapat membedakan orang.', en: 'From exports per person only; recapitulations cannot tell persons apart.' }]),
	{
		...share('training_score', 'score_points', 'scored', { id: 'Rata-rata nilai pelatihan', en: 'Mean training mark' }, { id: 'Rata-rata nilai terbaik peserta dalam kursus, skala 0-100.', en: 'Mean of the best marks of participants in the course, scale 0-100.' }, []),
		unit: 'score',
		per: 1,
		interval: null,
		method: { id: 'Jumlah nilai dibagi jumlah orang yang bernilai.', en: 'Sum of marks divided by persons with a mark.' }
	},
	{
		...share('quiz_score', 'quiz_points', 'quiz_takers', { id: 'Rata-rata nilai kuis', en: 'Mean quiz score' }, { id: 'Rata-rata nilai terbaik tiap orang, skala 0-100.', en: 'Mean of the best mark of each person, scale 0-100.' }, []),
		unit: 'score',
		per: 1,
		interval: null,
		method: { id: 'Jumlah nilai terbaik dibagi jumlah orang.', en: 'Sum of best marks divided by persons.' }
	}
];
