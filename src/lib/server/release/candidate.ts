/** The release that was built and is not published yet: looked at before anybody agrees to it. */
import { join } from 'node:path';
import { currentRelease, locateHome } from '#etl/home.ts';
import { Ops } from '#etl/ops.ts';
import type { Confirmation } from '#etl/publish/confirm.ts';
import type { Manifest } from '#etl/publish/manifest.ts';
import { listReleases } from '#etl/publish/publish.ts';
import { openRelease, type OpenRelease } from './release.ts';

/** The newest release built after the one being served; null when that is the newest. */
export function candidate(): { readonly manifest: Manifest; readonly confirmation: Confirmation | null } | null {
	const home = locateHome();
	const releases = listReleases(home);
	const served = releases.find((m) => m.id === currentRelease(home));
	const [newest] = releases;
	if (!newest || newest.id === served?.id || (served && newest.built_at <= served.built_at)) return null;
	return { manifest: newest, confirmation: withOps((ops) => ops.confirmation(newest.id)) };
}

/** Runs `work` with a release of this data home, opened for it alone. Throws when its files are not what they must be. */
export async function withRelease<T>(id: string, work: (release: OpenRelease) => Promise<T>): Promise<T> {
	const release = await openRelease(join(locateHome().releases, id), id);
	try {
		return await work(release);
	} finally {
		await release.close();
	}
}

/** Puts a name under the release that is the candidate now. False when it is another one by now. */
export function confirmCandidate(id: string, by: string, fullName: string): boolean {
	if (candidate()?.manifest.id !== id) return false;
	withOps((ops) => ops.confirm(id, by, fullName));
	return true;
}

function withOps<T>(work: (ops: Ops) => T): T {
	const ops = new Ops(locateHome());
	try {
		return work(ops);
	} finally {
		ops.close();
	}
}
