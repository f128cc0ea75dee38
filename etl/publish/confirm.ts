/** Who agreed to the publication of a release. Real rows about persons are not published without a name. */
import type { Manifest } from './manifest.ts';

export interface Confirmation {
	readonly release: string;
	/** Account or, on the command line, the name given there. */
	readonly by: string;
	readonly fullName: string;
	readonly at: string;
}

export const CONFIRMATION_SCHEMA = `
CREATE TABLE IF NOT EXISTS confirmation (release TEXT PRIMARY KEY, by TEXT NOT NULL, full_name TEXT NOT NULL, at TEXT NOT NULL) STRICT;
`;

/** A release without real persons (what ships, and the demo) is published by whoever runs the command. */
export const needsConfirmation = (manifest: Pick<Manifest, 'real_person_rows'>, env: NodeJS.ProcessEnv = process.env): boolean => manifest.real_person_rows > 0 && env.PANTAU_DEMO === 'off';
