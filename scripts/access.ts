/** `npm run access -- …`: accounts from the command line of the machine that keeps the data home. The first administrator is made here. */
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { LastAdministratorError, NameTakenError, RIGHTS, type Account } from '../src/lib/server/access/account.ts';
import { accountInput, addAccount, changeRole, CODE_HOURS, endSessionsOf, resetAccount, setDisabled } from '../src/lib/server/access/accounts.ts';
import { access } from '../src/lib/server/access/current.ts';
import { scopeKey } from '../src/lib/server/access/scope.ts';
import { normalName } from '../src/lib/server/access/sign-in.ts';

const USAGE = 64;
class Refusal extends Error {}

/** As the trail names who did it: somebody with a shell on this machine. */
const BY = 'command line';

const FIELDS: Readonly<Record<string, string>> = {
	name: 'nama akun: huruf kecil, angka, titik, tanda hubung; 3-40 tanda; diawali huruf; bukan NIP',
	fullName: '--nama: 2-80 tanda, tanpa deret angka panjang',
	role: '--role: public, regency:51.03, province:51, atau national',
	rights: `--hak: ${RIGHTS.join(', ')}, dipisah koma`
};
const refusalOf = (error: z.ZodError): Refusal => new Refusal(`isian tidak sah:\n${[...new Set(error.issues.map((issue) => String(issue.path[0])))].map((field) => `  ${FIELDS[field] ?? field}`).join('\n')}`);

async function named(name: string): Promise<Account> {
	const found = await access().store.credentials(normalName(name));
	if (!found) throw new Refusal(`tidak ada akun ${name}`);
	return found.account;
}

async function add(name: string, options: { nama: string; role: string; hak: readonly string[] }): Promise<void> {
	const input = accountInput.safeParse({ name, fullName: options.nama, role: options.role, rights: options.hak });
	if (!input.success) throw refusalOf(input.error);
	handOver(input.data.name, await addAccount(access().store, input.data, BY));
}

const handOver = (name: string, code: string): void => {
	console.log(code);
	console.error(`Kode sekali pakai untuk ${name}. Serahkan secara langsung; berlaku ${CODE_HOURS} jam. Masuk di /masuk, lalu pilih kata sandi dan faktor kedua.`);
};

const rights = (text: string): readonly string[] => text.split(',').map((part) => part.trim()).filter(Boolean);
const RIGHTS_HELP = `wewenang, dipisah koma: ${RIGHTS.join(', ')}`;
const ROLE_HELP = 'public, regency:51.03, province:51, atau national';

const program = new Command('access').description('Akun, peran, dan sesi').exitOverride();
program
	.command('admin <nama-akun>')
	.description('buat pengelola pertama (atau pengelola lain)')
	.option('--nama <nama>', 'nama lengkap', 'Pengelola Pantau')
	.action((name: string, o: { nama: string }) => add(name, { nama: o.nama, role: 'public', hak: ['administer'] }));
program
	.command('add <nama-akun>')
	.description('tambah akun')
	.requiredOption('--nama <nama>', 'nama lengkap')
	.requiredOption('--role <peran>', ROLE_HELP)
	.option('--hak <wewenang>', RIGHTS_HELP, rights, [])
	.action(add);
program
	.command('role <nama-akun>')
	.description('ganti peran dan wewenang; semua sesi akun itu berakhir')
	.requiredOption('--role <peran>', ROLE_HELP)
	.option('--hak <wewenang>', RIGHTS_HELP, rights, [])
	.action(async (name: string, o: { role: string; hak: readonly string[] }) => {
		const input = accountInput.pick({ role: true, rights: true }).safeParse({ role: o.role, rights: o.hak });
		if (!input.success) throw refusalOf(input.error);
		await changeRole(access().store, await named(name), input.data, BY);
	});
program
	.command('reset <nama-akun>')
	.description('kode baru; kata sandi, faktor kedua, kunci, dan sesi akun itu hilang')
	.action(async (name: string) => {
		const account = await named(name);
		handOver(account.name, await resetAccount(access().store, account, BY));
	});
for (const [command, disabled, words] of [['disable', true, 'tutup akun; sesinya berakhir seketika'], ['enable', false, 'buka lagi akun yang ditutup']] as const) {
	program.command(`${command} <nama-akun>`).description(words).action(async (name: string) => setDisabled(access().store, await named(name), disabled, BY));
}
program
	.command('end-sessions <nama-akun>')
	.description('akhiri semua sesi akun')
	.action(async (name: string) => console.error(`${await endSessionsOf(access().store, await named(name), BY)} sesi diakhiri`));
program
	.command('list')
	.description('daftar akun')
	.action(async () => {
		for (const a of await access().store.accounts()) console.log([a.name, a.fullName, scopeKey(a.role), a.rights.join(',') || '-', a.disabled ? 'ditutup' : a.ready ? 'aktif' : 'menunggu'].join('\t'));
	});

try {
	await program.parseAsync(process.argv);
} catch (error) {
	if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
	else {
		const known = error instanceof NameTakenError ? `nama akun ${error.message} sudah dipakai` : error instanceof LastAdministratorError ? 'ini pengelola yang terakhir; harus selalu ada satu' : error instanceof Refusal ? error.message : null;
		if (known === null) throw error;
		console.error(known);
		process.exitCode = USAGE;
	}
}
