/** Progress of long work: a bar on a terminal, plain lines elsewhere. Written to standard error, so that output stays machine-readable. */
export interface Progress {
	step(label: string): void;
	finish(label: string): void;
	note(text: string): void;
}

export function createProgress(title: string, total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
	let done = 0;
	const bar = (label: string): string => {
		const width = 24;
		const filled = total === 0 ? width : Math.round((done / total) * width);
		return `${title} [${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total} ${label}`;
	};
	const draw = (text: string): void => {
		if (stream.isTTY) stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 100) - 1)}`);
		else stream.write(`${text}\n`);
	};
	return {
		step(label) {
			done += 1;
			draw(stream.isTTY ? bar(label) : `${title} ${done}/${total}: ${label}`);
		},
		finish(label) {
			draw(`${title}: ${label}`);
			if (stream.isTTY) stream.write('\n');
		},
		note(text) {
			if (stream.isTTY) stream.write('\r\u001b[2K');
			stream.write(`${text}\n`);
		}
	};
}
