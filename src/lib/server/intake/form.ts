/** The form on which a file is chosen: who may send one for which area, what was sent, and what is wrong with it. */
import { regionByCode } from '#etl/reference/regions.ts';
import { limitsFrom } from '#etl/limits.ts';
import { DATASETS } from '#etl/datasets/contract.ts';
import type { Lang } from '../../i18n/index.ts';
import { say } from '../../i18n/index.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { CHECK } from '../../i18n/messages/check.ts';
import type { Option } from '../../ui/shell.ts';
import { isOwn, type Scope } from '../access/scope.ts';
import { areaName, regenciesOf } from '../pages/context.ts';
import type { Upload } from './check.ts';

/** Bytes of a file that is taken: the check's own limit. */
const UPLOAD_BYTES = limitsFrom().uploadBytes;
/** The same in MB, as it is said. */
export const UPLOAD_MEGABYTES = UPLOAD_BYTES / 1024 / 1024;

/** Areas the viewer may check files for; none for the public. */
export function areasOf(scope: Scope, senders: readonly string[], lang: Lang): Option[] {
	const codes = scope.role === 'regency' ? [scope.region] : scope.role === 'province' ? regenciesOf(scope.region).map((r) => r.code) : scope.role === 'national' ? [...senders] : [];
	return codes.map((value) => ({ value, label: areaName(value, lang) }));
}

/** Datasets that a regency sends. */
const SENT = DATASETS.filter((d) => d !== 'published');
export const sentDataset = (name: string) => SENT.find((d) => d === name);

/** Datasets a file can be sent for; the first choice leaves it to the check. */
export const datasetChoices = (lang: Lang): Option[] => [{ value: '', label: say(CHECK.recognise, lang) }, ...templateChoices(lang)];

/** Datasets there is a template for: all that are sent. */
export const templateChoices = (lang: Lang): Option[] => SENT.map((d) => ({ value: d, label: DATASET_NAMES[d][lang] }));

/** What can be wrong with what was sent, with its words and the status of the answer. */
const PROBLEMS = {
	notYours: { status: 403, words: CHECK.notYours },
	noFile: { status: 400, words: CHECK.noFile },
	tooLarge: { status: 413, words: CHECK.tooLarge },
	nothingToMark: { status: 422, words: CHECK.nothingToMark },
	noList: { status: 422, words: CHECK.noList }
} as const;
export type Problem = keyof typeof PROBLEMS;
export const statusOf = (problem: Problem): number => PROBLEMS[problem].status;
export const problemText = (problem: Problem, lang: Lang): string => say(PROBLEMS[problem].words, lang, { limit: UPLOAD_MEGABYTES });
export const problemOf = (name: string | null): Problem | null => (name !== null && Object.hasOwn(PROBLEMS, name) ? (name as Problem) : null);

/** What was sent, or what is wrong with it. */
export async function uploadOf(form: FormData, scope: Scope, lang: Lang): Promise<{ upload: Upload } | { problem: Problem }> {
	const [file, regency, dataset] = [form.get('file'), form.get('regency'), form.get('dataset')];
	if (typeof regency !== 'string' || !regionByCode(regency) || !isOwn(scope, regency)) return { problem: 'notYours' };
	if (!(file instanceof File) || (file.size === 0 && file.name === '')) return { problem: 'noFile' };
	if (file.size > UPLOAD_BYTES) return { problem: 'tooLarge' };
	return { upload: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), regency, dataset: (typeof dataset === 'string' ? sentDataset(dataset) : null) ?? null, lang } };
}
