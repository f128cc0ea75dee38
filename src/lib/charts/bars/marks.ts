/** The marks of a bar chart: bars, dots, intervals. */
import type { Plot } from '../frame.ts';
import { colour } from '../palette.ts';
import type { Scale } from '../scale.ts';
import { segment, type Shape } from '../shapes.ts';
import { symbolPath, toneColour, toneStroke, toneSymbol } from '../tone.ts';
import type { BarsSpec, Mark } from '../types.ts';
import { centre, type Rows } from './rows.ts';

type Draw = (row: number, j: number, mark: Extract<Mark, { status: 'ok' }>) => Shape[];

/** Draws one mark: bar, interval, dot. */
export function drawer(spec: BarsSpec, rows: Rows, plot: Plot, scale: Scale): Draw {
	const x = (value: number) =>
		plot.left + (plot.width * (Math.min(value, scale.max) - scale.min)) / (scale.max - scale.min);
	return (i, j, mark) => {
		const y = centre(rows, plot, i, j);
		const tone = spec.series[j]?.tone ?? ({ kind: 'accent' } as const);
		const rowTone = spec.rows[i]?.tone ?? tone;
		const shapes: Shape[] = [];
		if (spec.form === 'bar') {
			const tall = rows.thick - 3;
			shapes.push({
				type: 'path',
				d: `M${x(0)} ${y - tall / 2}H${x(mark.value)}V${y + tall / 2}H${x(0)}Z`,
				fill: toneColour(rowTone),
				stroke: toneStroke(rowTone),
				width: 1
			});
		}
		if (mark.lower !== undefined && mark.upper !== undefined) {
			const d =
				segment(x(mark.lower), y, x(mark.upper), y) +
				segment(x(mark.lower), y - 4, x(mark.lower), y + 4) +
				segment(x(mark.upper), y - 4, x(mark.upper), y + 4);
			shapes.push({
				type: 'path',
				d,
				stroke: spec.form === 'bar' ? colour('ink') : toneStroke(rowTone),
				width: spec.form === 'bar' ? 1 : 1.5
			});
		}
		if (spec.form === 'dot')
			shapes.push({
				type: 'path',
				d: symbolPath(toneSymbol(rowTone), x(mark.value), y, spec.dense ? 4.4 : 5.5),
				fill: toneColour(rowTone),
				stroke: toneStroke(rowTone),
				width: 1.5
			});
		return shapes;
	};
}
