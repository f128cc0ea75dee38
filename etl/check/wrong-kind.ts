/** Words for a file that is not the report asked for: what it is, what was asked, and what to send instead. */
import { CONTRACTS } from '../datasets/index.ts';
import type { CheckContext } from '../findings.ts';
import { both, type Bilingual, type Phrase } from '../phrase.ts';
import { KINDS, type Kind, type Recognition } from '../recognise/index.ts';
import type { Sink } from './sink.ts';

const UNKNOWN: Bilingual = { id: 'laporan yang tidak dikenali', en: 'a report that is not recognised' };
const NO_DATA: Bilingual = { id: 'laporan ini tidak memuat data penyelesaian atau kasus yang dapat dimuat', en: 'this report holds no completion or case data that can be loaded' };
const ANY: Bilingual = { id: 'judul kolomnya tidak cocok dengan laporan mana pun yang dapat dibaca', en: 'its headings fit none of the reports that can be read' };
const USE_TEMPLATE: Bilingual = { id: 'Isi templat (halaman Periksa berkas atau perintah "etl template"), atau minta operator Pantau memetakan kolomnya ("mapping" di source.json; lihat docs/files.md)', en: 'Fill in a template (page Check a file, or the command "etl template"), or ask the operator of Pantau to map its columns ("mapping" in source.json; see docs/files.md)' };

/** Adds REPORT_WRONG_KIND for a report of another kind, or for none that is known. */
export function addWrongKind(wrong: Recognition | null, context: CheckContext, sink: Sink): void {
	const found = wrong ? both((say) => `"${say(wrong.kind.title)}"`) : UNKNOWN;
	sink.add('REPORT_WRONG_KIND', { row: wrong?.header.rows[0] ?? null }, { found, asked: askedWords(wrong, context), remedy: remedyWords(wrong?.kind, context) });
}

/** Adds HEADER_MISSING with the columns and the report they belong to. */
export function addIncomplete({ header, kind, match }: Recognition, sink: Sink): void {
	const columns = both((say) => `${match.missing.map((name) => `"${say(name)}"`).join(', ')} (${say(kind.title)})`);
	sink.add('HEADER_MISSING', { row: header.rows[0] ?? null }, { columns, ...(match.remedy ? { remedy: match.remedy } : {}) });
}

function askedWords(wrong: Recognition | null, context: CheckContext): Phrase {
	const { dataset } = context;
	if (!dataset) return wrong ? NO_DATA : ANY;
	return both((say) => `${say({ id: 'yang diminta data', en: 'asked for was the data' })} "${say(CONTRACTS[dataset].title)}"`);
}

function remedyWords(kind: Kind | undefined, context: CheckContext): Phrase {
	const { instead } = kind ?? {};
	if (instead) return both((say) => `${say({ id: 'Kirim', en: 'Send' })} ${say(instead)}`);
	const suitable = KINDS.filter((own) => own.dataset !== null && own.dataset === context.dataset && !own.kind.startsWith('canonical_'));
	if (suitable.length === 0) return USE_TEMPLATE;
	return both((say) => `${say({ id: 'Kirim salah satu dari', en: 'Send one of' })}: ${suitable.map((own) => say(own.title)).join('; ')}`);
}
