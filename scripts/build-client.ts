/** Builds the browser script from `src/client/main.ts` into `static/app/`: `pantau.js` and lazily loaded, hashed chunks. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes `static/app/` anew. Throws when the script does not compile. */
export async function buildClient(): Promise<void> {
	await build({
		root,
		configFile: false,
		publicDir: false,
		base: './',
		// Its own, so that the script also builds before `svelte-kit sync` has written what the root tsconfig extends.
		tsconfig: 'src/client/tsconfig.json',
		logLevel: 'warn',
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			outDir: 'static/app',
			emptyOutDir: true,
			target: 'es2022',
			modulePreload: false,
			reportCompressedSize: false,
			chunkSizeWarningLimit: 1200,
			rolldownOptions: {
				input: 'src/client/main.ts',
				output: { entryFileNames: 'pantau.js', chunkFileNames: '[name]-[hash].js' }
			}
		}
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildClient();
