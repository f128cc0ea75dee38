/** The attack on the public tables of quiz questions: the sum of points is the sum of right answers where nobody tried twice. */
import type { DisclosureRules } from '../../../src/lib/server/disclosure/rules.ts';
import { literal, Warehouse } from '../../warehouse.ts';
import { System } from './system.ts';

const COURSE = ['nature', 'regency', 'course', 'cycle'] as const;
const SQL = `SELECT i.nature, i.regency, i.course, i."cycle", i.item, i.persons, i.right_count AS seen, i.shown, t.right_count AS truth,
		i.item_rest IS NOT NULL OR i.discrimination IS NOT NULL OR i.alpha_without IS NOT NULL OR c.alpha IS NOT NULL AS derived, c.mean_total, c.left_out,
		k.value AS takers, coalesce(p.value, w.value) AS points
	FROM pub.quiz_item i
	JOIN pub.quiz_course c USING (nature, regency, course, "cycle")
	JOIN internal.quiz_item t USING (nature, regency, course, "cycle", item)
	LEFT JOIN pub.measure_cell k ON k.measure = 'quiz_takers' AND k.breakdown = 'course' AND k.category = i.course AND k.region = i.regency AND k."cycle" = i."cycle" AND k.nature = i.nature
	LEFT JOIN pub.measure_cell p ON p.measure = 'quiz_points' AND p.breakdown = 'course' AND p.category = i.course AND p.region = i.regency AND p."cycle" = i."cycle" AND p.nature = i.nature
	LEFT JOIN pub.measure_cell w ON w.measure = 'quiz_points' AND w.breakdown = '' AND w.value = (SELECT any_value(x.value) FROM internal.measure_cell x WHERE x.measure = 'quiz_points' AND x.breakdown = 'course' AND x.category = i.course AND x.region = i.regency AND x."cycle" = i."cycle" AND x.nature = i.nature)
		AND w."cycle" = i."cycle" AND w.nature = i.nature
	ORDER BY ALL`;

/** Names of questions whose hidden count can be worked out. The total of an area with one course is that course's. */
export async function attackQuiz(dir: string, rules: DisclosureRules): Promise<string[]> {
	const warehouse = await Warehouse.open();
	try {
		await warehouse.run(`ATTACH ${literal(`${dir}/internal.duckdb`)} AS internal (READ_ONLY)`);
		await warehouse.run(`ATTACH ${literal(`${dir}/public.duckdb`)} AS pub (READ_ONLY)`);
		const rows = (await warehouse.all(SQL)).map((row) => ({
			name: COURSE.map((column) => String(row[column])).join(' '), item: Number(row.item), persons: Number(row.persons), seen: row.seen === null ? null : Number(row.seen), isPrimary: row.shown === 'primary',
			truth: Number(row.truth), isDerived: row.derived === true, mean: row.mean_total === null ? null : Number(row.mean_total), leftOut: Number(row.left_out), takers: row.takers === null ? null : Number(row.takers), points: row.points === null ? null : Number(row.points)
		}));
		const unique = [...new Map(rows.map((row) => [`${row.name}\u001f${row.item}`, row])).values()];
		return [...Map.groupBy(unique, (row) => row.name)].flatMap(([name, items]) => {
			const [first] = items;
			if (!first) return [];
			const system = new System();
			const ids = items.map((i) => {
				if (i.seen !== null) return system.add(i.seen, i.seen);
				const [few, most] = [rules.peopleBelow - 1, i.persons - rules.peopleBelow + 1];
				// Which end it is, everybody guesses from how hard the question is.
				if (!i.isPrimary) return system.add(Math.min(i.truth, few + 1), Math.max(i.truth, most - 1));
				return i.truth <= few ? system.add(1, few) : system.add(most, i.persons - 1);
			});
			const right = items.reduce((n, i) => n + i.truth, 0);
			const isAll = first.takers === first.persons && first.leftOut === 0 && first.points !== null && Math.abs((first.points * items.length) / 100 - right) < 0.01;
			const isMean = first.mean !== null && Math.abs(first.mean * first.persons - right) < 0.01;
			if (isAll || isMean) system.sum(system.add(right, right), ids);
			system.settle();
			const small = (count: number, persons: number): boolean => (count > 0 && count < rules.peopleBelow) || (count < persons && persons - count < rules.peopleBelow);
			return items.flatMap((i, at) => {
				const isKnown = i.seen !== null || i.isDerived || system.exactWidth(ids[at] ?? 0, ids, rules.minWidth) < rules.minWidth;
				return small(i.truth, i.persons) && isKnown ? [`quiz_item ${name} ${i.item}`] : [];
			});
		});
	} finally {
		warehouse.close();
	}
}
