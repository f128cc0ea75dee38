/** The data home: the only place Pantau writes to at run time (`PANTAU_HOME`, default `./var`). */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './root.ts';

export interface Home {
	readonly dir: string;
	readonly accepted: string;
	readonly releases: string;
	readonly inbox: string;
	readonly current: string;
	readonly ops: string;
	readonly keyFile: string;
	readonly lock: string;
}

/** The data home named by the environment; folders are made with owner-only rights. */
export function openHome(env: NodeJS.ProcessEnv = process.env): Home {
	const home = locateHome(env);
	for (const folder of [home.dir, home.accepted, home.releases, home.inbox]) mkdirSync(folder, { recursive: true, mode: 0o700 });
	return home;
}

/** Where the data home is, without touching the disk. */
export function locateHome(env: NodeJS.ProcessEnv = process.env): Home {
	const dir = resolve(env.PANTAU_HOME ?? join(ROOT, 'var'));
	return {
		dir,
		accepted: join(dir, 'accepted'),
		releases: join(dir, 'releases'),
		inbox: join(dir, 'inbox'),
		current: join(dir, 'CURRENT'),
		ops: join(dir, 'ops.sqlite'),
		keyFile: resolve(env.PANTAU_KEY_FILE ?? join(dir, 'keys.json')),
		lock: join(dir, 'etl.lock')
	};
}

/** Id of the release being served, or null before the first publication. */
export function currentRelease(home: Home): string | null {
	if (!existsSync(home.current)) return null;
	return readFileSync(home.current, 'utf8').trim() || null;
}
