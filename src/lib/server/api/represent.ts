/** One table in the representation a client asks for: `format=` wins over `Accept`; JSON by default. */
import { tableToIPC, Utf8, vectorFromArray, Table } from 'apache-arrow';
import { briefArrow } from '../export/binary.ts';
import { briefCsv, type BriefRow } from '../export/brief.ts';
import { problem } from './problem.ts';

const TYPES = { json: 'application/json', csv: 'text/csv', arrow: 'application/vnd.apache.arrow.stream' } as const;
type Representation = keyof typeof TYPES;

function wanted(request: Request, url: URL): Representation | null {
	const format = url.searchParams.get('format');
	if (format !== null) return Object.hasOwn(TYPES, format) ? (format as Representation) : null;
	return preferred(request.headers.get('accept') ?? '');
}

/** The representation with the highest quality; the order of the header decides between equals. */
function preferred(accept: string): Representation {
	const offers = accept.split(',').flatMap((part, i) => {
		const [type = '', ...parameters] = part.split(';').map((p) => p.trim());
		const quality = Number(parameters.find((p) => p.startsWith('q='))?.slice(2) ?? 1);
		const name = (Object.keys(TYPES) as Representation[]).find((k) => TYPES[k] === type);
		return name && quality > 0 ? [{ name, quality, i }] : [];
	});
	return offers.sort((a, b) => b.quality - a.quality || a.i - b.i)[0]?.name ?? 'json';
}

type Plain = Readonly<Record<string, string | number | null>>;

const headers = (type: string): HeadersInit => ({ 'content-type': type, vary: 'accept', 'cache-control': 'private, no-cache' });
const badFormat = (): Response => problem(400, 'Unknown format', `format is one of ${Object.keys(TYPES).join(', ')}`);

/** A code list (metrics, regions, cycles). */
export function representList(request: Request, url: URL, name: string, rows: readonly Plain[]): Response {
	const as = wanted(request, url);
	if (as === null) return badFormat();
	if (as === 'json') return new Response(JSON.stringify({ [name]: rows }), { headers: headers(TYPES.json) });
	const columns = Object.keys(rows[0] ?? {});
	if (as === 'csv') {
		const cell = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
		return new Response([columns.join(','), ...rows.map((r) => columns.map((c) => cell(r[c])).join(','))].join('\r\n'), { headers: headers('text/csv; charset=utf-8') });
	}
	const table = new Table(Object.fromEntries(columns.map((c) => [c, vectorFromArray(rows.map((r) => (r[c] === null || r[c] === undefined ? null : String(r[c]))), new Utf8())])));
	return new Response(new Uint8Array(tableToIPC(table, 'stream')), { headers: headers(TYPES.arrow) });
}

/** An answer: the rows of the brief, the same in every representation. */
export function representAnswer(request: Request, url: URL, release: string, rows: readonly BriefRow[]): Response {
	const as = wanted(request, url);
	if (as === null) return badFormat();
	if (as === 'json') return new Response(JSON.stringify({ release, rows }), { headers: headers(TYPES.json) });
	if (as === 'csv') return new Response(briefCsv(rows), { headers: headers('text/csv; charset=utf-8') });
	return new Response(new Uint8Array(briefArrow(rows)), { headers: headers(TYPES.arrow) });
}
