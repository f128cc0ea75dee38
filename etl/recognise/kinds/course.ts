/** Which course an LMS export belongs to: said by the sender, else by the file name. */
import type { CheckContext } from '../../findings.ts';

export const UNNAMED_COURSE = 'tidak disebut';

/** What a final test is called. */
export const FINAL_TEST = /post.?test|tes akhir|ujian akhir|evaluasi akhir|final (test|exam)|kuis akhir/i;

/** `source.course`, else the short name Moodle puts into the file name, else "tidak disebut". */
export function courseOf(context: CheckContext): string {
	if (context.source?.course) return context.source.course;
	const name = context.fileName.replace(/\.(csv|xlsx|txt|tsv)$/i, '').replace(/ \(\d+\)$/, '');
	const patterns = [/^progress\.(.+)$/i, /^completion-(.+?)-\d{8}_\d{4}/i, /^(.+) (?:Grades|Nilai)-\d{8}_\d{4}/i, /^(.+)-(?:grades|nilai)$/i];
	for (const pattern of patterns) {
		const found = pattern.exec(name)?.[1]?.trim();
		if (found) return found;
	}
	return UNNAMED_COURSE;
}
