/** The description of `/api/v1/`. */
import { BREAKDOWNS, METRICS } from '../../metrics/index.ts';
import { BENCHMARKS } from '../ask/types.ts';
import { BRIEF_COLUMNS, NUMERIC_COLUMNS } from '../export/brief.ts';

const query = (name: string, description: string, required = false) => ({ name, in: 'query', required, description, schema: { type: 'string' } });
const format = { name: 'format', in: 'query', required: false, description: 'Wins over Accept', schema: { type: 'string', enum: ['json', 'csv', 'arrow'] } };
const content = (schema: object) => ({ 'application/json': { schema }, 'text/csv': {}, 'application/vnd.apache.arrow.stream': {} });
const problem = { description: 'Problem details (RFC 9457)', content: { 'application/problem+json': { schema: { type: 'object', properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } } } } } };

const list = (name: string, summary: string) => ({
	get: {
		summary,
		parameters: [format],
		responses: { 200: { description: summary, content: content({ type: 'object', properties: { [name]: { type: 'array', items: { type: 'object' } } } }) }, 400: problem }
	}
});

export function openapi(): object {
	const row = {
		type: 'object',
		properties: Object.fromEntries(BRIEF_COLUMNS.map((c) => [c, { type: [NUMERIC_COLUMNS.has(c) ? 'number' : 'string', 'null'] }]))
	};
	return {
		openapi: '3.1.0',
		info: { title: 'Pantau Netralitas ASN', version: '1', description: 'Open figures on the neutrality of civil servants. Every row says its release, nature (real or contoh), status and definition. Hidden values are empty.' },
		servers: [{ url: '/api/v1' }],
		paths: {
			'/metrics': list('metrics', 'What is measured'),
			'/metadata.json': { get: { summary: 'The columns of the CSV and every metric with its method, caveats, owner and sources (CSV on the Web)', responses: { 200: { description: 'CSVW metadata', content: { 'application/csvm+json': { schema: { type: 'object' } } } } } } },
			'/regions': list('regions', 'Areas'),
			'/cycles': list('cycles', 'Election cycles'),
			'/answers': {
				get: {
					summary: 'Figures',
					parameters: [
						query('metrics', `Ids, separated by commas: ${METRICS.map((m) => m.id).join(', ')}`, true),
						query('by', `region, or one breakdown: ${BREAKDOWNS.join(', ')}`),
						query('cycle', 'Cycle codes, separated by commas; default all past cycles'),
						query('region', 'Area codes, separated by commas; default ID'),
						query('from', 'First month, YYYY-MM, for by=month'),
						query('to', 'Last month, YYYY-MM, for by=month'),
						{ name: 'nature', in: 'query', required: false, schema: { type: 'string', enum: ['real', 'contoh'], default: 'real' } },
						{ name: 'benchmark', in: 'query', required: false, description: 'With what totals are compared; `previous` is the area\'s own previous cycle of the same kind', schema: { type: 'string', enum: [...BENCHMARKS], default: 'nation' } },
						format
					],
					responses: { 200: { description: 'Rows in the columns of the CSV brief', content: content({ type: 'object', properties: { release: { type: 'string' }, rows: { type: 'array', items: row } } }) }, 400: problem }
				}
			}
		}
	};
}
