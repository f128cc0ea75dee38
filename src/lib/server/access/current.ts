/** The store and the key of this data home, opened when first needed. */
import { join } from 'node:path';
import { openHome } from '#etl/home.ts';
import type { AccessStore } from './account.ts';
import { openSeal, type Seal } from './seal.ts';
import { SqliteStore } from './sqlite.ts';

let opened: { readonly store: AccessStore; readonly seal: Seal } | null = null;

/** Throws when the data home cannot be written to or the key file holds no key. */
export function access(): { readonly store: AccessStore; readonly seal: Seal } {
	if (!opened) {
		const home = openHome();
		opened = { store: new SqliteStore(home.ops), seal: openSeal(process.env.PANTAU_ACCESS_KEY_FILE || join(home.dir, 'access.key')) };
	}
	return opened;
}
