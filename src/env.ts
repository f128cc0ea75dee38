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
	PANTAU_CHROMIUM: {
		description: 'Path of the Chromium that prints PDF and makes PNG; empty: the one from npm (Linux x64)',
		schema: z.string().default('')
	}
});
