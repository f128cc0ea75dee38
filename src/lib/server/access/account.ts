/** Who can sign in: accounts, what they may see and do, and their sessions, as a store keeps them. */
import type { Role } from './scope.ts';

/** What an account may do besides looking. */
export const RIGHTS = ['administer', 'sign_off', 'read_cases'] as const;
/**
 * - `administer` accounts of others and the audit trail; sees no figure that the role does not give
 * - `sign_off` confirm a release before it is published, decide on notes
 * - `read_cases` single case rows of its own areas, each time with a reason
 */
export type Right = (typeof RIGHTS)[number];

export interface Account {
	readonly id: string;
	/** What is typed to sign in; small letters, digits, dot and hyphen. */
	readonly name: string;
	readonly fullName: string;
	readonly role: Role;
	readonly rights: readonly Right[];
	readonly disabled: boolean;
	/** Has a password and a second factor of its own. */
	readonly ready: boolean;
	readonly madeAt: string;
}

/** What only the sign-in itself looks at. */
export interface Credentials {
	/** PHC string of the password; null before the first one was chosen. */
	readonly password: string | null;
	/** PHC string of the one-time code an administrator handed out, and its end; null when none is open. */
	readonly oneTime: { readonly hash: string; readonly until: string } | null;
	/** Sealed secret of the second factor; null before it was set up. */
	readonly totp: string | null;
	/** The last time step that was accepted, so that no code works twice. */
	readonly totpStep: number;
}

/** `setup`: may choose password and second factor, and nothing else. */
export type Stage = 'setup' | 'full';

export interface Session {
	readonly id: string;
	readonly account: string;
	readonly stage: Stage;
	readonly madeAt: string;
	readonly seenAt: string;
	/** After this moment the session is over, whatever happens. */
	readonly endsAt: string;
	/** Key of the narrower scope that is looked through, or null. */
	readonly viewAs: string | null;
	/** Where it was opened from: /24 or /64 of the address. */
	readonly network: string;
}

export interface NewAccount {
	readonly name: string;
	readonly fullName: string;
	readonly role: Role;
	readonly rights: readonly Right[];
}

/** How many tries a subject (an account's name, a network) has, and for how long a used-up number closes it. */
export interface AttemptRule {
	readonly most: number;
	readonly seconds: number;
}

export interface Entry {
	readonly actor: string;
	readonly action: string;
	readonly object: string;
	readonly detail: string;
}

/**
 * Where accounts, sessions and the audit trail are kept. Embedded: SQLite (`sqlite.ts`). All methods are asynchronous so
 * that a database on another machine can take its place. Moments are ISO 8601 in UTC.
 */
export interface AccessStore {
	accounts(): Promise<readonly Account[]>;
	account(id: string): Promise<Account | null>;
	/** The account of that name with what the sign-in needs; null for nobody. */
	credentials(name: string): Promise<{ readonly account: Account; readonly credentials: Credentials } | null>;
	/** Throws NameTakenError. */
	addAccount(account: NewAccount, oneTime: { readonly hash: string; readonly until: string }, by: Entry): Promise<Account>;
	/** A new role or new rights end every session of the account. Throws LastAdministratorError. */
	changeAccount(id: string, change: Partial<Pick<Account, 'fullName' | 'role' | 'rights' | 'disabled'>>, by: Entry): Promise<void>;
	/** A one-time code replaces password and second factor and ends every session. */
	resetAccount(id: string, oneTime: { readonly hash: string; readonly until: string }, by: Entry): Promise<void>;
	/** While that session of the account lives: who is reset meanwhile stays reset. False when it does not. */
	setPassword(id: string, hash: string, session: string, by: Entry): Promise<boolean>;
	setTotp(id: string, sealed: string, step: number, by: Entry): Promise<void>;
	/** Uses up the time step. False when it, or a later one, was used before: two at once cannot both win. */
	takeTotpStep(id: string, step: number): Promise<boolean>;

	addSession(session: Session, tokenHash: string): Promise<void>;
	/** The session of a token that is alive at `now`, with its account; null where it ended, was revoked, or the account is disabled. Notes that it was seen. */
	session(tokenHash: string, now: string, idleSince: string): Promise<{ readonly session: Session; readonly account: Account } | null>;
	sessions(account: string, now: string, idleSince: string): Promise<readonly Session[]>;
	setViewAs(session: string, viewAs: string | null, by: Entry): Promise<void>;
	/** Ends a session of the account; false when there is none such. */
	endSession(session: string, account: string, by: Entry | null): Promise<boolean>;
	endSessions(account: string, except: string | null, by: Entry | null): Promise<number>;

	/** Takes one try of a subject before it is known how it ends. False when none is left; two at once cannot take the same. */
	takeAttempt(subject: string, rule: AttemptRule, now: Date): Promise<boolean>;
	/** Gives one back that turned out right. */
	returnAttempt(subject: string): Promise<void>;
	clearAttempts(subject: string): Promise<void>;

	/** Adds a row to the audit trail. */
	record(entry: Entry): Promise<void>;
	/** The latest rows, newest first. */
	trail(limit: number): Promise<readonly (Entry & { readonly id: number; readonly at: string })[]>;
	/** Answers within a moment, or throws. */
	ping(): Promise<void>;
	close(): Promise<void>;
}

export class NameTakenError extends Error {}
/** Somebody must be able to administer. */
export class LastAdministratorError extends Error {}
