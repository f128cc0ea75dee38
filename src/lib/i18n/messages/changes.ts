import type { Text } from '../index.ts';

/** What changed since the reader's last visit, and between two releases. */
export const CHANGES = {
	first: { id: 'Pertama kali di sini? Pantau menunjukkan seberapa netral aparatur sipil negara (ASN) di tiap daerah pada tiap siklus pemilihan. Mulailah dari', en: 'Here for the first time? Pantau shows how neutral the civil service (ASN) of each region stayed in each election cycle. Begin with' },
	firstArea: { id: 'daerah Anda', en: 'your own area' },
	firstPublished: { id: 'angka yang pernah diterbitkan', en: 'the figures that were published' },
	firstTerms: { id: 'arti istilahnya', en: 'what the terms mean' },
	or: { id: 'atau', en: 'or' },

	since: { id: 'Sejak kunjungan Anda {date}: {what}.', en: 'Since your visit on {date}: {what}.' },
	added: { id: '{n} kiriman baru', en: '{n} new {n|submission|submissions}' },
	removed: { id: '{n} kiriman ditarik', en: '{n} {n|submission|submissions} withdrawn' },
	changed: { id: '{n} kiriman berubah', en: '{n} {n|submission|submissions} changed' },
	figuresAdded: { id: '{n} angka terbit baru', en: '{n} new published {n|figure|figures}' },
	figuresRemoved: { id: '{n} angka terbit dicabut', en: '{n} published {n|figure|figures} removed' },
	figuresChanged: { id: '{n} angka terbit diperbaiki', en: '{n} published {n|figure|figures} corrected' },
	onlyRules: { id: 'kiriman dan angka terbitnya sama; yang berubah program atau daftar rujukannya', en: 'submissions and published figures are the same; the program or its reference lists changed' },
	nothing: { id: 'kiriman dan angka terbitnya sama', en: 'submissions and published figures are the same' },
	rulesToo: { id: 'Program atau daftar rujukan juga berubah, sehingga angka lain dapat ikut berubah.', en: 'The program or its reference lists changed too, so that other figures may differ.' },
	notKept: { id: 'Sejak kunjungan Anda {date} ada rilis baru. Rilis yang Anda lihat waktu itu ({release}) tidak disimpan lagi, sehingga perubahannya tidak dapat dirinci.', en: 'There is a new release since your visit on {date}. The release that you saw then ({release}) is no longer kept, so that the changes cannot be listed.' },
	list: { id: 'Apa saja yang berubah', en: 'What exactly changed' },
	releases: { id: 'Daftar rilis', en: 'List of releases' },

	heading: { id: 'Yang berubah antarrilis', en: 'What changed between releases' },
	lead: { id: 'Dari rilis {from} ke {to}: {what}.', en: 'From release {from} to {to}: {what}.' },
	gone: { id: 'Rilis {release} tidak disimpan lagi; hanya beberapa rilis terakhir yang disimpan. Pilih salah satunya di bawah.', en: 'Release {release} is no longer kept; only the last few releases are. Choose one of them below.' },
	none: { id: 'Belum ada rilis lain yang disimpan, jadi belum ada yang dapat dibandingkan.', en: 'No other release is kept yet, so there is nothing to compare with.' },
	choose: { id: 'Dibanding rilis', en: 'Compared with release' },
	show: { id: 'Tampilkan', en: 'Show' },
	option: { id: '{release}, dibangun {built}', en: '{release}, built {built}' },
	submissions: { id: 'Kiriman', en: 'Submissions' },
	published: { id: 'Angka terbit', en: 'Published figures' },
	noSubmissions: { id: 'Tidak ada kiriman yang berubah.', en: 'No submission changed.' },
	noPublished: { id: 'Tidak ada angka terbit yang berubah.', en: 'No published figure changed.' },
	change: { id: 'Perubahan', en: 'Change' },
	words: {
		added: { id: 'baru', en: 'new' },
		removed: { id: 'ditarik', en: 'withdrawn' },
		changed: { id: 'berubah', en: 'changed' }
	},
	rows: { id: 'Baris diterima', en: 'Rows accepted' },
	beforeNow: { id: '{before} → {now}', en: '{before} → {now}' }
} as const satisfies Record<string, Text | Readonly<Record<string, Text>>>;
