/** What a file is, by its first bytes: never by its name. */
import { ReadProblem } from './grid.ts';

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');

/** Text, or a zip archive that may be a workbook. Throws FILE_WRONG_TYPE or FILE_ENCRYPTED naming what else it is. */
export function fileType(bytes: Uint8Array): 'text' | 'zip' {
	if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
	if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw oleProblem(bytes);
	const wrong = otherType(bytes);
	if (wrong) throw new ReadProblem('FILE_WRONG_TYPE', wrong);
	return 'text';
}

/** An OLE container: an old .xls, or an encrypted workbook. */
function oleProblem(bytes: Uint8Array): ReadProblem {
	const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
	if (encrypted) return new ReadProblem('FILE_ENCRYPTED');
	return new ReadProblem('FILE_WRONG_TYPE', { what: 'berkas Excel 97-2003 (.xls)', remedy: 'buka di Excel lalu simpan sebagai .xlsx' });
}

function otherType(bytes: Uint8Array): { what: string; remedy: string } | null {
	const head = latin(bytes, 1024);
	const text = head.replace(/^(\xef\xbb\xbf|\s)+/, '');
	if (text.startsWith('%PDF')) return { what: 'berkas PDF', remedy: 'minta berkas Excel atau CSV aslinya kepada pembuat PDF itu' };
	if (/^(<!doctype html|<html|<table|<head|<meta|<body)/i.test(text)) {
		return { what: 'halaman HTML yang diberi nama lembar kerja', remedy: 'buka di Excel lalu simpan sebagai .xlsx' };
	}
	if (/^<\?xml/.test(text)) return { what: 'berkas XML', remedy: 'buka di Excel lalu simpan sebagai .xlsx' };
	if (/^\{\\rtf/.test(text)) return { what: 'dokumen RTF', remedy: 'salin tabelnya ke Excel lalu simpan sebagai .xlsx' };
	if (starts(bytes, 0x50, 0x41, 0x52, 0x31)) return { what: 'berkas Parquet', remedy: 'ekspor sebagai CSV UTF-8 atau .xlsx' };
	if (/^[[{]\s*["[{\]}]/.test(text)) return { what: 'berkas JSON', remedy: 'unduh laporan yang sama sebagai CSV atau .xlsx' };
	if (starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x89, 0x50, 0x4e, 0x47) || head.startsWith('GIF8')) {
		return { what: 'berkas gambar', remedy: 'kirim tabelnya, bukan fotonya: .xlsx atau CSV' };
	}
	if (starts(bytes, 0x1f, 0x8b)) return { what: 'arsip gzip', remedy: 'buka arsipnya lalu kirim berkas di dalamnya' };
	if (head.startsWith('Rar!') || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return { what: 'arsip RAR atau 7z', remedy: 'buka arsipnya lalu kirim berkas di dalamnya' };
	return null;
}
