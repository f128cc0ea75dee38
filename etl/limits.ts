/** How much of a file is read at the most. Defaults in `DEFAULT_LIMITS`; the operator changes them in the environment. */
import { z } from 'zod';
import { DEFAULT_LIMITS, type Limits } from './findings.ts';

const MEGABYTE = 1024 * 1024;
const whole = (factor = 1) => z.coerce.number<string | undefined>().int().min(1).transform((value) => value * factor);

/** Environment variable → limit. */
const VARIABLES = {
	PANTAU_LIMIT_UPLOAD_MB: { limit: 'uploadBytes', schema: whole(MEGABYTE) },
	PANTAU_LIMIT_UNPACKED_MB: { limit: 'unpackedBytes', schema: whole(MEGABYTE) },
	PANTAU_LIMIT_RATIO: { limit: 'ratio', schema: whole() },
	PANTAU_LIMIT_WORKBOOK_ROWS: { limit: 'workbookRows', schema: whole() },
	PANTAU_LIMIT_COLUMNS: { limit: 'columns', schema: whole() },
	PANTAU_LIMIT_CELL: { limit: 'cellLength', schema: whole() }
} as const satisfies Record<string, { limit: keyof Limits; schema: z.ZodType }>;

/** A limit in the environment that is not a whole number of at least 1. */
export class LimitError extends Error {}

/** The limits in force. Throws LimitError naming every variable that is wrong. */
export function limitsFrom(env: NodeJS.ProcessEnv = process.env): Limits {
	const limits: { -readonly [K in keyof Limits]: Limits[K] } = { ...DEFAULT_LIMITS };
	const wrong: string[] = [];
	for (const [name, { limit, schema }] of Object.entries(VARIABLES)) {
		const text = env[name];
		if (text === undefined || text === '') continue;
		const parsed = schema.safeParse(text);
		if (parsed.success) limits[limit] = parsed.data;
		else wrong.push(`${name}="${text}"`);
	}
	if (wrong.length > 0) throw new LimitError(`Batas yang salah, harus bilangan bulat dari 1: ${wrong.join(', ')}`);
	return limits;
}
