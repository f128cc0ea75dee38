import { attendance } from './attendance.ts';
import { cases } from './cases.ts';
import type { DatasetContract, DatasetName } from './contract.ts';
import { events } from './events.ts';
import { headcount } from './headcount.ts';
import { moves } from './moves.ts';
import { pacts } from './pacts.ts';
import { published } from './published.ts';
import { quiz } from './quiz.ts';
import { roster } from './roster.ts';
import { training } from './training.ts';
import { training_totals } from './training_totals.ts';

export const CONTRACTS: Readonly<Record<DatasetName, DatasetContract>> = {
	cases,
	training,
	training_totals,
	quiz,
	events,
	attendance,
	pacts,
	moves,
	headcount,
	roster,
	published
};

export { DATASETS, type Column, type DatasetContract, type DatasetName } from './contract.ts';
