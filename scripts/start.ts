/** `npm start`: load what ships, publish a release, build the site, serve it. A second start reuses what is there. */
import { join } from 'node:path';
import { releaseId } from '../etl/build/build.ts';
import { main as etl } from '../etl/cli.ts';
import { EXIT } from '../etl/commands/exit.ts';
import { currentRelease, locateHome } from '../etl/home.ts';
import { Ops } from '../etl/ops.ts';
import { listReleases } from '../etl/publish/publish.ts';
import { ROOT } from '../etl/root.ts';
import { isFresh } from './freshness.ts';
import { serve } from './serve.ts';

/** Loads what ships and is new; builds and publishes when these files and this code have not made a release yet. */
async function prepareData(): Promise<void> {
	const home = locateHome();
	const current = currentRelease(home);
	if (!current) console.error(`Data: memuat kiriman yang ikut dikirimkan bersama Pantau ke ${home.dir} ...`);
	// Some shipped files hold planted faults: exit codes 2 and 3 of `load` are expected, and the Data page shows them.
	await etl(['load', join(ROOT, 'data', 'published'), join(ROOT, 'data', 'submissions'), '--accept-partial', '--quiet-unchanged']);
	const ops = new Ops(home);
	const wanted = releaseId(ops.submissions());
	ops.close();
	if (current && listReleases(home).some((m) => m.id === wanted)) {
		console.error(`Data: rilis ${current} tersaji dari ${home.dir}`);
		return;
	}
	const built = await etl(['build']);
	const published = built === 0 ? await etl(['publish', wanted, '--withdraw']) : built;
	// Somebody has to agree to it first: until then what was published before is served.
	if (published === EXIT.unconfirmed) return;
	if (published !== 0) throw new Error('rilis gagal dibangun; lihat pesan di atas');
}

async function prepareSite(): Promise<void> {
	if (isFresh()) return;
	console.error('Situs: membangun ...');
	const { buildSite } = await import('./build.ts');
	await buildSite();
}

try {
	const started = Date.now();
	await prepareData();
	await prepareSite();
	const address = await serve();
	console.error(`Pantau siap dalam ${((Date.now() - started) / 1000).toFixed(1)} detik. Buka ${address}`);
} catch (error) {
	console.error(`Pantau gagal dijalankan: ${error instanceof Error ? error.message : String(error)}`);
	process.exit(1);
}
