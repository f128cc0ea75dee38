/** Finished files, the least recently used going first when they outgrow their room; what is being made is made once. */
export class Kept {
	readonly #room: number;
	readonly #done = new Map<string, Buffer>();
	readonly #making = new Map<string, Promise<Buffer>>();
	#bytes = 0;

	/** `room` in bytes. */
	constructor(room: number) {
		this.#room = room;
	}

	get bytes(): number {
		return this.#bytes;
	}

	/** The file of that key, made now if it is not there. A failure is not kept. */
	get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
		const known = this.#done.get(key);
		if (known) {
			this.#done.delete(key);
			this.#done.set(key, known);
			return Promise.resolve(known);
		}
		const running = this.#making.get(key);
		if (running) return running;
		const made = make()
			.then((file) => {
				this.#put(key, file);
				return file;
			})
			.finally(() => this.#making.delete(key));
		this.#making.set(key, made);
		return made;
	}

	#put(key: string, file: Buffer): void {
		if (file.length > this.#room) return;
		this.#done.set(key, file);
		this.#bytes += file.length;
		for (const [oldest, { length }] of this.#done) {
			if (this.#bytes <= this.#room) return;
			this.#done.delete(oldest);
			this.#bytes -= length;
		}
	}
}
