/** A table cell's parts, whether it is a text alone or says more. */
import type { TableCell } from '../charts/types.ts';

export const textOf = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.text);
export const hrefOf = (cell: TableCell): string | undefined => (typeof cell === 'string' ? undefined : cell.href);
/** Why it holds no figure; undefined for a figure. */
export const statusOf = (cell: TableCell) => (typeof cell === 'string' || cell.status === 'ok' ? undefined : cell.status);
/** A text that a narrow column would set in many lines: on a phone its column is wider, so that rows stay low. */
export const isLong = (text: string): boolean => text.length > 28;
