/** What zod says of a sender's `source.json`, in Indonesian. */
import { z } from 'zod';

const EXPECTED: Readonly<Record<string, string>> = { string: 'teks dalam tanda kutip', number: 'bilangan', int: 'bilangan bulat', boolean: 'true atau false', object: 'objek { … }', record: 'objek { … }', array: 'daftar [ … ]' };
const { localeError } = z.locales.id();

/** Pass as `error` to `safeParse`. Words of a schema's own come before these. */
export const indonesian: z.core.$ZodErrorMap = (issue) => {
	if (issue.code === 'unrecognized_keys') return `kunci yang tidak dikenal: ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
	if (issue.code !== 'invalid_type') return localeError(issue);
	return issue.input === undefined ? 'wajib diisi' : `harus ${EXPECTED[issue.expected] ?? issue.expected}`;
};

/** What is wrong, key by key: `"files[0].as_of": …; "office": …`. */
export const schemaProblems = (error: z.ZodError): string => error.issues.map(({ path, message }) => (path.length === 0 ? message : `"${z.core.toDotPath(path)}": ${message}`)).join('; ');
