/** Everything the environment may say. Read and checked when the server starts; a wrong value stops it with its name. */
import { defineEnvVars } from '@sveltejs/kit/env';
import { z } from 'zod';

export const variables = defineEnvVars({
	PANTAU_HOME: {
		description: 'Data home: accepted files, releases, operational store',
		schema: z.string().min(1).default('var')
	},
	PANTAU_DEMO: {
		description: 'Demo mode: the viewer chooses a role without signing in; refused when a release holds real rows about persons',
		schema: z.enum(['on', 'off']).default('on')
	},
	PANTAU_BOUNDARIES: {
		description: 'TopoJSON file with the official boundaries of provinces or regencies, for the map; a file that cannot be used stops the server',
		schema: z.string().optional().transform((file) => file || null)
	},
	PANTAU_HOSTS: {
		description: 'Host names (with port where it is not the usual one) under which the site may be asked, separated by commas; empty: any',
		schema: z.string().default('').transform((text) => text.split(',').map((host) => host.trim().toLowerCase()).filter(Boolean))
	},
	PANTAU_RATE: {
		description: 'Answers a network or an account may ask for: at once, and per second after that (BURST/PER_SECOND)',
		schema: z
			.string()
			.regex(/^[1-9]\d{0,6}\/[1-9]\d{0,6}$/)
			.default('1200/60')
			.transform((text) => {
				const [burst = 1, perSecond = 1] = text.split('/').map(Number);
				return { burst, perSecond };
			})
	},
	PANTAU_CHROMIUM: {
		description: 'Path of the Chromium that prints PDF and makes PNG; empty: the one from npm (Linux x64)',
		schema: z.string().default('')
	}
});
