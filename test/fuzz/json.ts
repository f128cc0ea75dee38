/** JSON as learning systems and web tables write it, and as nobody should: deep, wide, doubled, cut. */
import type { Random } from '../../etl/generate/random.ts';
import { nasty } from './nasty.ts';

const VERBS = ['completed', 'passed', 'failed', 'scored', 'attempted', 'answered', 'registered', 'x'];
const HEADINGS = ['NIP', 'Nama', 'Unit Kerja', 'Kabupaten/Kota', 'Pelatihan', 'Status', 'Tanggal Selesai', 'Nilai', 'Laki-laki', 'Perempuan', 'Jumlah', 'Keadaan Per', '__proto__', 'constructor', '', 'regency', 'persons', 'as_of'];
const SCALARS = ['null', 'true', 'false', '0', '-0', '1e400', '-1E-7', '197806152003121951', '197806152003121984', '12345678901234567890123', '1.50', '01', '.5', 'NaN', "'x'", '"\\u0000"', '"\\ud800"', '"\\x"', '"a', '{}', '[]', '[[]]', '{"a":{}}', '[1,2,"x"]'];

const text = (value: string): string => JSON.stringify(value);
const scalar = (random: Random): string => (random.chance(0.5) ? text(nasty(random)) : random.pick(SCALARS));
const deep = (random: Random): string => {
	const levels = random.pick([3, 31, 33, 64, 5000, 200_000]);
	const [open, close] = random.pick([['[', ']'], ['{"a":', '}'], ['[{"a":', '}]']]) as [string, string];
	return open.repeat(levels) + '1' + (random.chance(0.8) ? close.repeat(levels) : '');
};

function value(random: Random): string {
	const kind = random.int(0, 60);
	if (kind === 0) return deep(random);
	if (kind === 1) return `[${Array.from({ length: random.pick([5, 300, 3000]) }, () => scalar(random)).join(',')}]`;
	if (kind === 2) return `{${Array.from({ length: random.pick([2, 40, 1500]) }, (_, at) => `${text(`k${at}`)}:${scalar(random)}`).join(',')}}`;
	return scalar(random);
}

/** The usual value, or rarely another one. */
const or = (usual: string, random: Random): string => (random.chance(0.06) ? value(random) : usual);
const object = (entries: readonly (readonly [string, string])[], random: Random): string => {
	const own = entries.filter(() => !random.chance(0.03));
	if (random.chance(0.04) && own[0]) own.push([own[random.int(0, own.length - 1)]?.[0] ?? 'x', value(random)]);
	if (random.chance(0.02)) own.push(['__proto__', '{"polluted":true}']);
	return `{${own.map(([name, inner]) => `${text(name)}:${inner}`).join(',')}}`;
};
const two = (n: number): string => String(n).padStart(2, '0');
const nipOf = (random: Random): string => `19${random.int(66, 95)}${two(random.int(1, 12))}${two(random.int(1, 28))}201${random.int(0, 9)}${two(random.int(1, 12))}${random.int(1, 2)}${two(random.int(0, 99))}${random.int(1, 9)}`;

function statement(random: Random): string {
	const when = `"2024-0${random.int(1, 9)}-${two(random.int(1, 28))}T${two(random.int(0, 23))}:10:11${random.pick(['Z', '+07:00', '.123Z', ''])}"`;
	const account = object([['homePage', '"https://lms.example.go.id"'], ['name', or(text(nipOf(random)), random)]], random);
	const actor = object([['objectType', '"Agent"'], ['name', or('"Contoh"', random)], random.chance(0.8) ? ['account', or(account, random)] : ['mbox', text(`mailto:${nipOf(random)}@go.id`)]], random);
	const verb = object([['id', or(text(`http://adlnet.gov/expapi/verbs/${random.pick(VERBS)}`), random)], ['display', '{"id":"selesai","en-US":"completed"}']], random);
	const definition = object([['name', or('{"id":"Netralitas ASN"}', random)], ['type', or('"http://adlnet.gov/expapi/activities/course"', random)]], random);
	const score = object([['scaled', or(String(random.int(0, 100) / 100), random)], ['raw', or(String(random.int(0, 100)), random)], ['max', or('100', random)], ['min', '0']], random);
	const result = object([['score', or(score, random)], ['success', or(random.pick(['true', 'false']), random)], ['completion', or('true', random)]], random);
	return object([['id', text(`s${random.int(0, 99_999)}`)], ['actor', or(actor, random)], ['verb', or(verb, random)], ['object', or(object([['id', or(`"https://lms.example.go.id/course/${random.int(1, 3)}"`, random)], ['definition', or(definition, random)]], random), random)], ['result', or(result, random)], ['timestamp', or(when, random)]], random);
}

function record(headings: readonly string[], random: Random): string {
	return object(headings.map((name) => [name, random.chance(0.5) ? text(name === 'NIP' ? nipOf(random) : nasty(random)) : scalar(random)]), random);
}

/** A JSON text: statements, or records with the headings of a table. */
export function json(random: Random): string {
	const headings = Array.from({ length: random.int(1, 9) }, () => random.pick(HEADINGS));
	const make = random.chance(0.6) ? () => statement(random) : () => record(headings, random);
	const count = random.pick([0, 1, 2, 5, 20, 60, 200]);
	const records = Array.from({ length: count }, make);
	switch (random.int(0, 7)) {
		case 0:
			return `{"statements":[${records.join(',\n')}],"more":""}`;
		case 1:
			return records.map((own) => (random.chance(0.02) ? own.slice(0, random.int(0, own.length)) : own)).join('\n');
		case 2:
			return `[[${records.join(',')}]]`;
		case 3:
			return random.chance(0.3) ? deep(random) : value(random);
		default:
			return `[${records.join(random.pick([',', ',\n', ',\n\n', ', ']))}]`;
	}
}
