/** How far apart colours look: WCAG contrast, and CIEDE2000 as seen by people with and without a colour vision deficiency. */
export type Triple = readonly [number, number, number];

const channels = (hex: string): Triple => [parseInt(hex.slice(1, 3), 16) / 255, parseInt(hex.slice(3, 5), 16) / 255, parseInt(hex.slice(5, 7), 16) / 255];
const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
/** Channels of `#rrggbb` or `rgb(r, g, b)`; throws for anything else, such as a colour that lets others through. */
function channelsOf(colour: string): Triple {
	if (/^#[0-9a-f]{6}$/i.test(colour)) return channels(colour);
	const [, r, g, b] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour) ?? [];
	if (b === undefined) throw new Error(`${colour} is not a colour of one tone`);
	return [Number(r) / 255, Number(g) / 255, Number(b) / 255];
}

/** WCAG contrast of two colours, `#rrggbb` or `rgb(r, g, b)`. */
export function contrast(one: string, other: string): number {
	const light = (colour: string): number => {
		const [r, g, b] = channelsOf(colour);
		return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
	};
	const [low = 0, high = 0] = [light(one), light(other)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

const times = (m: readonly Triple[], [x, y, z]: Triple): Triple => {
	const [a, b, c] = m.map(([p, q, r]) => p * x + q * y + r * z);
	return [a ?? 0, b ?? 0, c ?? 0];
};

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
export const VISIONS: Readonly<Record<'full' | 'protan' | 'deutan' | 'tritan', readonly Triple[]>> = {
	full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
	protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
	deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
	tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
};
export type Vision = keyof typeof VISIONS;

const XYZ: readonly Triple[] = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]];

/** CIELAB (D65) of `#rrggbb` as `vision` sees it. */
export function labOf(hex: string, vision: Vision = 'full'): Triple {
	const [r, g, b] = channels(hex);
	const [sr, sg, sb] = times(VISIONS[vision], [toLinear(r), toLinear(g), toLinear(b)]);
	const inside = (v: number): number => Math.min(1, Math.max(0, v));
	const [x, y, z] = times(XYZ, [inside(sr), inside(sg), inside(sb)]);
	const f = (v: number): number => (v > 216 / 24389 ? Math.cbrt(v) : (24389 / 27 / 116) * v + 16 / 116);
	return [116 * f(y) - 16, 500 * (f(x / 0.95047) - f(y)), 200 * (f(y) - f(z / 1.08883))];
}

/** CIEDE2000 by Sharma, Wu and Dalal 2005. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
	const rad = Math.PI / 180;
	const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
	const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
	const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
	const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
	const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360);
	const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
	const grey = c1 * c2 === 0;
	const turn = h2 - h1;
	const dh = grey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
	const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad);
	const far = Math.abs(h1 - h2) > 180;
	const h = grey ? h1 + h2 : far ? (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2 : (h1 + h2) / 2;
	const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
	const t = 1 - 0.17 * Math.cos((h - 30) * rad) + 0.24 * Math.cos(2 * h * rad) + 0.32 * Math.cos((3 * h + 6) * rad) - 0.2 * Math.cos((4 * h - 63) * rad);
	const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
	const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
	const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * rad);
	const [dl, dc] = [(l2 - l1) / sl, (c2 - c1) / sc];
	return Math.sqrt(dl ** 2 + dc ** 2 + (dH / sh) ** 2 + rt * dc * (dH / sh));
}

/** How far apart two colours look to `vision`. */
export const apart = (one: string, other: string, vision: Vision): number => ciede2000(labOf(one, vision), labOf(other, vision));
