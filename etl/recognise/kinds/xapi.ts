/** xAPI and cmi5 statements: several of one person about one course become one row; what was voided or says nothing about completion is left out. */
import { parseNip } from '../../normalise/nip.ts';
import { cleanText, isMissing } from '../../normalise/text.ts';
import type { Bilingual } from '../../phrase.ts';
import type { GridRow } from '../../read/grid.ts';
import { regionByCode } from '../../reference/areas.ts';
import { cellAt, textAt, type Body, type Draft, type Kind, type Reporter } from '../types.ts';
import { readColumns, subjectOf, xapiColumns, type Field, type XapiColumns } from './xapi-columns.ts';
import { Standings } from './xapi-standing.ts';
import { localDate, scoreOf, type Place } from './xapi-values.ts';
import { verbOf, type Verb } from './xapi-verbs.ts';

interface Statement {
	readonly row: GridRow;
	readonly verb: Verb;
}

const REPEATED: Bilingual = { id: 'pernyataan berulang (id sama)', en: 'repeated statement (same id)' };
const VOIDED: Bilingual = { id: 'pernyataan dibatalkan (voided)', en: 'statement that was voided' };
const VOIDING: Bilingual = { id: 'pernyataan yang membatalkan pernyataan lain', en: 'statement that voids another' };

/** Statements that count: each once, none that was cancelled, none about other things. */
function effective(body: Body, columns: XapiColumns, reporter: Reporter): Statement[] {
	const text = (row: GridRow, field: Field) => textAt(row, columns.fields.get(field));
	const seen = new Set<string>();
	const rows = body.data.filter((row) => {
		const id = text(row, 'id').toLowerCase();
		if (id !== '' && seen.has(id)) {
			reporter.drop(row.row, REPEATED);
			return false;
		}
		seen.add(id);
		return true;
	});
	const voided = new Set(rows.filter((row) => verbOf(text(row, 'verb')) === 'voided').map((row) => text(row, 'object').toLowerCase()));
	return rows.flatMap((row): Statement[] => {
		const verb = verbOf(text(row, 'verb'));
		const name = text(row, 'verb').split(/[/#]/).at(-1) ?? '';
		if (verb === 'voided') reporter.drop(row.row, VOIDING);
		else if (voided.has(text(row, 'id').toLowerCase()) && text(row, 'id') !== '') reporter.drop(row.row, VOIDED);
		else if (verb === null) reporter.drop(row.row, { id: `pernyataan "${name}" tidak menyebut penyelesaian`, en: `statement "${name}" says nothing about completion` });
		else return [{ row, verb }];
		return [];
	});
}

const NOT_NAMED: Bilingual = {
	id: 'pernyataan tidak menyebut NIP; atur LMS agar actor.account.name berisi NIP',
	en: 'the statement does not give the NIP; set the LMS so that actor.account.name holds it'
};

/** The NIP of the actor: account, else name, else the part of the address before the @. Null after saying what is wrong. */
function nipOf(row: GridRow, columns: XapiColumns, reporter: Reporter): string | null {
	const { asOf } = reporter.context;
	const text = (field: Field) => textAt(row, columns.fields.get(field));
	const account = cellAt(row, columns.fields.get('account'));
	const mailed = /^(?:mailto:)?(\d{18})@/i.exec(text('email'))?.[1];
	const held = account && !isMissing(account.text.trim()) ? parseNip(cleanText(account.text).text, account.numeric, asOf) : null;
	if (held && 'nip' in held) return held.nip;
	for (const other of [text('name'), mailed ?? '']) {
		const parsed = parseNip(other, false, asOf);
		if ('nip' in parsed) return parsed.nip;
	}
	const field = (['account', 'email', 'email_hash', 'openid', 'name'] as const).find((own) => !isMissing(text(own)));
	const column = columns.fields.get(field ?? 'account') ?? columns.fields.get('verb') ?? 0;
	const reason = held && 'problem' in held && /^[\d\s.E+]+$/i.test(text('account')) ? held.reason : NOT_NAMED;
	reporter.find(held && 'problem' in held ? held.problem : 'NIP_FORMAT', { row: row.row, column, value: field ? text(field) : '' }, { reason });
	return null;
}

function drafts(body: Body, reporter: Reporter): Draft[] {
	const columns = xapiColumns(body.header);
	if (!columns) return [];
	const zone = regionByCode(reporter.context.regency)?.timeZone ?? 'WIB';
	const standings = new Standings(reporter.context.source?.course ?? null);
	for (const { row, verb } of effective(body, columns, reporter)) {
		const text = (field: Field) => textAt(row, columns.fields.get(field));
		const at = (field: Field): Place => ({ row: row.row, column: columns.fields.get(field) ?? 0, value: text(field) });
		const nip = nipOf(row, columns, reporter);
		const date = localDate(at(isMissing(text('timestamp')) ? 'stored' : 'timestamp'), zone, reporter);
		const score = scoreOf({ scaled: at('scaled'), raw: at('raw'), max: at('max') }, reporter);
		if (nip === null || date === null || score === undefined) continue;
		standings.add({ nip, date, score, verb, object: text('object'), subject: subjectOf(row, columns), completion: text('completion'), success: text('success'), place: at('verb') });
	}
	return standings.drafts(reporter);
}

export const xapiStatements: Kind = {
	kind: 'xapi_statements',
	dataset: 'training',
	title: { id: 'Pernyataan xAPI', en: 'xAPI statements' },
	checkTotals: false,
	decimal: '.',
	match: (header) => {
		const found = xapiColumns(header);
		return found && { score: 40 + found.fields.size, language: null, columns: readColumns(found), missing: [] };
	},
	unspoken: (header) => {
		const found = xapiColumns(header);
		const read = new Set(found ? readColumns(found).values() : []);
		return header.keys.map((_, column) => column).filter((column) => !read.has(column));
	},
	drafts
};
