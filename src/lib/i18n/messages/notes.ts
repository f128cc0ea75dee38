/** Notes on figures, the preview of a release, signing it off. */
export const NOTES = {
	heading: { id: 'Catatan pada angka', en: 'Notes on figures' },
	lead: { id: 'Koreksi atau hak jawab ditempelkan pada angka suatu wilayah dan siklus, dan tetap di sana pada rilis berikutnya. Catatan tampil setelah diputuskan oleh orang lain yang berwenang.', en: 'A correction or a reply is attached to the figure of an area and a cycle, and stays there in the next releases. It is shown once somebody else with the right has decided.' },
	onFigure: { id: 'Catatan pada angka ini', en: 'Notes on this figure' },
	onArea: { id: 'Catatan pada angka wilayah ini', en: 'Notes on figures of this area' },
	write: { id: 'Tulis catatan pada angka ini', en: 'Write a note on this figure' },
	kind: { id: 'Jenis', en: 'Kind' },
	kinds: { correction: { id: 'Koreksi', en: 'Correction' }, reply: { id: 'Hak jawab', en: 'Right of reply' } },
	text: { id: 'Isi (20-500 tanda; tanpa nama orang dan tanpa NIP)', en: 'Text (20-500 signs; no names of persons, no NIP)' },
	send: { id: 'Kirim untuk diputuskan', en: 'Send for a decision' },
	sent: { id: 'Catatan tersimpan dan menunggu keputusan.', en: 'The note is kept and waits for a decision.' },
	invalid: { id: 'Catatan harus 20 sampai 500 tanda, tentang angka yang ada, dan tanpa deret angka panjang (NIP).', en: 'A note has 20 to 500 signs, is about a figure that exists, and has no long number (NIP) in it.' },
	mine: { id: 'Catatan wilayah Anda', en: 'Notes of your areas' },
	none: { id: 'Belum ada catatan.', en: 'No notes yet.' },
	show: { id: 'Tampilkan', en: 'Show' },
	decline: { id: 'Tolak', en: 'Decline' },
	decided: { id: 'Keputusan tersimpan.', en: 'The decision is kept.' },
	decidedBefore: { id: 'Catatan ini sudah diputuskan. Buka lagi halaman ini.', en: 'This note was decided on before. Open this page again.' },
	states: { waiting: { id: 'menunggu', en: 'waiting' }, shown: { id: 'tampil', en: 'shown' }, declined: { id: 'ditolak', en: 'declined' } },
	head: { id: '{kind}, {who}, {date}', en: '{kind}, {who}, {date}' },
	about: { id: '{metric}, {area}, {cycle}', en: '{metric}, {area}, {cycle}' }
} as const;

export const PREVIEW = {
	heading: { id: 'Pratinjau rilis', en: 'Release preview' },
	none: { id: 'Tidak ada rilis baru: yang tersaji adalah yang terakhir dibangun.', en: 'There is no new release: the one being served is the last that was built.' },
	lead: { id: 'Rilis {id} sudah dibangun ({at}) dan belum terbit. Inilah yang akan dikatakannya tentang wilayah Anda; yang tersaji sekarang rilis {current}.', en: 'Release {id} has been built ({at}) and is not published. This is what it will say about your areas; release {current} is being served.' },
	submissions: { id: 'Kiriman: {added} baru, {removed} tidak lagi dipakai, {changed} berubah.', en: 'Submissions: {added} new, {removed} no longer used, {changed} changed.' },
	figures: { id: 'Angka yang berubah, {cycle}', en: 'Figures that change, {cycle}' },
	same: { id: '{same} dari {all} angka tetap sama.', en: '{same} of {all} figures stay the same.' },
	allSame: { id: 'Semua {all} angka wilayah Anda pada siklus ini tetap sama.', en: 'All {all} figures of your areas in this cycle stay the same.' },
	metric: { id: 'Ukuran', en: 'Metric' },
	area: { id: 'Wilayah', en: 'Area' },
	now: { id: 'Sekarang', en: 'Now' },
	then: { id: 'Menjadi', en: 'Will be' },
	cycle: { id: 'Siklus', en: 'Cycle' },
	choose: { id: 'Lihat', en: 'Show' },
	confirm: { id: 'Sahkan rilis ini', en: 'Confirm this release' },
	confirmLead: { id: 'Dengan mengesahkan, nama Anda dicatat sebagai yang menyetujui penerbitan. Penerbitan sendiri dijalankan pengelola dengan npm run --silent etl -- publish, setelah audit lulus.', en: 'By confirming, your name is recorded as the one who agreed to publication. The operator then publishes with npm run --silent etl -- publish, once the audit has passed.' },
	statement: { id: 'Saya sudah memeriksa angka yang berubah dan menyetujui penerbitan rilis {id}.', en: 'I have checked the figures that change and agree to the publication of release {id}.' },
	confirmed: { id: 'Disahkan oleh {name}, {at}.', en: 'Confirmed by {name}, {at}.' },
	mustAgree: { id: 'Centang pernyataan itu dahulu.', en: 'Tick the statement first.' }
} as const;
