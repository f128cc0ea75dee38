// VECTORS_DIR=… npm run test:vectors: the statistics against numbers printed by reference implementations.
import { fileURLToPath } from 'node:url';
import { runFolder } from '../src/lib/statistics/vectors/run.ts';

const own = fileURLToPath(new URL('../src/lib/statistics/vectors', import.meta.url));
const outcomes = runFolder(process.env.VECTORS_DIR || own);
const failed = outcomes.filter((outcome) => outcome.failures.length > 0);

for (const { file, id, fn, failures } of failed) {
	console.log(`FAIL ${file} ${id} (${fn})`);
	for (const failure of failures.slice(0, 5)) console.log(`  ${failure}`);
	if (failures.length > 5) console.log(`  and ${failures.length - 5} more fields`);
}
for (const { file, id, notes } of outcomes) {
	for (const note of notes) console.log(`optional, not counted: ${file} ${id} ${note}`);
}
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 || outcomes.length === 0 ? 1 : 0;
