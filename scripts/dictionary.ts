/** Writes docs/data-dictionary.md from the contracts and the metric catalogue. `node scripts/run.mjs scripts/dictionary.ts` */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS, DATASETS, type Column } from '../etl/datasets/index.ts';
import { ROOT } from '../etl/root.ts';
import { breakdownsOf, METRICS, sentFor, type Metric } from '../src/lib/metrics/index.ts';
import { BRIEF_COLUMNS } from '../src/lib/server/export/brief.ts';

export const DICTIONARY = join(ROOT, 'docs', 'data-dictionary.md');

const codesOf = (c: Column): string => (c.codes === undefined ? '' : 'reference' in c.codes ? `lihat data/reference/${c.codes.reference}.csv` : c.codes.join(', '));

/** What of a breakdown not every file tells stands behind its name. */
const breakdownText = (m: Metric): string =>
	breakdownsOf(m)
		.map((b) => [b, sentFor(m, b).filter((sent) => !sentFor(m, null).includes(sent))] as const)
		.map(([b, more]) => (more.length === 0 ? b : `${b} (${more.join(' + ')})`))
		.join(', ');

export function dictionary(): string {
	const lines = ['# Data dictionary', '', 'Generated from the dataset contracts and the metric catalogue (`node scripts/run.mjs scripts/dictionary.ts`); a test keeps it true.', '', '## Datasets: columns of accepted rows', ''];
	for (const name of DATASETS) {
		const contract = CONTRACTS[name];
		lines.push(`### ${name}: ${contract.title.id} / ${contract.title.en}`, '', `Key: ${contract.key.join(', ')}. ${contract.personLevel ? 'Rows are about persons (pseudonyms, never names or NIP).' : 'Rows are not about persons.'}`, '');
		lines.push('| column | type | required | Indonesia | English | codes |', '|---|---|---|---|---|---|');
		for (const c of contract.columns) lines.push(`| ${c.name} | ${c.type} | ${c.required ? 'yes' : ''} | ${c.about.id} | ${c.about.en} | ${codesOf(c).replaceAll('|', '\\|')} |`);
		lines.push('');
	}
	lines.push('## Metrics', '', 'A province or the nation has a figure once half of its regencies have sent all that stands under *sent*: datasets, and parts of them that not every file tells.', '', '| id | nama | name | unit | numerator / denominator | method | sent | breakdowns (and what else must be sent) |', '|---|---|---|---|---|---|---|---|');
	for (const m of METRICS) lines.push(`| ${m.id} | ${m.name.id} | ${m.name.en} | ${m.unit} | ${m.numerator}${m.denominator ? ` / ${m.denominator}` : ''} | ${m.method.en} | ${sentFor(m, null).join(' + ')} | ${breakdownText(m)} |`);
	lines.push('', '## The brief', '', `Columns, in this order: ${BRIEF_COLUMNS.join(', ')}.`, '', '`status` is ok, suppressed, not_received, not_published, not_applicable, provisional or revised; a cell that is not ok has no number. Text that a spreadsheet would take for a formula begins with an apostrophe in CSV; take Parquet, Arrow or JSON for the raw text.', '');
	return lines.join('\n');
}

if (import.meta.main) writeFileSync(DICTIONARY, dictionary());
