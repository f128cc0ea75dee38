/** `etl template`: an empty workbook to fill in. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import type { DatasetName } from '../datasets/index.ts';
import type { Language } from '../phrase.ts';
import { templateWorkbook } from '../template.ts';
import { EXIT } from './exit.ts';

/** Writes the template; never over an existing file. */
export async function runTemplate({ dataset, out, lang }: { dataset: DatasetName; out: string; lang: Language }): Promise<number> {
	const path = resolve(out);
	if (!/\.xlsx$/i.test(path)) throw new CommanderError(EXIT.usage, 'pantau.template', `"${out}" harus berakhiran .xlsx.`);
	try {
		writeFileSync(path, await templateWorkbook(dataset, lang), { flag: 'wx' });
	} catch (error) {
		const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
		throw new CommanderError(EXIT.usage, 'pantau.template', exists ? `"${out}" sudah ada; pilih nama lain.` : `"${out}" tidak dapat ditulis; periksa foldernya.`);
	}
	console.error(`Templat: ${path}`);
	return EXIT.ok;
}
