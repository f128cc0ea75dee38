import { Releases } from './release.ts';

/** The server's releases. Opening happens at the first request, never at import: the site's build imports this module. */
export const releases = new Releases();
