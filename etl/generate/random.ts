/** A small seeded generator of pseudo-random numbers (sfc32): the same text gives the same numbers on every machine. */
export interface Random {
	/** A number in [0, 1). */
	next(): number;
	/** A whole number from `low` to `high`, both included. */
	int(low: number, high: number): number;
	chance(probability: number): boolean;
	/** One of the given values. Throws on an empty list. */
	pick<T>(values: readonly T[]): T;
	/** Mean 0, standard deviation 1. */
	normal(): number;
	/** A count with the given mean (Knuth below 30, rounded normal above). */
	poisson(mean: number): number;
	/** An independent stream: what one part draws does not shift another. */
	fork(name: string): Random;
}

/** Makes a generator from a text seed. */
export function createRandom(seed: string): Random {
	const next = sfc32(seed);
	const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
	const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
	return {
		next,
		int,
		chance: (probability) => next() < probability,
		pick(values) {
			const value = values[int(0, values.length - 1)];
			if (value === undefined) throw new Error('nothing to pick from');
			return value;
		},
		normal,
		poisson(mean) {
			if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
			const limit = Math.exp(-mean);
			let count = 0;
			for (let product = next(); product > limit; product *= next()) count += 1;
			return count;
		},
		fork: (name) => createRandom(`${seed}/${name}`)
	};
}

function sfc32(text: string): () => number {
	let [a, b, c, d] = hashed(text);
	const step = (): number => {
		const t = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + t;
		c |= 0;
		return (t >>> 0) / 4_294_967_296;
	};
	for (let i = 0; i < 12; i += 1) step();
	return step;
}

/** FNV-1a with four starting points: 128 bits of state from a text. */
function hashed(text: string): [number, number, number, number] {
	const from = (start: number): number => {
		let hash = start;
		for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
		return hash | 0;
	};
	return [from(0x811c9dc5), from(0x01000193), from(0x9e3779b9), from(0x85ebca6b)];
}
