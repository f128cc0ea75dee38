/** Values that files really hold and programs do not expect. */
import type { Random } from '../../etl/generate/random.ts';

const TEXTS: readonly string[] = [
	'', ' ', '-', '–', '.', '...', 'nihil', 'NIHIL', 'N/A', 'null', 'undefined', 'NaN', 'Infinity', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
	'=1+1', '=HYPERLINK("http://x","y")', '+62812', '@SUM(A1)', "'=1", '=cmd|\' /C calc\'!A0', '#REF!', '#N/A', '#DIV/0!', '#VALUE!',
	'1,97806E+17', '1.97806E+17', '1E400', '-1E-400', '197806152003121951', "'197806152003121951", '19780615 200312 1 951', '197806152003121000', '3173012345678901',
	'31/02/2024', '29/02/2023', '2024-13-45', '0000-00-00', '9999-12-31', '13/07/2024', '07/13/2024', '45477', '45477.5', '-1', '30 Februari 2024', '4 Juli 2024', '2024', '2024-02', '2042-01-01', '01/01/24',
	'±250', '1.234,5', '1,234.5', '1.025', '3,182', '0,5', '93.750', '-250', '1.2.3.4', '99999999999999999999', '123456789012345678901234567890', '9007199254740993', '999999999999999', '0.1234567890123456789', '1e21', '0x1F', '١٢٣', '12 orang', '87,5%', '200%', '100.000.000.000.000.000',
	'A\u00a0B', '\u202eBADUNG', 'Bu\u0434i', 'x\u200by', '\ufeffx', '\u2028', '\ud83d\ude00', '\ud83d', '\ufffd', '\u0001', '\u0007', 'e\u0301', '\u0130', 'ß',
	'"', '""', '"x', 'x"y', 'x;y', 'x,y', 'x\ny', '\n', '\r', '\t', '|', '{x}', '${x}', '$1', '$&', '%s', '<b>x</b>', '&amp;', ']]>', '--', '/*', "'; DROP TABLE x; --", '\\', '\\n', '../../etc/passwd',
	'JUMLAH', 'Total', 'Rata-rata', 'Sumber: BKPSDM', 'Catatan: x', 'TRUE', 'FALSE', 'Ya', 'Tidak', 'Selesai', 'Lulus', 'L', 'P', '51.03', 'PUSAT', 'Kab. Badung', 'Kabupaten Tabanan', 'Bali', 'Kota Badung', 'PILKADA-2024', 'PEMILU-2099', '(1)', 'No', 'NIP', 'NIK'
];

const digits = (random: Random, length: number): string => Array.from({ length }, () => random.int(0, 9)).join('');

/** One nasty value; now and then a very long one. */
export function nasty(random: Random): string {
	const kind = random.int(0, 60);
	if (kind === 0) return random.pick(['x', '9', 'ä', ' ', '\u{1f600}']).repeat(random.pick([40, 255, 32_767, 32_768, 40_000]));
	if (kind === 1) return digits(random, random.int(1, 40));
	if (kind === 2) return `-${digits(random, random.int(1, 20))}`;
	if (kind === 3) return `${digits(random, random.int(1, 4))}${random.pick(['.', ','])}${digits(random, random.int(1, 20))}`;
	if (kind === 4) return `${'x'.repeat(random.int(30, 42))}\u{1f600}\u{1f600}`;
	if (kind === 5) return `${digits(random, 3)}.${digits(random, 3)}.${digits(random, 3)}.${digits(random, 3)}.${digits(random, 3)}`;
	return random.pick(TEXTS);
}
