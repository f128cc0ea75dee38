/** The web server: SvelteKit's handler behind compression, limits and a graceful end; `/metrics` on a port of its own. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { z } from 'zod';
import { limitsFrom } from '../etl/limits.ts';
import { ROOT } from '../etl/root.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const settings = z.object({
	PORT: port.default(3000),
	HOST: z.string().min(1).default('127.0.0.1'),
	METRICS_PORT: port.optional(),
	PANTAU_TRUST_PROXY: z.enum(['0', '1']).default('0'),
	PANTAU_GRACE_SECONDS: z.coerce.number().min(0).max(300).default(20)
});

type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** Where no page says its own: nothing may load or run anything, also in files and in what is refused before the site is asked. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** On every answer, static files and errors included; pages say their own policy, and how long an answer is kept is the site's to say. */
const HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy': FILE_POLICY,
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=()'
};
/** Said to who came encrypted (ASVS V3.4.1). */
const HSTS = 'max-age=31536000; includeSubDomains';

const counts = { requests: 0, errors: 0 };

/** Starts listening. Resolves to the address; rejects with every wrong setting named. */
export async function serve(env: NodeJS.ProcessEnv = process.env): Promise<string> {
	const parsed = settings.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
	if (!parsed.success) throw new Error(`pengaturan tidak sah: ${z.prettifyError(parsed.error)}`);
	const { PORT, HOST, METRICS_PORT, PANTAU_TRUST_PROXY, PANTAU_GRACE_SECONDS } = parsed.data;
	const trust = PANTAU_TRUST_PROXY === '1';
	process.env.PANTAU_ROOT ??= ROOT;
	// A file and the form around it; what a route makes of it is limited again there.
	process.env.BODY_SIZE_LIMIT ??= String(limitsFrom().uploadBytes + 1024 * 1024);
	process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
	if (trust) {
		process.env.HOST_HEADER ??= 'x-forwarded-host';
		process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
	}
	const { handler } = (await import(pathToFileURL(join(ROOT, 'build', 'handler.js')).href)) as { handler: Handler };
	const compress = compression({ threshold: 1024 });
	const server = createServer({ requestTimeout: 30_000, headersTimeout: 8_000, connectionsCheckingInterval: 2_000, keepAliveTimeout: 10_000 }, (req, res) => {
		counts.requests += 1;
		res.on('finish', () => {
			if (res.statusCode >= 500) counts.errors += 1;
		});
		if (!trust) req.headers['x-forwarded-proto'] = 'http';
		for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value);
		keepPolicy(res);
		if (trust && req.headers['x-forwarded-proto'] === 'https') res.setHeader('strict-transport-security', HSTS);
		compress(req as never, res as never, () =>
			handler(req, res, () => {
				res.statusCode = 404;
				res.end('Not found');
			})
		);
	});
	server.maxConnections = 2_000;
	await listen(server, PORT, HOST);
	if (METRICS_PORT !== undefined) await listen(metricsServer(), METRICS_PORT, '127.0.0.1');
	endGracefully(server, PANTAU_GRACE_SECONDS * 1000);
	const address = server.address();
	const bound = typeof address === 'object' && address ? address.port : PORT;
	const own = `http://${HOST === '0.0.0.0' ? 'localhost' : HOST}:${bound}`;
	void warmUp(own);
	return own;
}

/** A page that has not changed keeps the policy that it came with: a browser puts the headers of a 304 in the place of the kept ones. */
function keepPolicy(res: ServerResponse): void {
	const send = res.writeHead as (...all: unknown[]) => ServerResponse;
	res.writeHead = ((status: number, ...rest: unknown[]) => {
		if (status === 304) res.removeHeader('content-security-policy');
		return send.call(res, status, ...rest);
	}) as ServerResponse['writeHead'];
}

/** Pages that draw every kind of chart, for a nation, provinces and regencies: the first reader should not wait for the program to be compiled. */
const FIRST_PAGES = ['/', '/?nature=contoh', '/bandingkan?nature=contoh', ...['/pelanggaran', '/pelatihan', '/sosialisasi'].flatMap((path) => ['', '&province=51', '&province=64', '&region=51.02', '&region=64.01', '&region=19.02'].map((area) => `${path}?nature=contoh${area}`))];

/** Asks the site for some pages, one after the other, beside what readers ask. What fails here fails again for a reader, and is said then. */
async function warmUp(address: string): Promise<void> {
	for (const path of FIRST_PAGES) await fetch(address + path).then((response) => response.arrayBuffer(), () => undefined);
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
	new Promise((resolve, reject) => {
		server.once('error', (error) => reject(new Error(`tidak dapat mendengarkan di ${host}:${port} (${error.message})`)));
		server.listen(port, host, resolve);
	});

function metricsServer(): Server {
	const lag = monitorEventLoopDelay({ resolution: 20 });
	lag.enable();
	return createServer((_, res) => {
		const { rss, heapUsed } = process.memoryUsage();
		const lines = [
			['pantau_requests_total', 'counter', counts.requests],
			['pantau_server_errors_total', 'counter', counts.errors],
			['pantau_memory_rss_bytes', 'gauge', rss],
			['pantau_memory_heap_bytes', 'gauge', heapUsed],
			['pantau_event_loop_lag_p99_seconds', 'gauge', lag.percentile(99) / 1e9],
			['pantau_uptime_seconds', 'gauge', process.uptime()]
		] as const;
		res.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
		res.end(lines.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`).join(''));
	});
}

/** On SIGTERM: no new connections, running answers end, then out; what takes longer than the grace is cut. */
function endGracefully(server: Server, grace: number): void {
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.once(signal, () => {
			setTimeout(() => process.exit(0), grace).unref();
			server.close(() => {
				// As the adapter's own server does: whoever holds a resource lets it go. The process waits a moment for them.
				process.emit('sveltekit:shutdown' as never, signal as never);
				setTimeout(() => process.exit(0), 300);
			});
			server.closeIdleConnections();
		});
	}
}

if (import.meta.main) {
	try {
		console.error(`Pantau: ${await serve()}`);
	} catch (error) {
		console.error(`Pantau gagal dijalankan: ${error instanceof Error ? error.message : String(error)}`);
		process.exit(1);
	}
}
