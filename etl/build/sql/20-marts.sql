-- Marts: facts made ready to be counted. One row = one thing a measure counts. Facts are never joined to facts.

-- Dates before a cycle are in its first stage, dates after it in its last; the bands in between have no gaps.
CREATE OR REPLACE TEMP TABLE stage_span AS
	SELECT cycle, code, CASE WHEN code = 'PRA' THEN DATE '0001-01-01' ELSE start_date END AS start_date, CASE WHEN code = 'PASCA' THEN DATE '9999-12-31' ELSE end_date END AS end_date
	FROM stage_band;

-- A regency's own rows come before those a national contributor sends about it.
CREATE OR REPLACE TABLE own_case AS SELECT DISTINCT nature, act_regency AS regency FROM fact_cases WHERE _sender <> 'all';
CREATE OR REPLACE TABLE own_training AS
	SELECT DISTINCT nature, regency, cycle FROM fact_training
	UNION SELECT DISTINCT nature, regency, cycle FROM fact_training_totals WHERE _sender <> 'all';

CREATE OR REPLACE TABLE mart_case_person AS
WITH person_in_case AS (
	SELECT
		c.nature, c.employer, c.act_regency, c.cycle,
		c.act_regency || '#' || c.case_number AS case_number, -- registers number their own cases: 001 of one place is not 001 of another
		c.person_key IS NOT NULL AS named,
		coalesce(c.person_key, c.act_regency || '#' || c.case_number || '#' || c.person_no) AS person,
		strftime(c.registered_date, '%Y-%m') AS month,
		coalesce(c.incident_date, c.registered_date) AS acted,
		coalesce(c.violation_type, 'UNKNOWN') AS violation_type,
		coalesce(p.stat_category, 'UNKNOWN') AS position,
		coalesce(c.employment, 'UNKNOWN') AS employment,
		coalesce(c.agency, 'UNKNOWN') AS agency,
		coalesce(s.milestone, '') AS reached, s.terminal, s.stage AS status_stage, c.status,
		reached IN ('forwarded', 'proven', 'sanctioned') OR c.forwarded_date IS NOT NULL OR c.proven_date IS NOT NULL OR c.sanction_date IS NOT NULL AS forwarded,
		reached IN ('proven', 'sanctioned') OR c.proven_date IS NOT NULL OR c.sanction_date IS NOT NULL AS proven,
		reached = 'sanctioned' OR c.sanction_date IS NOT NULL AS sanctioned,
		reached = 'closed_not_proven' AS not_proven,
		c.registered_date, c.status_date, c.proven_date, c.sanction_date, u.as_of,
		recommended.ladder = imposed.ladder AS comparable, sign(imposed.level - recommended.level) AS step,
		coalesce(c.status_date, c.proven_date, c.forwarded_date, c.registered_date) AS waiting_since
	FROM fact_cases c
	JOIN ref_status s ON s.code = c.status
	JOIN submission u ON u.id = c._submission
	LEFT JOIN ref_position p ON p.code = c."position"
	LEFT JOIN ref_sanction recommended ON recommended.code = c.recommended_sanction
	LEFT JOIN ref_sanction imposed ON imposed.code = c.imposed_sanction
	WHERE c._sender <> 'all' OR NOT EXISTS (FROM own_case o WHERE o.nature = c.nature AND o.regency = c.act_regency)
), placed AS (
	SELECT
		c.*,
		greatest(0, date_diff('day', waiting_since, as_of)) AS days_waiting,
		CASE
			WHEN terminal OR sanctioned THEN NULL
			WHEN proven THEN 'ppk'
			WHEN forwarded THEN 'supervisor'
			WHEN status_stage IN ('penerimaan', 'bawaslu') THEN 'bawaslu'
			ELSE 'supervisor'
		END AS holder,
		-- Exactly one state; the order of the questions is the order of precedence.
		CASE
			WHEN sanctioned THEN CASE WHEN comparable IS NOT TRUE THEN 'sanctioned_other' WHEN step = 0 THEN 'as_recommended' WHEN step < 0 THEN 'lighter' ELSE 'heavier' END
			WHEN terminal AND reached = 'closed_not_proven' THEN CASE WHEN proven THEN 'declined' ELSE 'not_proven' END
			WHEN terminal AND reached = 'closed_other' THEN CASE WHEN status_stage = 'ppk' OR proven THEN 'ended' ELSE 'not_processed' END
			WHEN terminal THEN 'unknown'
			WHEN proven THEN CASE status WHEN 'PERINGATAN' THEN 'warned' WHEN 'BLOKIR' THEN 'blocked' ELSE 'awaiting_ppk' END
			WHEN forwarded THEN 'with_supervisor'
			WHEN status_stage = 'penerimaan' THEN 'received'
			WHEN status_stage = 'bawaslu' THEN 'under_review'
			ELSE 'with_supervisor'
		END AS state
	FROM person_in_case c
), followed AS (
	SELECT
		*,
		CASE
			WHEN NOT proven THEN NULL
			WHEN state IN ('awaiting_ppk', 'warned', 'blocked') THEN 'undecided'
			WHEN state IN ('as_recommended', 'lighter', 'heavier', 'sanctioned_other', 'declined', 'unknown') THEN state
			ELSE 'ended'
		END AS outcome,
		coalesce(sanction_date, status_date) AS closed_on
	FROM placed
), more_than_one AS (
	SELECT nature, person FROM person_in_case WHERE named GROUP BY nature, person HAVING count(DISTINCT case_number) > 1
)
SELECT
	c.* EXCLUDE (acted, named, reached, terminal, status_stage, registered_date, status_date, proven_date, sanction_date, as_of, comparable, step, waiting_since, closed_on),
	coalesce(b.code, 'UNKNOWN') AS stage,
	strftime(c.acted, '%Y-%m') AS act_month,
	CASE
		WHEN c.holder IS NULL THEN NULL
		WHEN c.days_waiting <= 30 THEN '0-30'
		WHEN c.days_waiting <= 90 THEN '31-90'
		WHEN c.days_waiting <= 180 THEN '91-180'
		ELSE '181+'
	END AS age_band,
	k.days IS NOT NULL AS clocked,
	c.days_waiting > k.days AS overdue,
	-- Equal age: days from the recommendation to the data date, and to the sanction. Without its dates a person is in no cohort.
	CASE WHEN c.proven AND NOT (c.sanctioned AND c.closed_on IS NULL) THEN date_diff('day', c.proven_date, c.as_of) END AS followed_days,
	CASE WHEN c.proven AND c.sanctioned THEN date_diff('day', c.proven_date, c.closed_on) END AS sanction_days,
	CASE WHEN c.proven AND c.proven_date IS NOT NULL THEN strftime(c.proven_date, '%Y') || '-Q' || quarter(c.proven_date) ELSE 'UNKNOWN' END AS quarter,
	-- Days to resolution: `r` resolved, `c` censored (still open at the data date, or ended without a decision).
	CASE
		WHEN c.holder IS NOT NULL THEN 'c' || greatest(0, date_diff('day', c.registered_date, c.as_of))
		WHEN c.closed_on IS NULL OR c.closed_on < c.registered_date THEN NULL
		WHEN c.state IN ('ended', 'unknown') THEN 'c' || date_diff('day', c.registered_date, c.closed_on)
		ELSE 'r' || date_diff('day', c.registered_date, c.closed_on)
	END AS duration,
	EXISTS (FROM more_than_one m WHERE m.nature = c.nature AND m.person = c.person) AS repeated
FROM followed c
LEFT JOIN stage_span b ON b.cycle = c.cycle AND c.acted BETWEEN b.start_date AND b.end_date
LEFT JOIN ref_cycle y ON y.code = c.cycle
LEFT JOIN ref_clock k ON c.holder IS NOT NULL AND k.status = c.status AND k.kind = y.kind
	AND c.waiting_since BETWEEN coalesce(k.valid_from, DATE '0001-01-01') AND coalesce(k.valid_to, DATE '9999-12-31')
ORDER BY c.nature, c.employer, c.cycle;

-- What the latest roster says about a person: a dimension of training, since LMS exports do not know positions.
CREATE OR REPLACE TEMP TABLE roster_position AS
SELECT r.nature, r.regency, r.person_key, p.stat_category AS position
FROM fact_roster r JOIN ref_position p ON p.code = r."position"
QUALIFY row_number() OVER (PARTITION BY r.nature, r.regency, r.person_key ORDER BY r.as_of DESC) = 1;

CREATE OR REPLACE TABLE mart_training AS
WITH both_totals AS (
	SELECT *, sum(enrolled) FILTER (agency IS NOT NULL) OVER same AS parts, max(enrolled) FILTER (agency IS NULL) OVER same AS whole
	FROM fact_training_totals
	WINDOW same AS (PARTITION BY nature, regency, cycle, course, _sender)
), one_total AS ( -- a recapitulation may hold the agencies and their total: the agencies count where they are complete, else the total
	SELECT * EXCLUDE (parts, whole) FROM both_totals WHERE whole IS NULL OR parts IS NULL OR (parts >= whole) = (agency IS NOT NULL)
), counted AS (
	SELECT
		nature, regency, cycle, course, coalesce(agency, 'UNKNOWN') AS agency, coalesce(employment, 'UNKNOWN') AS employment,
		coalesce(position, 'UNKNOWN') AS position,
		CASE WHEN completed THEN completed_date END AS finished,
		count(*)::INTEGER AS enrolled,
		count(*) FILTER (completed)::INTEGER AS completed,
		count(*) FILTER (test_done AND passed IS NOT NULL)::INTEGER AS tested,
		count(*) FILTER (test_done AND passed)::INTEGER AS passed
	FROM fact_training LEFT JOIN roster_position USING (nature, regency, person_key)
	GROUP BY ALL
	UNION ALL
	SELECT
		t.nature, t.regency, t.cycle, t.course, coalesce(t.agency, 'UNKNOWN'), 'UNKNOWN', 'UNKNOWN', NULL,
		t.enrolled::INTEGER, t.completed::INTEGER, 0, 0 -- a recapitulation does not say how many took the test
	FROM one_total t
	WHERE NOT EXISTS (FROM fact_training f WHERE f.nature = t.nature AND f.regency = t.regency AND f.cycle = t.cycle)
		AND (t._sender <> 'all' OR NOT EXISTS (FROM own_training o WHERE o.nature = t.nature AND o.regency = t.regency AND o.cycle = t.cycle))
)
SELECT c.* EXCLUDE (finished), strftime(c.finished, '%Y-%m') AS month, b.code AS stage
FROM counted c
LEFT JOIN stage_span b ON b.cycle = c.cycle AND c.finished BETWEEN b.start_date AND b.end_date
ORDER BY c.nature, c.regency, c.cycle;

CREATE OR REPLACE TABLE mart_scored AS
SELECT nature, regency, cycle, course, coalesce(agency, 'UNKNOWN') AS agency, score FROM fact_training WHERE score IS NOT NULL;

CREATE OR REPLACE TABLE mart_quiz_best AS
SELECT nature, regency, cycle, course, coalesce(any_value(agency), 'UNKNOWN') AS agency, person_key, max(100 * grade / max_grade) AS points
FROM fact_quiz
WHERE state = 'finished' AND grade IS NOT NULL AND max_grade > 0
GROUP BY nature, regency, cycle, course, person_key;

CREATE OR REPLACE TABLE mart_event AS
SELECT
	e.* EXCLUDE (_row),
	CASE WHEN length(e.event_date) >= 7 THEN left(e.event_date, 7) END AS month,
	b.code AS stage,
	-- Days to the first day of the next stage, which a preventive event prepares for; none from voting day on.
	CASE WHEN b.code NOT IN ('PEMUNGUTAN', 'PASCA') THEN date_diff('day', TRY_CAST(e.event_date AS DATE), b.end_date) + 1 END AS lead_days
FROM fact_events e
LEFT JOIN stage_span b ON b.cycle = e.cycle AND TRY_CAST(e.event_date AS DATE) BETWEEN b.start_date AND b.end_date
ORDER BY e.nature, e.regency, e.event_date;

CREATE OR REPLACE TABLE mart_pact AS
SELECT nature, regency, cycle, person_key, coalesce(agency, 'UNKNOWN') AS agency, strftime(signed_date, '%Y-%m') AS month, agreed
FROM fact_pacts;

CREATE OR REPLACE TABLE mart_move AS
SELECT
	m.nature, m.regency, m.cycle, m.approval, strftime(m.decree_date, '%Y-%m') AS month,
	EXISTS (FROM moves_ban b WHERE b.cycle = m.cycle AND m.decree_date BETWEEN b.start_date AND b.end_date) AS in_ban
FROM fact_moves m;

-- How many ASN an employer has, at the date nearest to each cycle's voting day; own figures before those of a national contributor.
CREATE OR REPLACE TABLE mart_asn AS
WITH by_table AS ( -- the same persons may come as a total, by sex, by agency and by education: each is one table of them
	SELECT
		nature, regency, as_of, employment, _sender = 'all' AS by_other, 'headcount' AS origin, sum(persons)::BIGINT AS persons,
		(agency IS NOT NULL)::INTEGER + (sex IS NOT NULL)::INTEGER + (category IS NOT NULL)::INTEGER AS detail,
		agency IS NOT NULL AS by_agency, sex IS NOT NULL AS by_sex
	FROM fact_headcount
	GROUP BY ALL
), counted AS (
	SELECT nature, regency, as_of, employment, by_other, origin, persons FROM by_table
	QUALIFY row_number() OVER (PARTITION BY nature, regency, as_of, employment, by_other ORDER BY detail, by_sex DESC, by_agency DESC) = 1
), one_kind AS (
	SELECT
		nature, regency, as_of, by_other, origin,
		coalesce(max(persons) FILTER (employment = 'ASN'), sum(persons) FILTER (employment IN ('PNS', 'PPPK'))) AS persons,
		CASE
			WHEN bool_or(employment = 'ASN') OR count(DISTINCT employment) FILTER (employment IN ('PNS', 'PPPK')) = 2 THEN 'ASN'
			ELSE max(employment)
		END AS kind
	FROM counted
	GROUP BY nature, regency, as_of, by_other, origin
	UNION ALL
	SELECT nature, regency, as_of, false, 'roster', count(DISTINCT person_key), 'ASN' FROM fact_roster GROUP BY nature, regency, as_of
)
SELECT h.nature, h.regency, c.code AS cycle, h.as_of, h.kind, h.origin, h.persons
FROM one_kind h
CROSS JOIN ref_cycle c
WHERE c.voting_date IS NOT NULL AND abs(date_diff('day', h.as_of, c.voting_date)) <= 1100
QUALIFY row_number() OVER (
	PARTITION BY h.nature, h.regency, c.code
	ORDER BY h.by_other, abs(date_diff('day', h.as_of, c.voting_date)), h.origin, h.as_of
) = 1;

-- What a regency's exports per person tell, by what their columns hold: a recapitulation tells none of it.
CREATE OR REPLACE TEMP TABLE training_told AS
SELECT
	t.nature, t.regency, t.cycle,
	['training_persons']
		|| CASE WHEN bool_or(t.test_done IS NOT NULL AND t.passed IS NOT NULL) THEN ['training_tests'] ELSE [] END
		|| CASE WHEN bool_or(t.score IS NOT NULL) THEN ['training_marks'] ELSE [] END
		|| CASE WHEN bool_or(t.completed_date IS NOT NULL) THEN ['training_dates'] ELSE [] END
		|| CASE WHEN EXISTS (FROM roster_position r WHERE r.nature = t.nature AND r.regency = t.regency) THEN ['training_positions'] ELSE [] END AS parts
FROM fact_training t
GROUP BY t.nature, t.regency, t.cycle;

-- Which regency has sent which dataset, or which part of one, for which cycle: rows, a stated coverage, or a nil return.
CREATE OR REPLACE TABLE coverage AS
WITH said AS (
	SELECT dataset, nature, regency, unnest(covers) AS cycle, CASE WHEN state = 'nil' THEN 'nil' ELSE 'rows' END AS how
	FROM submission WHERE state IN ('accepted', 'nil') AND regency <> 'all'
	UNION ALL SELECT 'cases', nature, act_regency, cycle, 'rows' FROM fact_cases
	UNION ALL SELECT 'training', nature, regency, cycle, 'rows' FROM fact_training
	UNION ALL SELECT 'training', nature, regency, cycle, 'rows' FROM fact_training_totals
	UNION ALL SELECT unnest(parts), nature, regency, cycle, 'rows' FROM training_told
	-- Where nobody was trained, nobody was tested.
	UNION ALL
	SELECT part, nature, regency, unnest(covers), 'nil'
	FROM submission CROSS JOIN (VALUES ('training_persons'), ('training_tests'), ('training_marks'), ('training_dates'), ('training_positions')) p(part)
	WHERE state = 'nil' AND dataset IN ('training', 'training_totals') AND regency <> 'all'
	UNION ALL SELECT 'quiz', nature, regency, cycle, 'rows' FROM fact_quiz
	UNION ALL SELECT 'events', nature, regency, cycle, 'rows' FROM fact_events
	UNION ALL SELECT 'attendance', nature, regency, cycle, 'rows' FROM fact_attendance
	UNION ALL SELECT 'pacts', nature, regency, cycle, 'rows' FROM fact_pacts
	UNION ALL SELECT 'moves', nature, regency, cycle, 'rows' FROM fact_moves
	UNION ALL SELECT 'headcount', nature, regency, cycle, 'rows' FROM mart_asn
	UNION ALL SELECT 'roster', s.nature, s.regency, c.code, 'rows' FROM fact_roster s CROSS JOIN ref_cycle c WHERE abs(date_diff('day', s.as_of, c.voting_date)) <= 1100
	-- A national contributor that sends a dataset for a cycle speaks for every regency it has ever sent rows of.
	UNION ALL
	SELECT 'cases', sent.nature, h.regency, sent.cycle, 'rows'
	FROM (SELECT DISTINCT nature, cycle FROM fact_cases WHERE _sender = 'all') sent
	JOIN (SELECT DISTINCT nature, regency, cycle FROM fact_training_totals WHERE _sender = 'all') h ON h.nature = sent.nature AND h.cycle = sent.cycle
	WHERE NOT EXISTS (FROM own_case o WHERE o.nature = sent.nature AND o.regency = h.regency)
	-- Servants of a province or of the centre stand in the registers of the places where it happened.
	UNION ALL SELECT DISTINCT 'cases', nature, left(act_regency, 2) || '.00', cycle, 'rows' FROM fact_cases
	UNION ALL SELECT DISTINCT 'cases', nature, 'PUSAT', cycle, 'rows' FROM fact_cases
)
SELECT CASE WHEN dataset = 'training_totals' THEN 'training' ELSE dataset END AS dataset, nature, regency, cycle,
	CASE WHEN bool_or(how = 'rows') THEN 'rows' ELSE 'nil' END AS how
FROM said
WHERE cycle IS NOT NULL
GROUP BY ALL;

CREATE OR REPLACE TABLE mart_asn_of_cases AS
SELECT a.* FROM mart_asn a
WHERE EXISTS (FROM coverage c WHERE c.dataset = 'cases' AND c.nature = a.nature AND c.cycle = a.cycle
	AND (c.regency = a.regency OR a.regency = 'PUSAT' OR (a.regency LIKE '__.00' AND left(c.regency, 2) = left(a.regency, 2))));

CREATE OR REPLACE TABLE mart_asn_of_pacts AS
SELECT a.* FROM mart_asn a
WHERE EXISTS (FROM coverage c WHERE c.dataset = 'pacts' AND c.nature = a.nature AND c.cycle = a.cycle AND c.regency = a.regency);

CREATE OR REPLACE TABLE mart_asn_of_training AS
SELECT a.* FROM mart_asn a
WHERE EXISTS (FROM fact_training t WHERE t.nature = a.nature AND t.cycle = a.cycle AND t.regency = a.regency);

CREATE OR REPLACE TABLE mart_asn_of_attendance AS
SELECT a.* FROM mart_asn a
WHERE EXISTS (FROM coverage c WHERE c.dataset = 'attendance' AND c.nature = a.nature AND c.cycle = a.cycle AND c.regency = a.regency);

-- Whose ASN stand in the denominators.
INSERT INTO coverage
	SELECT DISTINCT 'asn_of_cases', nature, regency, cycle, 'rows' FROM mart_asn_of_cases
	UNION ALL SELECT DISTINCT 'asn_of_pacts', nature, regency, cycle, 'rows' FROM mart_asn_of_pacts
	UNION ALL SELECT DISTINCT 'asn_of_training', nature, regency, cycle, 'rows' FROM mart_asn_of_training
	UNION ALL SELECT DISTINCT 'asn_of_attendance', nature, regency, cycle, 'rows' FROM mart_asn_of_attendance;

-- One row = one report that is expected: a regency with an election in the cycle, and a dataset.
CREATE OR REPLACE TABLE mart_report AS
SELECT n.nature, v.regency, v.cycle, d.dataset,
	EXISTS (FROM coverage c WHERE c.dataset = d.dataset AND c.nature = n.nature AND c.cycle = v.cycle AND c.regency = v.regency) AS received
FROM ref_voter v
CROSS JOIN (VALUES ('real'), ('contoh')) n(nature)
CROSS JOIN (VALUES ('cases'), ('training'), ('events'), ('pacts'), ('moves'), ('headcount')) d(dataset);
