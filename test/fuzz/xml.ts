/** The XML of workbooks, changed in ways that no spreadsheet program writes. */
import type { Random } from '../../etl/generate/random.ts';
import { nasty } from './nasty.ts';

const NUMBERS = ['-1', '0', '1', '2', '7', '1e5', '1E308', '1e400', '-0', 'NaN', 'x', '', '0.1', '99999999', '2147483648', '4294967296', '9007199254740993', '1048576', '1048577', '16384', '-99999', '2958466', '-693594', '45477.999999', '123456789012345678'];
const REFERENCES = ['A1', 'XFD1048576', 'XFE1', 'ZZZ9999999', 'GR5', 'A0', 'A-1', '', '1', 'A1:XFD1048576', 'A1:A1048576', 'B2:A1', '$C$3', 'a1', 'A1:', 'R1C1'];
const TYPES = ['s', 'str', 'b', 'e', 'd', 'n', 'inlineStr', 'x', ''];
const DOCTYPES = ['<!DOCTYPE x>', '<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Replaces one of the places that match; `change` gets what stands there. */
function at(xml: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
	const found = [...xml.matchAll(pattern)];
	if (found.length === 0) return xml;
	const match = random.pick(found);
	return xml.slice(0, match.index) + change(match[0]) + xml.slice(match.index + match[0].length);
}

const ELEMENT = /<(c|row|si|sheet|mergeCell|col|xf|numFmt|Relationship|table:table-row|table:table-cell|table:table|text:p)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g;
const ATTRIBUTE = (names: string): RegExp => new RegExp(`(?<=\\s)(?:${names})="[^"]*"`, 'g');

const CHANGES: readonly ((xml: string, random: Random) => string)[] = [
	(xml, random) => at(xml, ELEMENT, random, (found) => found.repeat(random.pick([2, 2, 3, 300]))),
	(xml, random) => at(xml, ELEMENT, random, () => ''),
	(xml, random) => at(xml, /<[^>]+>/g, random, (found) => (random.chance(0.5) ? '' : found + found)),
	(xml, random) => at(xml, ATTRIBUTE('r|ref|sqref'), random, (found) => `${found.slice(0, found.indexOf('='))}="${random.pick([...REFERENCES, ...NUMBERS])}"`),
	(xml, random) => at(xml, ATTRIBUTE('r'), random, (found) => found.replace(/\d+/, random.pick(NUMBERS))),
	(xml, random) => at(xml, ATTRIBUTE('s|min|max|numFmtId|sheetId|count|office:value|table:number-(?:rows|columns)-(?:repeated|spanned)'), random, (found) => found.replace(/"[^"]*"/, `"${random.pick(NUMBERS)}"`)),
	(xml, random) => at(xml, /<c\b/g, random, () => `<c t="${random.pick(TYPES)}"`),
	(xml, random) => at(xml, ATTRIBUTE('t|office:value-type|calcext:value-type'), random, (found) => found.replace(/"[^"]*"/, `"${random.pick([...TYPES, 'float', 'date', 'percentage', 'boolean', 'string'])}"`)),
	(xml, random) => at(xml, ATTRIBUTE('office:date-value|office:boolean-value|office:string-value'), random, (found) => found.replace(/"[^"]*"/, `"${escaped(nasty(random))}"`)),
	(xml, random) => at(xml, /<v>[^<]*<\/v>/g, random, () => random.pick(['', '<v/>', '<v></v>', `<v>${random.pick(NUMBERS)}</v>`, `<v>${escaped(nasty(random))}</v>`])),
	(xml, random) => {
		let made = xml;
		for (let times = random.int(2, 20); times > 0; times--) made = at(made, /(?<=<(?:v|t|text:p)>)[^<]*/g, random, () => escaped(nasty(random)).slice(0, 50_000));
		return made;
	},
	(xml, random) => at(xml, /<(?:row|table:table-row)\b/g, random, (found) => `${found} hidden="1" r="${random.pick(NUMBERS)}"`),
	(xml, random) => at(xml, /<(?:table:table-cell|table:table-row|table:table-column)\b/g, random, (found) => `${found} table:number-${random.pick(['rows', 'columns'])}-${random.pick(['repeated', 'spanned'])}="${random.pick(NUMBERS)}"`),
	(xml, random) => at(xml, /<(?:c|si|row|sheetData|text:p|table:table-cell)\b[^>]*>/g, random, (found) => found + '<x>'.repeat(random.pick([5, 200, 20_000]))),
	(xml, random) => at(xml, /<(?:v|t|text:p)>/g, random, (found) => `${found}${random.pick(['&a;', '&amp', '&#0;', '&#x1F600;', '&#55357;', '&#xFFFFFFFF;', '<![CDATA[x]]>', '<![CDATA[', '<!--', '<?x?>'])}`),
	(xml, random) => xml.replace(/(<\?xml[^>]*\?>)?/, (found) => `${found}${random.pick(DOCTYPES)}`),
	(xml, random) => xml.slice(0, random.int(0, xml.length)),
	(xml, random) => `${xml}${random.pick(['<x/>', 'x', '\u0000', xml])}`,
	(xml, random) => at(xml, /<\/(?:sheetData|office:spreadsheet)>/g, random, (found) => `${random.pick(['<row r="5"><c r="A5"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', '<table:table table:name="x"/>'])}${found}`),
	(xml, random) => at(xml, /<sheetData>/g, random, (found) => `<cols><col min="${random.pick(NUMBERS)}" max="${random.pick(NUMBERS)}" hidden="1"/></cols>${found}`),
	(xml, random) => at(xml, /<f>[^<]*<\/f>|<v>[^<]*<\/v>/g, random, (found) => random.pick(['<f>1+1</f>', `<f>SUM(A1)</f>${found}`, '<f/><v>#REF!</v>'])),
	// A sheet is found by its name: it is shown as it is.
	(xml, random) => at(xml, /(?<=\b(?:name|table:name)=")[^"]*/g, random, () => escaped(nasty(random).replaceAll(/\d{9,}/g, '9')).slice(0, 300)),
	(xml) => xml.replaceAll(/ r="[A-Z]+\d+"/g, ''),
	(xml, random) => xml.replaceAll(/ r="\d+"/g, () => ` r="${random.int(1, 6)}"`)
];

/** Changes a part once or some times over; rarely its encoding too. */
export function changeXml(data: Uint8Array, random: Random): Uint8Array {
	let xml = Buffer.from(data).toString('utf8');
	for (let times = random.pick([1, 1, 2, 4]); times > 0; times--) xml = random.pick(CHANGES)(xml, random);
	if (random.chance(0.02)) return Buffer.from(`\ufeff${xml}`, 'utf16le');
	return random.chance(0.02) ? Buffer.concat([Buffer.from(xml), Buffer.from([0xc3, 0x28])]) : Buffer.from(xml);
}
