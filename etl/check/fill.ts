/** What a file leaves unsaid and the sender, the NIP or the area already says. */
import type { DatasetContract } from '../datasets/index.ts';
import { regencyColumn } from '../datasets/contract.ts';
import type { CheckContext, RowValue } from '../findings.ts';
import { resolveRegion } from '../reference/regions.ts';
import { parseNip } from '../normalise/nip.ts';

const CENTRAL = /^(kementerian|kantor (kementerian|wilayah|pertanahan|pelayanan pajak|imigrasi)|badan pusat statistik|bps|bpn|kejaksaan|pengadilan|kpu|lembaga )\b/i;
const GOVERNMENT = /^(pemerintah (kabupaten|kota|provinsi)|pemkab|pemkot|pemprov)\b/i;
const PROVINCIAL = /\b(pemerintah provinsi|pemprov|provinsi)\b/i;

/** The government a person works for, read from the work unit: central agencies and provincial offices say so; others belong to the regency. */
export function employerOf(agency: RowValue | undefined, regency: string): string {
	if (typeof agency === 'string' && CENTRAL.test(agency)) return 'PUSAT';
	const named = typeof agency === 'string' && GOVERNMENT.test(agency) ? resolveRegion(agency) : null;
	if (named?.kind === 'found') return /^\d\d$/.test(named.code) ? `${named.code}.00` : named.code;
	if (typeof agency === 'string' && PROVINCIAL.test(agency)) return `${regency.slice(0, 2)}.00`;
	return regency;
}

/** Kind of employment as the NIP tells it. */
function employmentFromNip(nip: RowValue | undefined): string | null {
	if (typeof nip !== 'string') return null;
	const parsed = parseNip(nip, false, '9999-12-31');
	return 'problem' in parsed ? null : parsed.employment;
}

/** Fills columns that are empty. The kind of employment is that of the NIP, whatever its column says (`employmentDiffers` tells the sender). */
export function fillOut(values: Record<string, RowValue>, contract: DatasetContract, context: CheckContext): void {
	const has = (name: string) => contract.columns.some((column) => column.name === name);
	const area = regencyColumn(contract);
	if (has(area) && values[area] === undefined && context.regency !== 'all') values[area] = context.regency;
	for (const { name, standIn } of contract.columns) if (standIn !== undefined && values[name] === undefined) values[name] = values[standIn] ?? null;
	if (has('employer') && (values['employer'] ?? null) === null && typeof values[area] === 'string') values['employer'] = employerOf(values['agency'], values[area]);
	if (has('cycle') && (values['cycle'] ?? null) === null) values['cycle'] = context.source?.cycle ?? null;
	if (contract.name === 'headcount' && (values['employment'] ?? null) === null && context.source?.employment) values['employment'] = context.source.employment;
	if (has('as_of') && values['as_of'] === undefined && contract.name !== 'published') values['as_of'] = context.source?.as_of ?? null;
	if (has('person_key') && has('employment') && contract.name !== 'headcount') values['employment'] = employmentFromNip(values['person_key']) ?? values['employment'] ?? null;
}
