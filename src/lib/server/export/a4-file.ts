/** A brief as a PDF, and all briefs of a province as a ZIP: both from the HTML that the site itself shows. */
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Region } from '#etl/reference/regions.ts';
import { keyMetrics } from '../pages/a4-key.ts';
import { a4Path, printedFrom, type A4Asked } from '../pages/a4-context.ts';
import { askPage, regenciesOf } from '../pages/context.ts';
import { figuresOf } from '../pages/printed-figures.ts';
import { publishedBrief } from '../pages/published.ts';
import { notes } from '../notes/store.ts';
import { BusyError } from '../warehouse/warehouse.ts';
import { say } from '../../i18n/index.ts';
import { VIEWER } from '../../i18n/messages/access.ts';
import { annotate } from './annotate.ts';
import { briefCsv, briefRows } from './brief.ts';
import { inlined } from './inline.ts';
import { Kept } from './kept.ts';
import { printer } from './pdf.ts';

const ROOM = 32 * 1024 * 1024;
const kept = new Kept(ROOM);

/** The site's own fetch, which carries the viewer's cookies, and the origin that the viewer sees. */
export interface Site {
	readonly fetch: typeof fetch;
	readonly origin: string;
}

/** The PDF of a brief at its address. Kept under release, entitlement, name, notes, origin and full address. */
async function pdfAt(asked: A4Asked, code: string, site: Site, path = a4Path(asked.context, code, asked.isPublic)): Promise<Buffer> {
	const key = [printedFrom(asked), asked.who, notes().shown(asked.context.filters.nature, [code]).length, site.origin, path].join(' ');
	const page = async (): Promise<string> => {
		const response = await site.fetch(path);
		if (response.status === 503) throw new BusyError('the page is busy');
		if (!response.ok) throw new Error(`${path} answered ${response.status}`);
		// While it waited for its turn the release may have changed, or whose eyes are looked through; what is kept under one must not be of another.
		if (response.headers.get('x-pantau-printed-from') !== printedFrom(asked)) throw new BusyError('the release or the view has just changed');
		return inlined(await response.text());
	};
	return kept.get(key, () => printer.print(page, `${site.origin}${path}`));
}

export const a4Pdf = (asked: A4Asked, site: Site): Promise<Buffer> => pdfAt(asked, asked.region.code, site, asked.path);

/** Area, cycle, nature, PUBLIK or INTERNAL, release; ASCII, without ending. */
export function a4FileName({ context, isPublic }: A4Asked, region: Region): string {
	const plain = region.name.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').toLowerCase();
	return ['lembar-ringkas', region.code, plain, context.cycle.toLowerCase(), context.filters.nature, isPublic ? 'PUBLIK' : 'INTERNAL', ...(context.lang === 'en' ? ['en'] : []), context.release.id].join('-');
}

let zipping = false;

/** Every brief of a province and a CSV of their key figures. One at a time; `gone` ends it when nobody waits any more. */
export async function a4Zip(asked: A4Asked, site: Site, gone: AbortSignal): Promise<Buffer> {
	if (zipping) throw new BusyError('another ZIP is being made');
	zipping = true;
	try {
		const { region } = asked;
		const regions = [region, ...regenciesOf(region.code)];
		const zip = new ZipFile();
		const all = buffer(zip.outputStream as Readable);
		for (const each of regions) {
			gone.throwIfAborted();
			zip.addBuffer(await pdfAt(asked, each.code, site), `${a4FileName(asked, each)}.pdf`, { compress: false });
		}
		zip.addBuffer(Buffer.from(await indexCsv(asked, regions)), 'indeks.csv');
		zip.end();
		return await all;
	} finally {
		zipping = false;
	}
}

/** The key figures of all briefs in the columns of every brief of the site; in real mode also what was printed. */
async function indexCsv({ context, who }: A4Asked, regions: readonly Region[]): Promise<string> {
	const codes = regions.map((r) => r.code);
	const answer = await askPage(context, keyMetrics(context.filters.nature), { regions: codes });
	const printed = context.filters.nature === 'real' ? (await Promise.all(codes.map((code) => figuresOf(context, code)))).flatMap(({ ofCycle }) => publishedBrief(context, ofCycle)) : [];
	const mark = who === '' ? null : say(VIEWER.internalFile, context.lang, { who });
	const rows = annotate(briefRows(answer, context.lang), { scope: context.scope, mark, notes: notes().shown(context.filters.nature, codes), lang: context.lang });
	return briefCsv([...rows, ...printed]);
}
