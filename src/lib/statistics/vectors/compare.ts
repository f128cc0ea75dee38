/** Pass if either holds. A key ending in `_absolute` or `_relative` is for the field named before it. */
export type Tolerance = Readonly<Record<string, number>>;

const ONE_OF = Symbol('one of');

type OneOf = { readonly [ONE_OF]: readonly unknown[] };

/** Several equally right answers, where the case leaves something open (the order of columns, for example). */
export const oneOf = (answers: readonly unknown[]): OneOf => ({ [ONE_OF]: answers });

const isOneOf = (value: unknown): value is OneOf => typeof value === 'object' && value !== null && ONE_OF in value;

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export type Difference = { readonly path: string; readonly expected: unknown; readonly got: unknown };

/**
 * Fields in which an answer misses the expectation. Only what is expected is looked at; null expected needs null.
 * `tolerance` is the case's own, `fallback` the file's, used where the case sets neither relative nor absolute.
 */
export function differences(expected: unknown, got: unknown, tolerance: Tolerance, fallback: Tolerance): Difference[] {
	if (isOneOf(got)) {
		const tried = got[ONE_OF].map((answer) => differences(expected, answer, tolerance, fallback));
		return tried.find((found) => found.length === 0) ?? tried[0] ?? [{ path: '', expected, got: undefined }];
	}
	return compare(expected, got, '', (field) => fieldTolerance(field, tolerance, fallback));
}

type Allowed = { relative: number; absolute: number };

function fieldTolerance(field: string, tolerance: Tolerance, fallback: Tolerance): Allowed {
	const own = { relative: tolerance[`${field}_relative`], absolute: tolerance[`${field}_absolute`] };
	const general = 'relative' in tolerance || 'absolute' in tolerance ? tolerance : fallback;
	const chosen = own.relative === undefined && own.absolute === undefined ? general : own;
	return { relative: chosen.relative ?? 0, absolute: chosen.absolute ?? 0 };
}

function compare(expected: unknown, got: unknown, path: string, allowed: (field: string) => Allowed): Difference[] {
	const miss = [{ path, expected, got }];
	if (Array.isArray(expected)) {
		if (!Array.isArray(got) || got.length !== expected.length) return miss;
		return expected.flatMap((value, i) => compare(value, got[i], `${path}[${i}]`, allowed));
	}
	if (isRecord(expected)) {
		if (!isRecord(got)) return miss;
		return Object.entries(expected).flatMap(([key, value]) =>
			compare(value, got[key], path === '' ? key : `${path}.${key}`, allowed)
		);
	}
	if (typeof expected !== 'number') return expected === got ? [] : miss;
	if (typeof got !== 'number' || Number.isNaN(got)) return miss;
	const { relative, absolute } = allowed(lastName(path));
	const gap = Math.abs(got - expected);
	return got === expected || gap <= absolute || gap <= relative * Math.abs(expected) ? [] : miss;
}

const lastName = (path: string): string => path.replace(/\[\d+\]/g, '').split('.').at(-1) ?? '';
