/** Names of areas as people write them. A name is matched exactly after normalising, or by alias; likeness only suggests. */
import { aliases } from './index.ts';
import { allRegions, regionByCode, type Region } from './areas.ts';
import { once } from './table.ts';

export type Resolved = { readonly kind: 'found'; readonly code: string } | { readonly kind: 'unknown'; readonly suggestions: readonly Region[] };

const MAX_SUGGESTIONS = 3;

interface Written {
	/** Kinds that the words before the name allow; null when there are none. */
	readonly kinds: readonly Region['kind'][] | null;
	/** Letters and digits of the name without those words. */
	readonly key: string;
	/** Letters and digits of the whole text. */
	readonly whole: string;
}

const GOVERNMENT = '(?:pemerintah daerah |pemerintah |pemda )?';
const PREFIXES: readonly (readonly [RegExp, readonly Region['kind'][]])[] = [
	[/^(?:pemprov|pemerintah (?:daerah )?(?:provinsi|propinsi|prov))(?= )/, ['province_government']],
	[/^(?:provinsi|propinsi|prov)(?= )/, ['province']],
	[new RegExp(`^${GOVERNMENT}kab(?:upaten)? ?/ ?kota(?= )`), ['regency', 'city']],
	[new RegExp(`^(?:${GOVERNMENT}kab(?:upaten)?|pemkab)(?: adm(?:inistrasi)?)?(?= )`), ['regency']],
	[new RegExp(`^(?:${GOVERNMENT}(?:kota|kotamadya|kodya)|pemkot)(?: adm(?:inistrasi)?)?(?= )`), ['city']],
	[/^(?:pemerintah daerah|pemda)(?= )/, ['regency', 'city', 'province_government']]
];

function read(text: string): Written {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[.\u200b\ufeff]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const prefix = PREFIXES.map(([pattern, kinds]) => ({ kinds, length: pattern.exec(plain)?.[0].length ?? 0 })).find(({ length }) => length > 0);
	const name = plain.slice(prefix?.length ?? 0).trim().replace(/^kep /, 'kepulauan ');
	return { kinds: prefix?.kinds ?? null, key: lettersOf(name), whole: lettersOf(plain) };
}

const lettersOf = (text: string): string => text.replace(/[^a-z0-9]/g, '');

function group<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
	const map = new Map<string, T[]>();
	for (const item of items) map.set(keyOf(item), [...(map.get(keyOf(item)) ?? []), item]);
	return map;
}

const names = once(() => {
	const areas = allRegions();
	const own = areas.map((region) => ({ key: read(region.name).key, region }));
	const others = aliases().map((row) => {
		const region = regionByCode(row.code);
		if (!region) throw new Error(`region_aliases.csv: unknown code ${row.code}`);
		return { key: read(row.alias).key, region, use: row.use };
	});
	const governments = others
		.filter((row) => row.use === 'alias' && row.region.kind === 'province')
		.flatMap((row) => areas.filter((area) => area.code === `${row.region.code}.00`).map((region) => ({ key: row.key, region })));
	const accepted = [...own, ...governments, ...others.filter((row) => row.use === 'alias')];
	return { accepted: group(accepted, (row) => row.key), suggested: group(others.filter((row) => row.use === 'suggestion'), (row) => row.key), own };
});

/** Edits (insert, delete, replace) between two words, at most `limit` + 1. */
function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[b.length] ?? limit + 1;
}

function similar({ key, kinds }: Written, fits: (region: Region) => boolean): readonly Region[] {
	const limit = key.length < 5 ? 1 : 2;
	return names()
		.own.filter(({ region }) => region.kind !== 'province_government' && fits(region))
		.map((row) => ({ region: row.region, edits: distance(key, row.key, limit), other: kinds?.includes(row.region.kind) === false }))
		.filter(({ edits }) => edits <= limit)
		.sort((a, b) => a.edits - b.edits || Number(a.other) - Number(b.other) || (a.region.code < b.region.code ? -1 : 1))
		.map(({ region }) => region);
}

/**
 * A code as text: Kemendagri with its dot, or a BPS code that the list of areas knows. Other four digits are not read,
 * because BPS and Kemendagri give the same digits to different regencies (1201 is Nias for the one, 12.01 Tapanuli Tengah for the other).
 */
function byCodeText(text: string, fits: (region: Region) => boolean): Resolved | null {
	const code = text.trim().toUpperCase();
	const exact = regionByCode(code) ?? allRegions().find((region) => region.bps === code);
	if (exact) return fits(exact) ? { kind: 'found', code: exact.code } : { kind: 'unknown', suggestions: [] };
	if (!/^\d{4}$/.test(code)) return null;
	const dotted = regionByCode(`${code.slice(0, 2)}.${code.slice(2)}`);
	return { kind: 'unknown', suggestions: dotted && fits(dotted) ? [dotted] : [] };
}

/** What to offer when nothing matches: the same name of another kind, a listed suggestion, else what is spelled alike. */
function suggestionsFor(written: Written, sameName: readonly Region[], fits: (region: Region) => boolean): readonly Region[] {
	const listed = (names().suggested.get(written.key) ?? []).map((row) => row.region).filter(fits);
	const whole = (names().accepted.get(written.whole) ?? []).map((row) => row.region).filter(fits);
	const near = [...sameName, ...listed, ...whole].filter((region) => region.kind !== 'province_government');
	return [...new Set(near.length > 0 ? near : similar(written, fits))].slice(0, MAX_SUGGESTIONS);
}

/**
 * Reads the name or code of an area as a contributor wrote it; `within` (a province) narrows it down.
 * The kind of area counts where it is written: "Kota Paser" is unknown. A bare name that several areas share
 * ("Bandung") is unknown with all of them suggested. At most three suggestions, the likeliest first.
 */
export function resolveRegion(text: string, within?: string): Resolved {
	const fits = (region: Region): boolean => within === undefined || region.province === within || region.code === within;
	const coded = byCodeText(text, fits);
	if (coded) return coded;
	const written = read(text);
	if (written.key === '') return { kind: 'unknown', suggestions: [] };
	const sameName = (names().accepted.get(written.key) ?? []).map((row) => row.region).filter(fits);
	const candidates = new Set(sameName.filter((region) => (written.kinds ? written.kinds.includes(region.kind) : region.kind !== 'province_government')));
	const [only] = candidates;
	if (only && candidates.size === 1) return { kind: 'found', code: only.code };
	return { kind: 'unknown', suggestions: suggestionsFor(written, [...candidates, ...sameName], fits) };
}
