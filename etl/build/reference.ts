/** Reference tables of a release: dated code lists, regions with their paths, stage bands. */
import { movesBan, stageBands, takesPart } from '../reference/cycles.ts';
import { clocks, cycles, participation, positions, sanctions, statuses, violationTypes } from '../reference/index.ts';
import { allRegions, regionPath } from '../reference/regions.ts';
import type { Submission } from '../ops.ts';
import type { SqlColumn, Warehouse } from '../warehouse.ts';

const text = (...names: string[]): SqlColumn[] => names.map((name) => ({ name, type: 'VARCHAR' }));
const dates = (...names: string[]): SqlColumn[] => names.map((name) => ({ name, type: 'DATE' }));

export async function buildReference(submissions: readonly Submission[], warehouse: Warehouse): Promise<void> {
	const regions = allRegions();
	await warehouse.createTable(
		'region',
		text('code', 'name', 'short_name', 'kind', 'province', 'time_zone'),
		regions.map((r) => ({ code: r.code, name: r.name, short_name: r.shortName, kind: r.kind, province: r.province, time_zone: r.timeZone }))
	);
	await warehouse.createTable(
		'region_path',
		text('code', 'ancestor'),
		regions.flatMap((r) => regionPath(r.code).map((ancestor) => ({ code: r.code, ancestor })))
	);
	const past = cycles();
	await warehouse.createTable(
		'ref_cycle',
		[...text('code', 'name_id', 'kind'), ...dates('voting_date')],
		past.map((c) => ({ code: c.code, name_id: c.name_id, kind: c.kind, voting_date: c.voting_date || null }))
	);
	await warehouse.createTable(
		'ref_participation',
		text('cycle', 'regency_code', 'election'),
		participation().map((p) => ({ cycle: p.cycle, regency_code: p.regency_code, election: p.election }))
	);
	const voted = past.filter((c) => c.voting_date);
	const local = regions.filter((r) => r.kind === 'regency' || r.kind === 'city');
	await warehouse.createTable(
		'ref_voter',
		text('cycle', 'regency'),
		voted.flatMap((c) => local.filter((r) => takesPart(c.code, r.code) === 'yes').map((r) => ({ cycle: c.code, regency: r.code })))
	);
	await warehouse.createTable(
		'stage_band',
		[...text('cycle', 'code'), ...dates('start_date', 'end_date')],
		voted.flatMap((c) => stageBands(c.code).map((b) => ({ cycle: c.code, code: b.code, start_date: b.start, end_date: b.end })))
	);
	await warehouse.createTable(
		'moves_ban',
		[...text('cycle'), ...dates('start_date', 'end_date')],
		voted.flatMap((c) => movesBan(c.code).map((b) => ({ cycle: c.code, start_date: b.start, end_date: b.end })))
	);
	await warehouse.createTable(
		'ref_status',
		[...text('code', 'name_id', 'name_en', 'stage', 'milestone'), { name: 'terminal', type: 'BOOLEAN' }],
		statuses().map((s) => ({ code: s.code, name_id: s.name_id, name_en: s.name_en, stage: s.stage, milestone: s.milestone, terminal: s.terminal }))
	);
	await warehouse.createTable(
		'ref_position',
		text('code', 'name_id', 'name_en', 'stat_category'),
		positions().map((p) => ({ code: p.code, name_id: p.name_id, name_en: p.name_en, stat_category: p.stat_category }))
	);
	const named = (list: readonly { code: string; name_id: string; name_en: string }[]) =>
		list.map(({ code, name_id, name_en }) => ({ code, name_id, name_en }));
	await warehouse.createTable('ref_violation_type', text('code', 'name_id', 'name_en'), named(violationTypes()));
	await warehouse.createTable(
		'ref_sanction',
		[...text('code', 'name_id', 'name_en', 'ladder'), { name: 'level', type: 'INTEGER' }],
		sanctions().map((s) => ({ code: s.code, name_id: s.name_id, name_en: s.name_en, ladder: ladderOf(s.level_order), level: s.level_order }))
	);
	await warehouse.createTable(
		'ref_clock',
		[...text('status', 'kind'), ...dates('valid_from', 'valid_to'), { name: 'days', type: 'INTEGER' }],
		clocks().flatMap((c) => c.statuses.map((status) => ({ status, kind: c.kind, valid_from: c.valid_from, valid_to: c.valid_to, days: c.days })))
	);
	await buildSubmissions(submissions, warehouse);
}

/** Sanctions on one ladder compare by their level: moral and disciplinary ones of PNS (levels 1-49), those of PPPK (50-59); others stand alone. */
const ladderOf = (level: number): string | null => (level < 50 ? 'pns' : level < 60 ? 'pppk' : null);

async function buildSubmissions(submissions: readonly Submission[], warehouse: Warehouse): Promise<void> {
	const integers = ['n_read', 'n_accepted', 'n_quarantined', 'n_dropped', 'n_new', 'n_changed', 'n_same', 'n_missing'];
	await warehouse.createTable(
		'submission_flat',
		[
			...text('id', 'dataset', 'regency', 'office', 'nature', 'file_name', 'sha256', 'kind', 'state', 'outcome', 'covers', 'statement', 'source_address'),
			...dates('as_of', 'received'),
			...integers.map((name): SqlColumn => ({ name, type: 'BIGINT' }))
		],
		submissions.map((s) => ({
			id: s.id, dataset: s.dataset, regency: s.regency, office: s.office, nature: s.nature, file_name: s.fileName, sha256: s.sha256,
			kind: s.kind, state: s.state, outcome: s.outcome, covers: s.covers.join('|'), statement: s.statement,
			source_address: s.sourceAddress, as_of: s.asOf, received: s.received, n_read: s.read, n_accepted: s.accepted,
			n_quarantined: s.quarantined, n_dropped: s.dropped, n_new: s.resubmission.new, n_changed: s.resubmission.changed,
			n_same: s.resubmission.same, n_missing: s.resubmission.missing
		}))
	);
	await warehouse.run(
		`CREATE TABLE submission AS SELECT * REPLACE (CASE WHEN covers = '' THEN []::VARCHAR[] ELSE string_split(covers, '|') END AS covers) FROM submission_flat`
	);
	await warehouse.run('DROP TABLE submission_flat');
}
