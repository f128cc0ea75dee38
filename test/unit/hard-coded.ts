/** Finds words for the screen that are no messages: in components, in code, and what is wrong with a message. */
import { parse } from 'svelte/compiler';
import ts from 'typescript';

export interface Found {
	readonly line: number;
	readonly text: string;
}

/** The name of the product is the same in both languages. */
const PRODUCT = /Pantau( Netralitas ASN)?/g;
const READ_ALOUD: ReadonlySet<string> = new Set(['title', 'aria-label', 'aria-description', 'aria-roledescription', 'alt', 'placeholder', 'label', 'content']);

const lettersIn = (text: string): boolean => /\p{L}/u.test(text.replace(PRODUCT, ''));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Text between tags, in attributes that are read, and prose in the expressions and scripts of a component. */
export function textsOfComponent(source: string): Found[] {
	const found: Found[] = [];
	const lineAt = (at: unknown): number => source.slice(0, typeof at === 'number' ? at : 0).split('\n').length;
	const add = (node: Record<string, unknown>, text: string): void => void found.push({ line: lineAt(node['start']), text: text.trim() });
	const visit = (value: unknown, inAttribute: boolean): void => {
		if (Array.isArray(value)) return value.forEach((inner) => visit(inner, inAttribute));
		if (!isRecord(value)) return;
		const { type } = value;
		if (type === 'ImportDeclaration' || type === 'StyleSheet' || (typeof type === 'string' && type.startsWith('TS'))) return;
		if (type === 'Attribute') {
			const name = String(value['name']);
			if (READ_ALOUD.has(name)) for (const part of [value['value']].flat()) if (isRecord(part) && part['type'] === 'Text' && lettersIn(String(part['data']))) add(value, `${name}="${String(part['data'])}"`);
			return name === 'class' || name === 'style' ? undefined : visit(value['value'], true);
		}
		if (type === 'Text' && !inAttribute && lettersIn(String(value['data']))) return add(value, String(value['data']));
		if (type === 'Literal' && typeof value['value'] === 'string' && isProse(value['value'])) return add(value, value['value']);
		if (type === 'TemplateElement' && isRecord(value['value']) && !inAttribute && hasWord(String(value['value']['raw']))) return add(value, String(value['value']['raw']));
		for (const [name, inner] of Object.entries(value)) if (name !== 'css' && name !== 'leadingComments' && name !== 'trailingComments' && name !== 'comments') visit(inner, inAttribute && type !== 'ExpressionTag');
	};
	const { fragment, instance, module } = parse(source, { modern: true });
	visit([fragment, instance?.content, module?.content], false);
	return found;
}

const SQL = /\b(SELECT|FROM|EXISTS|WHERE)\b/;
const HEADER = /^(private|public|no-store|no-cache|max-age|attachment|inline)\b[,;=]?/;
const MARKUP = /<\/?[a-z]|="|\{|[\w-]+:[^ ]|^[\w-]+:.*;|^#|^M-?\d/;
const ADDRESS = /^(\/|\?|https?:|data:|text\/|application\/|[a-z]+=)/;
const isTechnical = (text: string): boolean => SQL.test(text) || HEADER.test(text) || MARKUP.test(text) || ADDRESS.test(text) || (!SMALL.test(text.trim()) && /^[\d\s.,%:;()×–-]*[a-z]*$/.test(text.trim()));

/** Words of a sentence that are no names of anything in code. */
const SMALL = /^(dan|atau|dari|yang|untuk|dengan|tidak|belum|sudah|ini|itu|adalah|orang|kegiatan|bulan|hari|daerah|the|of|and|or|with|is|are|not yet)$/i;

/** Two words beside each other, a word with a capital, or a small word of a sentence: names of things in code are none of these. */
export const isProse = (text: string): boolean => {
	const own = text.replace(PRODUCT, '');
	return !isTechnical(own) && (/\p{L}{2,}[,;:.!?)]?\s+\(?\p{L}{2,}/u.test(own) || /^\s*\p{Lu}\p{Ll}{2,}(?!\p{L})/u.test(own) || SMALL.test(own.trim()));
};
/** A word that stands by itself inside a template. */
const hasWord = (text: string): boolean => !isTechnical(text) && /(^|\s)\p{L}{2,}[,;:.]?(\s|$)/u.test(text.replace(PRODUCT, ''));

const DEVELOPERS: ReadonlySet<string> = new Set(['Error', 'TypeError', 'RangeError', 'RegExp', 'BusyError', 'Date']);
const SORTED_OUT: ReadonlySet<string> = new Set(['query', 'regex', 'replace', 'replaceAll', 'split', 'test', 'warn', 'error', 'log']);

/** Whether a literal is read by the machine or by developers: a name of code, a type, a pattern, an error's reason. */
function isCode(node: ts.Node): boolean {
	const { parent } = node;
	if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent) || ts.isElementAccessExpression(parent) || ts.isCaseClause(parent)) return true;
	if (ts.isPropertyAssignment(parent) && (parent.name === node || (parent.name.getText() === 'id' && isString(node) && /^[a-z0-9-]+$/.test(node.text)))) return true;
	if (ts.isBinaryExpression(parent) && /^[=!]==?$/.test(parent.operatorToken.getText())) return true;
	for (let at: ts.Node = node; at.parent; at = at.parent) {
		const up = at.parent;
		if (ts.isNewExpression(up) && DEVELOPERS.has(up.expression.getText())) return true;
		if (ts.isCallExpression(up) && ts.isPropertyAccessExpression(up.expression) && SORTED_OUT.has(up.expression.name.text) && (up.expression.name.text !== 'error' || up.expression.expression.getText() === 'console')) return true;
		if (ts.isStatement(up)) break;
	}
	return false;
}

const isString = (node: ts.Node): node is ts.StringLiteralLike => ts.isStringLiteralLike(node);

/** Literals in TypeScript that look like words for a reader; two literals chosen by the language are always such. */
export function textsOfCode(source: string): Found[] {
	const file = ts.createSourceFile('code.ts', source, ts.ScriptTarget.Latest, true);
	const found: Found[] = [];
	const add = (node: ts.Node, text: string): void => void found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: text.trim() });
	const visit = (node: ts.Node): void => {
		if (ts.isConditionalExpression(node) && /\blang\b/.test(node.condition.getText())) {
			for (const side of [node.whenTrue, node.whenFalse]) if (isString(side) && /\p{L}{2,}/u.test(side.text) && !/^-?(id|en)(-[A-Z]+)?$/.test(side.text) && !ADDRESS.test(side.text)) add(side, side.text);
		} else if (isString(node) && !isCode(node) && isProse(node.text)) add(node, node.text);
		else if (ts.isTemplateExpression(node) && !isCode(node)) {
			const whole = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('\u0000');
			if (!isTechnical(whole)) for (const piece of [node.head, ...node.templateSpans.map((span) => span.literal)]) if (isProse(piece.text) || hasWord(piece.text)) add(piece, piece.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found.filter((one, at) => found.findIndex((other) => other.line === one.line && other.text === one.text) === at);
}

export interface Message {
	readonly path: string;
	readonly id: unknown;
	readonly en: unknown;
}

/** All `{ id, en }` in a module of messages, however deep. */
export function messagesIn(value: unknown, path: string): Message[] {
	if (!isRecord(value)) return [];
	if ('id' in value && !isRecord(value['id'])) return [{ path, id: value['id'], en: value['en'] }];
	if ('en' in value && !isRecord(value['en'])) return [{ path, id: value['id'], en: value['en'] }];
	return Object.entries(value).flatMap(([name, inner]) => messagesIn(inner, `${path}.${name}`));
}

const MESSAGES = /import (?:type )?\{([^}]*)\} from '[^']*\/messages\/[\w-]+\.ts';?/g;

/** The messages and groups of messages that a file names, by the names they are exported under: `A4.title`, `A4.roles`. */
export function messagesNamed(source: string): string[] {
	const body = source.replace(/^\s*import [^;]*;/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
	const names = [...source.matchAll(MESSAGES)].flatMap(([, list = '']) => list.split(',').map((one) => one.trim().replace(/^type /, '').split(' as ')));
	return names.flatMap(([name = '', own = name]) =>
		name === '' ? [] : [...body.matchAll(new RegExp(`(?<![\\w.'"])${own}\\b((?:\\??\\.\\w+|\\['[^']+'\\])*)`, 'g'))].map(([, rest = '']) => name + rest.replace(/\['([^']+)'\]/g, '.$1').replaceAll('?', ''))
	);
}

/** The words a file can pick a message of a group by: its literals and the names of its properties. */
export const keysIn = (source: string): string[] => [...source.matchAll(/'([^'\n]+)'|`([^`$\n]+)`|\b(\w+)\??:/g)].map(([, single, template, property]) => single ?? template ?? property ?? '');

const PLACE = /\{(\w+)(\|[^{}|]*\|[^{}|]*)?\}/g;
const namesIn = (text: string, kind: 'value' | 'all'): string => [...new Set([...text.matchAll(PLACE)].flatMap(([, name = '', plural]) => (plural === undefined || kind === 'all' ? [name] : [])))].sort().join(' ');

/** What is wrong with a message, or null. `same`: words that are the same in both languages. */
export function faultOf({ id, en }: Message, same: ReadonlySet<string>): string | null {
	if (typeof id !== 'string' || id.trim() === '') return 'no Indonesian text';
	if (typeof en !== 'string' || en.trim() === '') return 'no English text';
	if (/[{}]/.test(`${id}${en}`.replace(PLACE, ''))) return 'a brace that is no placeholder';
	if (namesIn(id, 'value') !== namesIn(en, 'value')) return `placeholders differ: {${namesIn(id, 'value')}} and {${namesIn(en, 'value')}}`;
	if (id.replace(PLACE, '').includes('|') || namesIn(id, 'all') !== namesIn(id, 'value')) return 'Indonesian has no plural';
	if (/\d %/.test(en)) return 'English writes a percentage without a space';
	if (id === en && /\p{L}/u.test(id.replace(PLACE, '')) && !same.has(id)) return 'the same in both languages';
	return null;
}
