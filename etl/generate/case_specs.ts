/**
 * Which cases the synthetic registers hold. Where an authority stated a number for the real regency, the number here is the same:
 * Badung 2 ASN to KASN in 2020 and no report in 2024 until 18 September; Tabanan 2 ASN (one case) in 2024; Paser 5 in 2020 (3 by 17 March),
 * 4 suspected until 20 September 2024, 3 of them to BKN, one of these from another regency; Belitung none in 2018, 2019 and Pemilu 2024 and
 * one suspected violation in the first 43 campaign days of 2024; "hardly any" in Tulang Bawang Barat in Pemilu 2024.
 */
import type { CaseSpec } from './cases.ts';

export const TABANAN_CASES: readonly CaseSpec[] = [
	{ cycle: 'PEMILU-2019', registered: '2018-11-19', origin: 'report', persons: ['SANKSI'], position: 'Kepala Seksi' },
	{ cycle: 'PEMILU-2019', registered: '2019-02-12', origin: 'finding', persons: ['DIHENTIKAN'], position: 'Guru' },
	{ cycle: 'PILKADA-2020', registered: '2020-02-24', origin: 'finding', persons: ['SANKSI'], position: 'Kepala Bidang' },
	{ cycle: 'PILKADA-2020', registered: '2020-07-15', origin: 'report', persons: ['SANKSI'], position: 'Camat' },
	{ cycle: 'PILKADA-2020', registered: '2020-10-06', origin: 'finding', persons: ['TIDAK_TERBUKTI'], position: 'Guru' },
	{ cycle: 'PILKADA-2020', registered: '2020-11-17', origin: 'report', persons: ['SANKSI', 'DIHENTIKAN'], position: 'Pengadministrasi' },
	{ cycle: 'PEMILU-2024', registered: '2023-06-20', origin: 'finding', persons: ['SANKSI'], position: 'Lurah' },
	{ cycle: 'PEMILU-2024', registered: '2023-10-11', origin: 'report', persons: ['SANKSI'], position: 'Guru' },
	{ cycle: 'PEMILU-2024', registered: '2023-12-05', origin: 'finding', persons: ['SANKSI', 'SANKSI', 'DIHENTIKAN'], position: 'Perawat' },
	{ cycle: 'PEMILU-2024', registered: '2024-01-09', origin: 'report', persons: ['DIHENTIKAN'], position: 'Kepala Bidang' },
	{ cycle: 'PEMILU-2024', registered: '2024-01-23', origin: 'report', persons: ['MENUNGGU_PPK'], position: 'Pengelola' },
	{ cycle: 'PILKADA-2024', registered: '2024-09-03', origin: 'finding', persons: ['SANKSI', 'MENUNGGU_PPK'], position: 'Kepala Seksi', act: 'Hadir pada pendaftaran bakal pasangan calon', incident: '2024-08-29', violation: 'SKB-03', forwarded: '2024-09-11' }
];

export const BADUNG_CASES: readonly CaseSpec[] = [
	{ cycle: 'PEMILU-2019', registered: '2018-10-30', origin: 'finding', persons: ['SANKSI'], position: 'Guru' },
	{ cycle: 'PEMILU-2019', registered: '2019-01-22', origin: 'report', persons: ['TIDAK_TERBUKTI'], position: 'Kasubbag' },
	{ cycle: 'PEMILU-2019', registered: '2019-03-19', origin: 'report', persons: ['DIHENTIKAN'], position: 'Guru' },
	{ cycle: 'PILKADA-2020', registered: '2020-09-09', origin: 'finding', persons: ['SANKSI', 'SANKSI'], position: 'Kepala Seksi', act: 'Hadir pada pendaftaran bakal pasangan calon', sanction: 'Teguran tertulis' },
	{ cycle: 'PEMILU-2024', registered: '2023-05-16', origin: 'report', persons: ['SANKSI'], position: 'Camat' },
	{ cycle: 'PEMILU-2024', registered: '2023-09-26', origin: 'finding', persons: ['SANKSI'], position: 'Guru' },
	{ cycle: 'PEMILU-2024', registered: '2023-11-21', origin: 'finding', persons: ['SANKSI', 'TIDAK_TERBUKTI'], position: 'Pengadministrasi' },
	{ cycle: 'PEMILU-2024', registered: '2023-12-19', origin: 'report', persons: ['DIHENTIKAN'], position: 'Dokter' },
	{ cycle: 'PEMILU-2024', registered: '2024-01-16', origin: 'report', persons: ['MENUNGGU_PPK'], position: 'Kepala Bidang' },
	{ cycle: 'PEMILU-2024', registered: '2024-02-06', origin: 'finding', persons: ['SANKSI'], position: 'Perawat' },
	{ cycle: 'PILKADA-2024', registered: '2024-09-24', origin: 'finding', persons: ['SANKSI'], position: 'Guru' },
	{ cycle: 'PILKADA-2024', registered: '2024-10-08', origin: 'report', persons: ['SANKSI', 'SANKSI', 'TIDAK_TERBUKTI'], position: 'Kepala Seksi' },
	{ cycle: 'PILKADA-2024', registered: '2024-10-22', origin: 'report', persons: ['DIHENTIKAN'], position: 'Perawat' },
	{ cycle: 'PILKADA-2024', registered: '2024-11-05', origin: 'finding', persons: ['MENUNGGU_PPK'], position: 'Lurah' },
	{ cycle: 'PILKADA-2024', registered: '2024-11-19', origin: 'report', persons: ['VERIFIKASI_SATGAS'], position: 'Kepala Dinas' },
	{ cycle: 'PILKADA-2024', registered: '2024-11-26', origin: 'finding', persons: ['DITERUSKAN'], position: 'Guru' }
];

export const PASER_CASES: readonly CaseSpec[] = [
	{ cycle: 'PEMILU-2019', registered: '2018-12-11', origin: 'report', persons: ['SANKSI'], position: 'Pengelola' },
	{ cycle: 'PILKADA-2020', registered: '2020-01-21', origin: 'finding', persons: ['SANKSI'], position: 'Kepala Dinas' },
	{ cycle: 'PILKADA-2020', registered: '2020-02-18', origin: 'finding', persons: ['SANKSI', 'SANKSI'], position: 'Sekretaris' },
	{ cycle: 'PILKADA-2020', registered: '2020-09-22', origin: 'report', persons: ['SANKSI'], position: 'Camat' },
	{ cycle: 'PILKADA-2020', registered: '2020-11-10', origin: 'finding', persons: ['MENUNGGU_PPK'], position: 'Guru' },
	{ cycle: 'PEMILU-2024', registered: '2023-08-08', origin: 'finding', persons: ['SANKSI'], position: 'Guru' },
	{ cycle: 'PEMILU-2024', registered: '2023-11-28', origin: 'report', persons: ['SANKSI'], position: 'Kepala Seksi' },
	{ cycle: 'PEMILU-2024', registered: '2024-01-16', origin: 'report', persons: ['TIDAK_TERBUKTI'], position: 'Pengadministrasi' },
	{ cycle: 'PEMILU-2024', registered: '2024-02-01', origin: 'finding', persons: ['MENUNGGU_PPK'], position: 'Kepala Bidang' },
	{ cycle: 'PILKADA-2024', registered: '2024-08-13', origin: 'finding', persons: ['SANKSI'], position: 'Kepala Bidang', employer: 'Kabupaten Kutai Timur', violation: 'SKB-10', forwarded: '2024-08-20' },
	{ cycle: 'PILKADA-2024', registered: '2024-09-12', origin: 'report', persons: ['SANKSI'], position: 'Guru', forwarded: '2024-09-23' },
	{ cycle: 'PILKADA-2024', registered: '2024-09-17', origin: 'finding', persons: ['MENUNGGU_PPK'], position: 'Kasubbag', forwarded: '2024-10-04' },
	{ cycle: 'PILKADA-2024', registered: '2024-09-19', origin: 'report', persons: ['DIHENTIKAN'], position: 'Pengadministrasi' }
];

export const TUBABA_CASES: readonly CaseSpec[] = [
	{ cycle: 'PEMILU-2019', registered: '2019-03-05', origin: 'report', persons: ['DIHENTIKAN'], position: 'Guru' },
	{ cycle: 'PEMILU-2024', registered: '2024-01-18', origin: 'report', persons: ['SANKSI'], position: 'Guru' },
	{ cycle: 'PILKADA-2024', registered: '2024-09-10', origin: 'finding', persons: ['SANKSI'], position: 'Sekretaris Kecamatan' },
	{ cycle: 'PILKADA-2024', registered: '2024-10-15', origin: 'report', persons: ['MENUNGGU_PPK', 'TIDAK_TERBUKTI'], position: 'Pengadministrasi' },
	{ cycle: 'PILKADA-2024', registered: '2024-11-20', origin: 'report', persons: ['VERIFIKASI_SATGAS'], position: 'Kepala Seksi' }
];

export const BELITUNG_CASES: readonly CaseSpec[] = [
	{ cycle: 'PILKADA-2024', registered: '2024-10-15', origin: 'report', persons: ['SANKSI'], position: 'Guru' },
	{ cycle: 'PILKADA-2024', registered: '2024-11-12', origin: 'finding', persons: ['MENUNGGU_PPK'], position: 'Kepala Seksi' },
	{ cycle: 'PILKADA-2024', registered: '2024-11-25', origin: 'report', persons: ['DITERUSKAN', 'DIHENTIKAN'], position: 'Pengelola' }
];
