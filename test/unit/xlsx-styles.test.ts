import { describe, expect, it } from 'vitest';
import { percentOf, styleCollector } from '../../etl/read/xlsx-styles.ts';

describe('number styles of a workbook', () => {
	it('tells dates and percentages from numbers, built in or of its own', () => {
		const { handler, numberStyles } = styleCollector();
		const own: Record<string, string> = { '164': 'dd/mm/yyyy', '165': '0.0%', '166': '0" %"', '14': '0.00' };
		for (const [numFmtId, formatCode] of Object.entries(own)) handler.open?.('numFmt', { numFmtId, formatCode });
		handler.open?.('cellXfs', {});
		for (const numFmtId of ['0', '9', '10', '14', '15', '164', '165', '166']) handler.open?.('xf', { numFmtId });
		expect(numberStyles).toEqual([null, 'percent', 'percent', null, 'date', 'date', 'percent', null]);
	});
	it('shows a share as the percentage a person sees', () => {
		expect(['0.9375', '1', '0.07', '1.04', 'x'].map(percentOf)).toEqual(['93.75', '100', '7', '104', 'x']);
	});
});
