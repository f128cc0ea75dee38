/** Where an xAPI statement says what: columns of the flattened statements, by their paths. */
import { isMissing } from '../../normalise/text.ts';
import type { GridRow } from '../../read/grid.ts';
import { textAt, type Header } from '../types.ts';

/** What is looked for in a statement → its path. */
const PATHS = {
	id: 'id',
	verb: 'verb.id',
	object: 'object.id',
	object_type: 'object.objecttype',
	activity_type: 'object.definition.type',
	completion: 'result.completion',
	success: 'result.success',
	scaled: 'result.score.scaled',
	raw: 'result.score.raw',
	max: 'result.score.max',
	timestamp: 'timestamp',
	stored: 'stored',
	account: 'actor.account.name',
	name: 'actor.name',
	email: 'actor.mbox',
	email_hash: 'actor.mbox_sha1sum',
	openid: 'actor.openid'
} as const;
export type Field = keyof typeof PATHS;

const NAME = /^object\.definition\.name\.(.+)$/;
const AROUND = /^context\.contextactivities\.(grouping|parent)\.(?:(\d+)\.)?(id|definition\.type|definition\.name\.(.+))$/;

/** An activity that a statement belongs to: a course, a site. */
interface Around {
	readonly kind: string;
	id?: number;
	type?: number;
	readonly names: { readonly language: string; readonly column: number }[];
}

export interface XapiColumns {
	/** Fields that are there. */
	readonly fields: ReadonlyMap<Field, number>;
	readonly names: readonly number[];
	readonly around: readonly Around[];
}

/** Indonesian first, then as in the file. */
const byLanguage = (names: readonly { language: string; column: number }[]): { language: string; column: number }[] =>
	names.toSorted((a, b) => Number(/^id\b/.test(b.language)) - Number(/^id\b/.test(a.language)));

/** Null unless the header has a verb, an object and an actor. */
export function xapiColumns({ keys }: Header): XapiColumns | null {
	const fields = new Map<Field, number>();
	for (const field of Object.keys(PATHS) as Field[]) {
		const column = keys.indexOf(PATHS[field]);
		if (column >= 0) fields.set(field, column);
	}
	if (!fields.has('verb') || !fields.has('object') || !keys.some((key) => key.startsWith('actor.'))) return null;
	const names: { language: string; column: number }[] = [];
	const around = new Map<string, Around>();
	keys.forEach((key, column) => {
		const language = NAME.exec(key)?.[1];
		if (language) names.push({ language, column });
		const [, kind = '', index = '', what = '', named] = AROUND.exec(key) ?? [];
		if (kind === '') return;
		const activity = around.get(`${kind} ${index}`) ?? { kind, names: [] };
		around.set(`${kind} ${index}`, activity);
		if (named) activity.names.push({ language: named, column });
		else activity[what === 'id' ? 'id' : 'type'] = column;
	});
	return {
		fields,
		names: byLanguage(names).map(({ column }) => column),
		around: [...around.values()].map((activity) => ({ ...activity, names: byLanguage(activity.names) })).sort((a, b) => a.kind.localeCompare(b.kind))
	};
}

const firstText = (row: GridRow, columns: readonly number[]): string => columns.map((column) => textAt(row, column)).find((text) => !isMissing(text)) ?? '';

export interface Subject {
	/** What the statement is about. */
	readonly name: string;
	readonly course: string;
	/** The course itself, a part of it, or something of which no course is said: it then stands for itself. */
	readonly about: 'course' | 'part' | 'alone';
}

/** The object of a statement and the course that the statement says it belongs to. A site or platform around it is no course. */
export function subjectOf(row: GridRow, columns: XapiColumns): Subject {
	const object = textAt(row, columns.fields.get('object'));
	const named = columns.around
		.map((activity) => ({ name: firstText(row, activity.names.map(({ column }) => column)), id: textAt(row, activity.id), type: textAt(row, activity.type) }))
		.filter(({ name, type }) => name !== '' && !/\/(lms|site|source|system)$/i.test(type));
	const around = named.find(({ type }) => /\/course$/i.test(type)) ?? named[0];
	const name = firstText(row, columns.names) || object;
	const isCourse = /\/course$/i.test(textAt(row, columns.fields.get('activity_type')));
	if (isCourse || around?.id === object) return { name, course: name, about: 'course' };
	return around ? { name, course: around.name, about: 'part' } : { name, course: name, about: 'alone' };
}

/** Every column that is read, by the name under which a match lists it. */
export const readColumns = ({ fields, names, around }: XapiColumns): Map<string, number> =>
	new Map([
		...[...fields].map(([field, column]): [string, number] => [field === 'account' ? 'person_key' : field, column]),
		...[...names, ...around.flatMap((activity) => [activity.id, activity.type, ...activity.names.map(({ column }) => column)])].flatMap((column): [string, number][] => (column === undefined ? [] : [[`course ${column}`, column]]))
	]);
