/** Numbers as Indonesian and English exports write them; the convention is proven per column, never guessed per cell. */
export type Decimal = ',' | '.';
export type NumberProblem = 'NUMBER_INVALID' | 'NUMBER_AMBIGUOUS';
export type NumberResult = { readonly value: number } | { readonly problem: NumberProblem };

export interface NumberProfile {
	/** Both signs are proven as decimal signs in one column. */
	readonly conflicting: boolean;
	readonly decimal: Decimal | null;
}

const UNITS = /\s*(orang|org|peserta|pegawai|asn|pns|jiwa|kali|kegiatan|kasus|poin|laporan|temuan)\.?$/i;
/** Digits, grouped by threes or not, with a fraction or not. */
const SHAPES = [/^-?\d+([.,]\d+)?$/, /^-?\d{1,3}(\.\d{3})+(,\d+)?$/, /^-?\d{1,3}(,\d{3})+(\.\d+)?$/];
const bareNumber = (text: string): string => text.replace(UNITS, '').replace(/\s*%$/, '').replace(/^\+/, '').trim();

/** Which decimal sign this one text proves; null when it proves none: `1,2,3` is no number and says nothing about the others. */
function proves(text: string): Decimal | null {
	const number = bareNumber(text).replace(/^-/, '');
	if (!/^[\d.,]+$/.test(number)) return null;
	const dots = number.split('.').length - 1;
	const commas = number.split(',').length - 1;
	if (dots && commas) return /^\d{1,3}(\.\d{3})*,\d+$/.test(number) ? ',' : /^\d{1,3}(,\d{3})*\.\d+$/.test(number) ? '.' : null;
	if (dots > 1) return /^\d{1,3}(\.\d{3})+$/.test(number) ? ',' : null;
	if (commas > 1) return /^\d{1,3}(,\d{3})+$/.test(number) ? '.' : null;
	if (dots === 1) return /^\d{1,3}\.\d{3}$/.test(number) && !number.startsWith('0.') ? null : '.';
	if (commas === 1) return /^\d{1,3},\d{3}$/.test(number) && !number.startsWith('0,') ? null : ',';
	return null;
}

/** `1.025` and `3,182` prove nothing alone, but together they contradict each other. */
export function profileNumbers(texts: Iterable<string>): NumberProfile {
	const proven = new Set<Decimal>();
	let dotGroups = false;
	let commaGroups = false;
	for (const text of texts) {
		const sign = proves(text);
		if (sign) proven.add(sign);
		else if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(bareNumber(text))) dotGroups = true;
		else if (/^-?[1-9]\d{0,2},\d{3}$/.test(bareNumber(text))) commaGroups = true;
	}
	const conflicting = proven.size === 2 || (proven.size === 0 && dotGroups && commaGroups);
	return { conflicting, decimal: proven.size === 1 ? ([...proven][0] ?? null) : null };
}

/**
 * Reads one number. Without proof in the column, `1.025` is a count of 1025 (Indonesian writing) where `whole` numbers are expected;
 * `3,182` and a mark of `93.750` stay ambiguous, and so does a count of `3.000` beside a `12.5`: it would be read as 3.
 */
export function parseNumber(text: string, profile: NumberProfile, whole: boolean): NumberResult {
	const number = bareNumber(text);
	if (/^-?\d+$/.test(number)) return { value: Number(number) };
	if (!SHAPES.some((shape) => shape.test(number))) return { problem: 'NUMBER_INVALID' };
	if (profile.conflicting) return { problem: 'NUMBER_AMBIGUOUS' };
	const decimal = profile.decimal ?? (whole && /^-?[1-9]\d{0,2}\.\d{3}$/.test(number) ? ',' : null);
	if (decimal === null || (whole && number.includes(decimal) && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(number))) return { problem: 'NUMBER_AMBIGUOUS' };
	const group = decimal === ',' ? '.' : ',';
	const [integer = '', fraction, ...more] = number.split(decimal);
	const groups = integer.replace('-', '').split(group);
	const grouped = groups.length === 1 || ((groups[0] ?? '').length <= 3 && groups.slice(1).every((g) => g.length === 3));
	if (more.length > 0 || !grouped || fraction?.includes(group)) return { problem: 'NUMBER_INVALID' };
	return { value: Number(`${integer.replaceAll(group, '')}.${fraction ?? '0'}`) };
}
