/** Personnel files: SIASN extract → roster, annex of a decree → moves. */
import { parseDate } from '../../normalise/dates.ts';
import { isMissing } from '../../normalise/text.ts';
import { codeForWord } from '../../normalise/words.ts';
import type { GridRow } from '../../read/grid.ts';
import { input, textAt, type Body, type DraftValue, type Kind, type Reporter } from '../types.ts';
import { tableKind } from './table.ts';
import { asOfInTitles } from './titles.ts';

export const siasnExtract: Kind = tableKind({
	kind: 'siasn_extract',
	dataset: 'roster',
	title: { id: 'SIASN data utama', en: 'SIASN main data' },
	weight: 4,
	checkTotals: false,
	aliases: {
		person_key: ['NIP BARU', 'NIP'],
		agency: ['UNOR NAMA', 'UNIT KERJA', 'SATUAN KERJA KERJA NAMA', 'SATUAN KERJA NAMA', 'SATKER', 'UNOR INDUK NAMA', 'INSTANSI KERJA NAMA'],
		employment: ['STATUS ASN', 'JENIS PEGAWAI NAMA', 'STATUS KEPEGAWAIAN', 'JENIS KEPEGAWAIAN'],
		position: ['JABATAN NAMA', 'JABATAN', 'NAMA JABATAN'],
		position_kind: ['JENIS JABATAN NAMA', 'JENIS JABATAN'],
		as_of: ['KEADAAN PER']
	},
	required: ['person_key', 'employment'],
	helpers: ['position_kind', 'position'],
	derive: {
		reads: ['position', 'position_kind'],
		of: (words, { context, header, has }) => ({
			position: words.map((word) => codeForWord('positions', word)).find((code) => code !== undefined && code !== null) ?? null,
			as_of: has('as_of') ? { from: 'as_of' } : (asOfInTitles(header) ?? context.source?.as_of ?? context.asOf)
		})
	}
});

const titled = (body: Body, pattern: RegExp): string | null => {
	for (const title of body.header.titles) {
		const found = pattern.exec(title)?.[1]?.trim();
		if (found) return found;
	}
	return null;
};

/** "NAMA\nNIP. 19681217 199403 1 907" → the NIP. A name alone is not repeated to anyone: it is said that its NIP is missing. */
function nipBelowName(row: GridRow, column: number | undefined, reporter: Reporter): DraftValue {
	const found = input(row, column);
	const text = textAt(row, column);
	if (found === null || isMissing(text) || found.cell.problem !== null) return found;
	const nip = /nip\b[\s.:]*([\d\s.]{9,})/i.exec(text)?.[1] ?? /(\d[\d\s.]{16,})\s*$/.exec(text)?.[1];
	if (nip) return { ...found, cell: { ...found.cell, text: nip.trim() } };
	reporter.find('NIP_FORMAT', { row: row.row, column: found.column }, { variant: 'absent' });
	return null;
}

export const decreeAnnex: Kind = tableKind({
	kind: 'decree_annex',
	dataset: 'moves',
	title: { id: 'Lampiran keputusan mutasi', en: 'Annex of a decree on moves' },
	weight: 2,
	checkTotals: false,
	aliases: {
		number: ['NO'],
		name_nip: ['NAMA / NIP', 'NAMA/NIP', 'NAMA DAN NIP'],
		person_key: ['NIP'],
		rank: ['PANGKAT / GOL. RUANG', 'PANGKAT/GOL. RUANG', 'PANGKAT/GOLONGAN'],
		position_old: ['JABATAN / LAMA', 'JABATAN LAMA'],
		position_new: ['JABATAN / BARU', 'JABATAN BARU'],
		echelon_old: ['ESELON / LAMA', 'ESELON LAMA'],
		echelon_new: ['ESELON / BARU', 'ESELON BARU'],
		decree_number: ['Nomor SK', 'Nomor Keputusan'],
		decree_date: ['Tanggal SK', 'Tanggal Keputusan'],
		approval: ['Persetujuan Mendagri', 'Nomor Persetujuan Mendagri'],
		remark: ['KET', 'KETERANGAN']
	},
	required: ['position_old', 'position_new'],
	helpers: ['number', 'name_nip', 'rank', 'remark'],
	shape: (row, cells, body, reporter) => {
		const date = titled(body, /^tanggal\s*:?\s*(.+)$/i);
		const parsed = date ? parseDate(date, { conflicting: false, order: 'dmy', proven: true }) : null;
		return [
			{
				...cells,
				person_key: cells['person_key'] ?? nipBelowName(row, body.match.columns.get('name_nip'), reporter),
				decree_number: cells['decree_number'] ?? titled(body, /^nomor\s*:?\s*(.+)$/i),
				decree_date: cells['decree_date'] ?? (parsed && 'iso' in parsed ? parsed.iso : null),
				approval: cells['approval'] ?? titled(body, /persetujuan (?:tertulis )?(?:menteri dalam negeri|mendagri)[^:]*?(?:nomor)?\s*:\s*(.+)$/i)
			}
		];
	}
});
