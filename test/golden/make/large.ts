/** Files that are too large to be kept: a sheet that unpacks very far, and one very long cell. */
import { crc32, deflateRawSync } from 'node:zlib';
import type { Deflated } from './zip.ts';
import { workbookOf } from './xlsx.ts';

const MEGABYTE = 1024 * 1024;
const START = '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const END = '</sheetData></worksheet>';

/** A workbook whose only sheet unpacks to so many megabytes. */
export function zipBomb(megabytes: number): Uint8Array {
	return workbookOf([{ name: 'Data', hidden: false }], [repeated('<row><c t="inlineStr"><is><t>A</t></is></c></row>', megabytes * MEGABYTE)]);
}

/** A sheet of one row and very much space, over and over. Whole blocks are deflated once and put one after another, as the format allows. */
function repeated(row: string, size: number): Deflated {
	const block = Buffer.from(row.padEnd(MEGABYTE));
	const times = Math.floor((size - START.length - END.length) / block.length);
	const [start, end] = [Buffer.from(START), Buffer.from(END)];
	const packed = deflateRawSync(block, { level: 9, finishFlush: SYNC });
	let crc = crc32(start);
	for (let at = 0; at < times; at++) crc = crc32(block, crc);
	return {
		deflated: Buffer.concat([deflateRawSync(start, { finishFlush: SYNC }), ...Array.from({ length: times }, () => packed), deflateRawSync(end)]),
		crc: crc32(end, crc),
		size: start.length + times * block.length + end.length
	};
}

/** zlib's Z_SYNC_FLUSH: the block ends on a byte and is not the last. */
const SYNC = 2;

const HEADING = 'NIP;Nama;Unit Kerja;Kabupaten/Kota;Pelatihan;Status;Tanggal Selesai;Nilai;Persentase Penyelesaian';

/** A list of trainings whose second person has a name of so many characters. */
export function longCell(characters: number): Uint8Array {
	const row = (nip: string, name: string) => `${nip};${name};Dinas Perhubungan;Kabupaten Badung;Netralitas Dasar;Selesai;2026-03-05;71,50;100`;
	return Buffer.from([HEADING, row('198110172006041971', 'Contoh Pertama'), row('199003252015032972', 'A'.repeat(characters)), ''].join('\r\n'));
}
