/** Where a monotone function changes sign between two points, by bisection to the last bit of a double. */
export function signChange(f: (x: number) => number, from: number, to: number): number {
	let low = from;
	let high = to;
	const rising = f(high) > 0;
	for (let i = 0; i < 200; i++) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) break;
		if (f(middle) > 0 === rising) high = middle;
		else low = middle;
	}
	return (low + high) / 2;
}
