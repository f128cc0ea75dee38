/** One brief in the format asked for, as a download. */
import { briefArrow, briefParquet } from './binary.ts';
import { briefCsv, briefCsvIndonesia, type BriefRow } from './brief.ts';

export const FORMATS = ['csv', 'csv-id', 'arrow', 'parquet', 'json'] as const;
export type Format = (typeof FORMATS)[number];
/** Pictures of one card's chart. */
export const PICTURES = ['svg', 'png'] as const;
export type Picture = (typeof PICTURES)[number];

const TYPES: Readonly<Record<Format, string>> = {
	csv: 'text/csv; charset=utf-8',
	'csv-id': 'text/csv; charset=utf-8',
	arrow: 'application/vnd.apache.arrow.stream',
	parquet: 'application/vnd.apache.parquet',
	json: 'application/json; charset=utf-8'
};
const ENDINGS: Readonly<Record<Format, string>> = { csv: 'csv', 'csv-id': 'excel-id.csv', arrow: 'arrow', parquet: 'parquet', json: 'json' };

export const isPicture = (text: string | null): text is Picture => PICTURES.some((f) => f === text);
export const isFormat = (text: string | null): text is Format => FORMATS.some((f) => f === text);

/** `name` without ending; ASCII only. */
export async function respondBrief(rows: readonly BriefRow[], format: Format, name: string): Promise<Response> {
	return new Response(await bodyOf(rows, format), {
		headers: {
			'content-type': TYPES[format],
			'content-disposition': `attachment; filename="${name}.${ENDINGS[format]}"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff'
		}
	});
}

async function bodyOf(rows: readonly BriefRow[], format: Format): Promise<string | Uint8Array<ArrayBuffer>> {
	switch (format) {
		case 'csv':
			return briefCsv(rows);
		case 'csv-id':
			return briefCsvIndonesia(rows);
		case 'json':
			return JSON.stringify(rows);
		case 'arrow':
			return new Uint8Array(briefArrow(rows));
		case 'parquet':
			return new Uint8Array(await briefParquet(rows));
	}
}
