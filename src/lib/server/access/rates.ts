/** How many answers a network and an account may ask for: a bucket each, filled again steadily. In memory, per process. */

export interface Rate {
	/** As many at once as a full bucket holds. */
	readonly burst: number;
	readonly perSecond: number;
}

/** So many buckets are remembered; the least recently used goes first, as if it were full. */
const REMEMBERED = 20_000;

export class Buckets {
	readonly #rate: Rate;
	readonly #levels = new Map<string, { level: number; at: number }>();

	constructor(rate: Rate) {
		this.#rate = rate;
	}

	/** Takes one at `now` (ms). Zero when there was one; otherwise the whole seconds until there is one again. */
	take(key: string, now: number): number {
		const { burst, perSecond } = this.#rate;
		const known = this.#levels.get(key);
		const level = known ? Math.min(burst, known.level + ((now - known.at) / 1000) * perSecond) : burst;
		const left = level >= 1 ? level - 1 : level;
		this.#levels.delete(key);
		this.#levels.set(key, { level: left, at: now });
		if (this.#levels.size > REMEMBERED) this.#levels.delete(this.#levels.keys().next().value ?? '');
		return level >= 1 ? 0 : Math.ceil((1 - level) / perSecond);
	}
}
