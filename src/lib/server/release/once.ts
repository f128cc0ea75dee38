/** What is read once of a release: the same for every question and every viewer, and gone when the release is. */
import type { OpenRelease } from './release.ts';

/** `read`, done once for each release and key. A failed reading is forgotten. */
export function oncePerRelease<T>(read: (release: OpenRelease, key: string) => Promise<T>): (release: OpenRelease, key: string) => Promise<T> {
	const known = new WeakMap<OpenRelease, Map<string, Promise<T>>>();
	return (release, key) => {
		const own = known.get(release) ?? new Map<string, Promise<T>>();
		known.set(release, own);
		const running = own.get(key);
		if (running) return running;
		const reading = read(release, key);
		own.set(key, reading);
		reading.catch(() => own.delete(key));
		return reading;
	};
}
