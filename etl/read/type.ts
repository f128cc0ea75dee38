/** What a file is, by its first bytes: never by its name. */
import type { Bilingual } from '../phrase.ts';
import { ReadProblem } from './grid.ts';
import { wrongType } from './refuse.ts';

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');

const PARQUET = 'PAR1';
/** Magic at both ends, and the length of the footer. */
const LEAST_PARQUET = 12;

/** Text, a zip archive that may be a workbook, or Parquet. Throws FILE_WRONG_TYPE, FILE_ENCRYPTED or FILE_TRUNCATED. */
export function fileType(bytes: Uint8Array): 'text' | 'zip' | 'parquet' {
	if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
	if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw oleProblem(bytes);
	if (isParquet(bytes)) return 'parquet';
	const wrong = otherType(bytes);
	if (wrong) throw wrongType(wrong.what, wrong.remedy);
	return 'text';
}

/** Throws FILE_ENCRYPTED, or FILE_TRUNCATED for a file that starts as Parquet and does not end so. */
function isParquet(bytes: Uint8Array): boolean {
	const [head, tail] = [latin(bytes, 4), latin(bytes.subarray(Math.max(0, bytes.length - 4)), 4)];
	if (bytes.length >= LEAST_PARQUET && head === 'PARE' && tail === 'PARE') throw new ReadProblem('FILE_ENCRYPTED');
	if (head !== PARQUET) return false;
	if (bytes.length >= LEAST_PARQUET && tail === PARQUET) return true;
	if (bytes.includes(0)) throw new ReadProblem('FILE_TRUNCATED');
	return false;
}

/** An OLE container: an old .xls, or an encrypted workbook. */
function oleProblem(bytes: Uint8Array): ReadProblem {
	const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
	if (encrypted) return new ReadProblem('FILE_ENCRYPTED');
	return wrongType({ id: 'berkas Excel 97-2003 (.xls)', en: 'an Excel 97-2003 file (.xls)' }, SAVE_AS_XLSX);
}

interface Other {
	readonly what: Bilingual;
	readonly remedy: Bilingual;
}
const SAVE_AS_XLSX: Bilingual = { id: 'buka di Excel lalu simpan sebagai .xlsx', en: 'open it in Excel and save it as .xlsx' };
const COPY_TABLE: Bilingual = { id: 'salin tabelnya ke Excel lalu simpan sebagai .xlsx', en: 'copy the table to Excel and save it as .xlsx' };
const UNPACK: Bilingual = { id: 'buka arsipnya lalu kirim berkas di dalamnya', en: 'unpack it and send the file inside' };

function otherType(bytes: Uint8Array): Other | null {
	const head = latin(bytes, 1024);
	const text = head.replace(/^(\xef\xbb\xbf|\s)+/, '');
	if (text.startsWith('%PDF')) {
		return { what: { id: 'berkas PDF', en: 'a PDF file' }, remedy: { id: 'minta berkas Excel atau CSV aslinya kepada pembuat PDF itu', en: 'ask the maker of the PDF for the original Excel or CSV file' } };
	}
	if (/^(<!doctype html|<html|<table|<head|<meta|<body)/i.test(text)) {
		return { what: { id: 'halaman HTML yang diberi nama lembar kerja', en: 'an HTML page named like a spreadsheet' }, remedy: SAVE_AS_XLSX };
	}
	if (/^<\?xml/.test(text)) return { what: { id: 'berkas XML', en: 'an XML file' }, remedy: SAVE_AS_XLSX };
	if (/^\{\\rtf/.test(text)) return { what: { id: 'dokumen RTF', en: 'an RTF document' }, remedy: COPY_TABLE };
	if (head.startsWith(PARQUET)) {
		return { what: { id: 'berkas yang hanya diawali seperti Parquet', en: 'a file that only begins like Parquet' }, remedy: { id: 'ekspor ulang dari sistem asalnya', en: 'export it again from its system' } };
	}
	if (starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x89, 0x50, 0x4e, 0x47) || head.startsWith('GIF8')) {
		return { what: { id: 'berkas gambar', en: 'a picture' }, remedy: { id: 'kirim tabelnya, bukan fotonya: .xlsx atau CSV', en: 'send the table, not a photo of it: .xlsx or CSV' } };
	}
	if (starts(bytes, 0x1f, 0x8b)) return { what: { id: 'arsip gzip', en: 'a gzip archive' }, remedy: UNPACK };
	if (head.startsWith('Rar!') || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return { what: { id: 'arsip RAR atau 7z', en: 'a RAR or 7z archive' }, remedy: UNPACK };
	return null;
}
