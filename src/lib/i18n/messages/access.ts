/** Signing in, one's own account, accounts of others, looking with narrower eyes. */
import type { Text } from '../index.ts';

export const SIGN_IN = {
	heading: { id: 'Masuk', en: 'Sign in' },
	lead: { id: 'Untuk petugas BKN, pemerintah provinsi, dan kabupaten/kota. Yang boleh dilihat umum tidak memerlukan akun.', en: 'For staff of BKN, of provinces and of regencies. What is public needs no account.' },
	name: { id: 'Nama akun', en: 'Account name' },
	password: { id: 'Kata sandi, atau kode sekali pakai dari pengelola', en: 'Password, or the one-time code from the administrator' },
	code: { id: 'Kode 6 angka dari aplikasi autentikator (kosongkan pada masuk pertama)', en: '6-digit code of the authenticator app (leave empty at the first sign-in)' },
	submit: { id: 'Masuk', en: 'Sign in' },
	refused: { id: 'Nama, kata sandi, atau kode tidak cocok. Periksa jam pada telepon Anda bila kodenya yang ditolak. Setelah lima kali gagal akun ditutup 15 menit.', en: 'Name, password or code do not fit. If it is the code, check the clock of your phone. After five failures the account is closed for 15 minutes.' },
	locked: { id: 'Terlalu banyak percobaan. Tunggu 15 menit, atau minta pengelola membuka akun Anda.', en: 'Too many tries. Wait 15 minutes, or ask the administrator to open your account.' },
	busy: { id: 'Terlalu banyak yang masuk bersamaan. Coba lagi sebentar lagi.', en: 'Too many people are signing in at once. Try again in a moment.' },
	already: { id: 'Anda sudah masuk sebagai {name}.', en: 'You are signed in as {name}.' },
	none: { id: 'Belum ada akun di situs ini, jadi belum ada yang dapat masuk. Akun pertama dibuat oleh pengelola situs.', en: 'There is no account on this site yet, so nobody can sign in. The operator of the site makes the first one.' }
} as const satisfies Record<string, Text>;

export const ACCOUNT = {
	heading: { id: 'Akun {name}', en: 'Account {name}' },
	setupHeading: { id: 'Lengkapi akun Anda', en: 'Complete your account' },
	setupLead: { id: 'Pilih kata sandi, lalu pindai kode ini dengan aplikasi autentikator (Google Authenticator, Aegis, 1Password, atau sejenisnya). Setelah itu setiap masuk memerlukan keduanya.', en: 'Choose a password, then scan this code with an authenticator app (Google Authenticator, Aegis, 1Password or the like). From then on every sign-in needs both.' },
	secret: { id: 'Tidak dapat memindai? Ketik rahasia ini ke dalam aplikasi:', en: 'Cannot scan? Type this secret into the app:' },
	qr: { id: 'Kode QR untuk aplikasi autentikator', en: 'QR code for the authenticator app' },
	current: { id: 'Kata sandi sekarang', en: 'Present password' },
	password: { id: 'Kata sandi baru (paling sedikit {n} tanda; kalimat panjang lebih baik daripada tanda aneh)', en: 'New password (at least {n} signs; a long sentence is better than odd signs)' },
	again: { id: 'Sekali lagi', en: 'Once more' },
	code: { id: 'Kode 6 angka yang sekarang tampil di aplikasi', en: '6-digit code that the app shows now' },
	finish: { id: 'Simpan dan masuk', en: 'Save and sign in' },
	change: { id: 'Ganti kata sandi', en: 'Change password' },
	changed: { id: 'Kata sandi diganti. Sesi Anda yang lain sudah diakhiri.', en: 'The password is changed. Your other sessions have ended.' },
	role: { id: 'Yang Anda lihat', en: 'What you see' },
	rights: { id: 'Wewenang', en: 'Rights' },
	noRights: { id: 'melihat saja', en: 'looking only' },
	sessions: { id: 'Sesi Anda', en: 'Your sessions' },
	sessionsNote: { id: 'Sesi berakhir setelah {idle} menit tanpa kegiatan, dan paling lama {hours} jam.', en: 'A session ends after {idle} minutes without use, and after {hours} hours at most.' },
	started: { id: 'Mulai', en: 'Started' },
	seen: { id: 'Terakhir dipakai', en: 'Last used' },
	network: { id: 'Jaringan', en: 'Network' },
	thisOne: { id: 'sesi ini', en: 'this session' },
	end: { id: 'Akhiri', en: 'End' },
	endSession: { id: 'Akhiri sesi yang mulai {at}', en: 'End the session started {at}' },
	signOut: { id: 'Keluar', en: 'Sign out' },
	lostFactor: { id: 'Telepon hilang? Minta pengelola mengatur ulang akun Anda.', en: 'Lost your phone? Ask the administrator to reset your account.' }
} as const satisfies Record<string, Text>;

export const SETUP_PROBLEMS = {
	short: { id: 'Kata sandi terlalu pendek: paling sedikit {n} tanda.', en: 'The password is too short: at least {n} signs.' },
	long: { id: 'Kata sandi terlalu panjang: paling banyak {most} tanda.', en: 'The password is too long: at most {most} signs.' },
	guessable: { id: 'Kata sandi mudah ditebak: jangan pakai nama Anda, nama situs ini, atau pengulangan.', en: 'The password is easy to guess: do not use your name, the name of this site, or repetitions.' },
	differs: { id: 'Kedua kata sandi tidak sama.', en: 'The two passwords differ.' },
	code: { id: 'Kode tidak cocok dengan rahasia di halaman ini. Pindai lagi, lalu ketik kode yang sedang tampil.', en: 'The code does not belong to the secret on this page. Scan again, then type the code now shown.' },
	stale: { id: 'Formulir ini dari sesi lain. Isi lagi formulir yang baru.', en: 'This form is of another session. Fill in the new one.' },
	current: { id: 'Kata sandi sekarang tidak cocok.', en: 'The present password does not fit.' },
	locked: { id: 'Terlalu banyak percobaan. Tunggu 15 menit.', en: 'Too many tries. Wait 15 minutes.' }
} as const satisfies Record<string, Text>;

export const RIGHT_NAMES = {
	administer: { id: 'mengelola akun', en: 'administers accounts' },
	sign_off: { id: 'mengesahkan rilis', en: 'signs off releases' },
	read_cases: { id: 'membaca baris kasus', en: 'reads case rows' }
} as const satisfies Record<string, Text>;

export const ADMIN = {
	heading: { id: 'Pengelola akun', en: 'Accounts' },
	lead: { id: 'Setiap tindakan di halaman ini tercatat di jejak audit dengan nama Anda. Hak mengelola tidak membuka angka apa pun.', en: 'Everything done here is written to the audit trail with your name. The right to administer opens no figure.' },
	accounts: { id: 'Akun', en: 'Accounts' },
	name: { id: 'Nama akun', en: 'Account name' },
	nameHint: { id: 'Nama akun: huruf kecil, angka, titik, tanda hubung; 3-40 tanda; bukan NIP', en: 'Account name: small letters, digits, dots, hyphens; 3-40 signs; not a NIP' },
	fullName: { id: 'Nama lengkap', en: 'Full name' },
	role: { id: 'Melihat', en: 'Sees' },
	roleHint: { id: 'Melihat: public, regency:51.03, province:51, atau national', en: 'Sees: public, regency:51.03, province:51, or national' },
	rights: { id: 'Wewenang', en: 'Rights' },
	states: {
		ready: { id: 'aktif', en: 'active' },
		waiting: { id: 'menunggu masuk pertama', en: 'waits for the first sign-in' },
		disabled: { id: 'ditutup', en: 'disabled' }
	},
	sessions: { id: 'Sesi', en: 'Sessions' },
	add: { id: 'Tambah akun', en: 'Add an account' },
	edit: { id: 'Ubah {name}', en: 'Change {name}' },
	save: { id: 'Simpan', en: 'Save' },
	reset: { id: 'Atur ulang', en: 'Reset' },
	disable: { id: 'Tutup', en: 'Disable' },
	enable: { id: 'Buka', en: 'Enable' },
	endSessions: { id: 'Akhiri sesi', en: 'End sessions' },
	code: { id: 'Kode sekali pakai untuk {name}: {code}. Serahkan secara langsung; berlaku {hours} jam dan tidak ditampilkan lagi.', en: 'One-time code for {name}: {code}. Hand it over in person; it is valid for {hours} hours and is not shown again.' },
	done: { id: 'Tersimpan.', en: 'Saved.' },
	gone: { id: 'Akun itu tidak ada.', en: 'There is no such account.' },
	taken: { id: 'Nama akun {name} sudah dipakai.', en: 'The account name {name} is taken.' },
	last: { id: 'Ini pengelola yang terakhir; harus selalu ada satu.', en: 'This is the last administrator; there must always be one.' },
	invalid: { id: 'Isian tidak sah: {fields}.', en: 'Not valid: {fields}.' },
	trail: { id: 'Jejak audit, yang terbaru', en: 'Audit trail, the latest' },
	trailNote: { id: 'Jejak hanya bertambah; npm run --silent etl -- verify-audit memeriksanya dari baris pertama.', en: 'Rows are only added; npm run --silent etl -- verify-audit checks them from the first.' },
	at: { id: 'Waktu (UTC)', en: 'Time (UTC)' },
	actor: { id: 'Siapa', en: 'Who' },
	action: { id: 'Tindakan', en: 'Action' },
	object: { id: 'Terhadap', en: 'To what' },
	detail: { id: 'Rincian', en: 'Detail' }
} as const;

export const VIEWER = {
	signIn: { id: 'Masuk', en: 'Sign in' },
	account: { id: 'Akun', en: 'Account' },
	admin: { id: 'Pengelola', en: 'Administer' },
	preview: { id: 'Pratinjau rilis', en: 'Release preview' },
	viewAs: { id: 'Lihat sebagai', en: 'View as' },
	internal: { id: 'INTERNAL – jangan disebarkan', en: 'INTERNAL – do not pass on' },
	internalFile: { id: 'INTERNAL – jangan disebarkan: {who}', en: 'INTERNAL – do not pass on: {who}' },
	internalFor: { id: '{who}, {role}; dibuka {at}', en: '{who}, {role}; opened {at}' },
	demo: { id: 'pengunjung demo', en: 'demo visitor' },
	viewingAs: { id: 'Anda melihat sebagai {role}.', en: 'You are viewing as {role}.' },
	viewingAsWhy: { id: 'Wewenang Anda sendiri tidak berlaku sampai Anda kembali.', en: 'Your own rights do not apply until you return.' },
	back: { id: 'Kembali sebagai {name}', en: 'Return as {name}' },
	unfinished: { id: 'Akun Anda belum lengkap.', en: 'Your account is not complete.' }
} as const satisfies Record<string, Text>;
