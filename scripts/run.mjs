// Runs a program of Pantau under the Node that package-lock.json pins, on any machine with Node 20 and npm.
// Installs what is missing first. `npm run` puts node_modules/.bin first on PATH, but not on a fresh clone.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const [program, ...args] = process.argv.slice(2);
if (!program) {
	console.error('usage: node scripts/run.mjs PROGRAM [ARGUMENTS]');
	process.exit(64);
}

if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) {
	console.error('Pantau: memasang paket yang diperlukan (npm ci) ...');
	const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32'
	});
	if (installed.status !== 0) {
		console.error('Pantau: pemasangan gagal. Periksa sambungan ke registri npm lalu ulangi.');
		process.exit(installed.status ?? 1);
	}
}

const pinned = join(root, 'node_modules', '.bin', 'node');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const recent = major > 22 || (major === 22 && minor >= 18);
const node = existsSync(pinned) ? pinned : process.execPath;
if (node === process.execPath && !recent) {
	console.error(
		`Pantau memerlukan Node 22.18 atau lebih baru; paket Node untuk ${process.platform}-${process.arch} tidak terpasang. Pasang Node 24 lalu ulangi.`
	);
	process.exit(69);
}

const child = spawn(node, ['--disable-warning=ExperimentalWarning', resolve(root, program), ...args], {
	stdio: 'inherit',
	env: {
		...process.env,
		UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '8',
		PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`
	}
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 + 15 : 1)));
