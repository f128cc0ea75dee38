// npm leaves optional platform packages out of the lockfile when the registry at hand answers 404 for
// them, and `npm ci` then refuses the lockfile ("Missing: ... from lock file"). This adds the entries.
// Run by `npm run relock` after every change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];

for (const [path, entry] of Object.entries(lock.packages)) {
	for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
		const nested = `${path ? `${path}/` : ''}node_modules/${name}`;
		const hoisted = `node_modules/${name}`;
		if (lock.packages[nested] || lock.packages[hoisted]) continue;
		lock.packages[hoisted] = { version: range.replace(/^[\^~]/, ''), optional: true };
		added.push(name);
	}
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, '\t')}\n`);
console.log(added.length ? `added to the lockfile: ${added.join(', ')}` : 'the lockfile is complete');
