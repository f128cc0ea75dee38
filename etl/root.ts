import { fileURLToPath } from 'node:url';

/** The folder of the project. A bundled server no longer lies where its source lay, so its start script says it. */
export const ROOT = process.env.PANTAU_ROOT ?? fileURLToPath(new URL('..', import.meta.url));
