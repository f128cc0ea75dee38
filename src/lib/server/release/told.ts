/** Of which releases a page may speak. */
import { locateHome } from '#etl/home.ts';
import type { Manifest } from '#etl/publish/manifest.ts';
import { listReleases } from '#etl/publish/publish.ts';

/** Kept releases, newest first, up to the one that is served: what was built after it is not published yet, or was taken back. */
export const toldReleases = (served: Manifest): readonly Manifest[] => listReleases(locateHome()).filter((m) => m.built_at <= served.built_at);
