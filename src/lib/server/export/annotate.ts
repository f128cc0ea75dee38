/** What a row of a file says besides its figure: for whom it is, when it is not for everybody, and the notes that stay with it. */
import { measureById, metricById } from '../../metrics/index.ts';
import type { Lang } from '../../i18n/index.ts';
import { isOwn, type Scope } from '../access/scope.ts';
import type { Note } from '../notes/store.ts';
import { noteLine } from '../notes/words.ts';
import type { BriefRow } from './brief.ts';

/** Whether a row tells the viewer more than the public is told of its kind: counts of persons in the viewer's own areas. */
function isInternal(row: BriefRow, scope: Scope): boolean {
	const metric = metricById(String(row.metric));
	return row.status === 'ok' && metric !== undefined && measureById(metric.numerator).guard !== 'open' && isOwn(scope, String(row.region_code));
}

/** The rows with their marks and notes in the column `note`. `mark`: for whom and when; null for the public. */
export function annotate(rows: readonly BriefRow[], { scope, mark, notes, lang }: { readonly scope: Scope; readonly mark: string | null; readonly notes: readonly Note[]; readonly lang: Lang }): readonly BriefRow[] {
	return rows.map((row) => {
		const internal = mark !== null && isInternal(row, scope) ? [mark] : [];
		const attached = row.breakdown === null ? notes.filter((n) => n.metric === row.metric && n.region === row.region_code && n.cycle === row.cycle && n.nature === row.nature).map((n) => noteLine(n, lang)) : [];
		const said = [...internal, ...(row.note === null ? [] : [String(row.note)]), ...attached];
		return said.length === 0 ? row : { ...row, note: said.join('; ') };
	});
}
