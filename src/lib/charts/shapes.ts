/** What a chart is made of: paths and words at fixed pixels, and how the library draws them. */
import type { CustomSeriesOption } from 'echarts';
import { colour } from './palette.ts';

export type Align = 'left' | 'center' | 'right';
export type Shape =
	| {
			readonly type: 'path';
			readonly d: string;
			readonly fill?: string;
			readonly stroke?: string;
			readonly width?: number;
			readonly dash?: readonly number[];
			readonly opacity?: number;
	  }
	| {
			readonly type: 'text';
			readonly x: number;
			readonly y: number;
			readonly text: string;
			readonly size?: number;
			readonly weight?: number;
			readonly fill?: string;
			readonly align?: Align;
			readonly opacity?: number;
			/** A rim in the paper's colour, so that lines behind do not cut the words. */
			readonly halo?: boolean;
	  };

export const rect = (x: number, y: number, width: number, height: number): string =>
	`M${x} ${y}h${width}v${height}h${-width}Z`;
export const segment = (x1: number, y1: number, x2: number, y2: number): string => `M${x1} ${y1}L${x2} ${y2}`;

/** Diagonal strokes clipped to a rectangle, as one path: the mark of what is suppressed. */
export function hatch(x: number, y: number, width: number, height: number, gap = 5): string {
	let d = '';
	for (let start = -height + gap; start < width; start += gap) {
		const left = Math.max(0, start);
		const right = Math.min(width, start + height);
		d += segment(x + left, y + height - (left - start), x + right, y + height - (right - start));
	}
	return d;
}

/** A shape as the library draws it; `silent`: it takes no pointer. */
function element(shape: Shape, silent = true) {
	if (shape.type === 'path') {
		return {
			type: 'path' as const,
			shape: { pathData: shape.d },
			style: {
				fill: shape.fill ?? 'none',
				...(shape.opacity ? { opacity: shape.opacity } : {}),
				...(shape.stroke ? { stroke: shape.stroke, lineWidth: shape.width ?? 1 } : {}),
				...(shape.dash && shape.dash.length > 0 ? { lineDash: [...shape.dash] } : {})
			},
			silent
		};
	}
	return {
		type: 'text' as const,
		x: shape.x,
		y: shape.y,
		style: {
			text: shape.text,
			fill: shape.fill ?? colour('ink-2'),
			fontSize: shape.size ?? 12,
			fontFamily: 'inherit',
			...(shape.weight ? { fontWeight: shape.weight } : {}),
			...(shape.opacity ? { opacity: shape.opacity } : {}),
			...(shape.halo ? { stroke: colour('paper'), lineWidth: 4 } : {}),
			align: shape.align ?? 'left',
			verticalAlign: 'middle' as const
		},
		silent
	};
}

/** A series of things that the pointer finds one by one, each drawn by its shapes; some lie over the others. */
export const items = (things: readonly (readonly Shape[])[], isOver: (index: number) => boolean = () => false): CustomSeriesOption => ({
	type: 'custom',
	coordinateSystem: 'none',
	z: 3,
	data: things.map((_, i) => i),
	renderItem: ({ dataIndex }) => ({ type: 'group', emphasisDisabled: true, children: (things[dataIndex] ?? []).map((shape) => ({ ...element(shape, false), z2: isOver(dataIndex) ? 1 : 0 })) })
});

/** A series that shows nothing: it holds one item for each place along an axis, so that the tooltip finds them. */
export const stops = (count: number, along: 'columns' | 'rows'): CustomSeriesOption => ({
	type: 'custom',
	encode: { x: 0, y: 1 },
	data: Array.from({ length: count }, (_, i) => (along === 'columns' ? [i, 0] : [0, i])),
	renderItem: () => null
});

/** One silent series that draws all shapes, over those of a smaller `z`; what `items` draws has 3. */
export function ornaments(shapes: readonly Shape[], z: number): CustomSeriesOption {
	return {
		type: 'custom',
		coordinateSystem: 'none',
		silent: true,
		animation: false,
		z,
		data: [0],
		tooltip: { show: false },
		renderItem: () => ({ type: 'group', children: shapes.map((shape) => element(shape)) })
	};
}
