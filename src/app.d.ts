import type { Scope } from '#lib/server/access/scope.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import type { OpenRelease } from '#lib/server/release/release.ts';
import type { Lang } from '#lib/i18n/index.ts';

declare global {
	namespace App {
		interface Locals {
			viewer: Viewer;
			/** The viewer's. */
			scope: Scope;
			lang: Lang;
			/** The release this request is answered from, from the first query to the last. */
			release: OpenRelease;
		}
	}
}

export {};
