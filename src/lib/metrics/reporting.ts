/** Whether the regencies have reported at all: what every other figure rests on. */
import type { Measure, Metric } from './types.ts';

const reports = (id: string, where: string | null): Measure => ({
	id,
	family: 'reporting',
	dataset: null,
	mart: 'mart_report',
	region: 'regency',
	value: 'count(*)',
	where,
	by: { dataset: 'dataset' },
	additive: true,
	absent: 'zero',
	guard: 'open'
});

export const REPORTING_MEASURES: readonly Measure[] = [reports('reports_expected', null), reports('reports_received', 'received')];

export const REPORTING_METRICS: readonly Metric[] = [
	{
		id: 'reporting_completeness',
		family: 'reporting',
		name: { id: 'Kelengkapan laporan', en: 'Reporting completeness' },
		unit: 'percent',
		polarity: 'none',
		numerator: 'reports_received',
		denominator: 'reports_expected',
		per: 100,
		interval: null,
		about: { id: 'Dari laporan yang diharapkan (daerah dengan pemilihan × dataset), berapa yang sudah diterima, termasuk laporan nihil.', en: 'Of the reports expected (regencies with an election × dataset), how many have arrived, nil returns included.' },
		method: { id: 'Hitungan lengkap, bukan sampel: tanpa rentang.', en: 'A full count, not a sample: no interval.' },
		caveats: [{ id: 'Laporan yang tidak datang bukan nol kejadian.', en: 'A report that did not arrive is not zero events.' }],
		sources: { id: 'Kiriman yang diterima Pantau; daftar pemilihan per siklus.', en: 'Submissions received by Pantau; list of elections by cycle.' }
	}
];
