/** A folder of submissions in the making: files with their entries in source.json. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { ROOT } from '../root.ts';
import { sourceSchema, type NilReturn, type SourceFile } from '../source.ts';
import { textFile, type Dialect, type TextCell } from './text_file.ts';
import { workbookFile, type SheetSpec } from './workbook.ts';

type Source = z.input<typeof sourceSchema>;
type Entry = Omit<SourceFile, 'file' | 'nature'>;

export class Folder {
	readonly #name: string;
	readonly #path: string;
	readonly #source: { regency: string; office: string; note: string; files: SourceFile[]; nil: NilReturn[] };
	readonly written: string[] = [];

	constructor(outDir: string, name: string, about: { regency: string; office: string; note: string }) {
		this.#name = name;
		this.#path = join(outDir, name);
		this.#source = { ...about, files: [], nil: [] };
		mkdirSync(this.#path, { recursive: true });
	}

	/** Writes a text file of synthetic rows and lists it. */
	text(file: string, entry: Entry, dialect: Dialect, rows: Iterable<readonly TextCell[]>): void {
		this.#write(file, textFile(rows, dialect));
		this.#source.files.push({ file, nature: 'contoh', ...entry });
	}

	/** Writes a workbook of synthetic rows and lists it. */
	async workbook(file: string, entry: Entry, sheet: SheetSpec): Promise<void> {
		this.#write(file, await workbookFile(sheet));
		this.#source.files.push({ file, nature: 'contoh', ...entry });
	}

	/** Lists a file of real rows. The generator never makes one: it is kept by hand in data/submissions and copied when the folder is another. */
	real(file: string, entry: Entry): void {
		const kept = join(ROOT, 'data', 'submissions', this.#name, file);
		const target = join(this.#path, file);
		if (!existsSync(target)) copyFileSync(kept, target);
		this.#source.files.push({ file, nature: 'real', ...entry });
	}

	/** Lists a nil return. */
	nil(entry: NilReturn): void {
		this.#source.nil.push(entry);
	}

	/** Writes source.json, checked against its schema. */
	close(): void {
		const source: Source = sourceSchema.parse(this.#source);
		this.#write('source.json', Buffer.from(`${JSON.stringify(source, null, '\t')}\n`));
	}

	#write(file: string, bytes: Uint8Array): void {
		writeFileSync(join(this.#path, file), bytes);
		this.written.push(join(this.#name, file));
	}
}
