/** All report kinds that are known. */
import type { Kind } from '../types.ts';
import { CANONICAL } from './canonical.ts';
import { bawasluRecap, caseRegister, sp4nExport } from './cases.ts';
import { eventTable, socializationRecap } from './events.ts';
import { attendanceForm, pactForm } from './forms.ts';
import { agencyHeadcount, bpsTable, openDataHeadcount, regionalHeadcount } from './headcount.ts';
import { meetList, zoomList } from './meetings.ts';
import { moodleCompletion } from './moodle-completion.ts';
import { moodleGradebook } from './moodle-gradebook.ts';
import { moodleProgress } from './moodle-progress.ts';
import { moodleQuiz, moodleQuizResponses } from './moodle-quiz.ts';
import { decreeAnnex, siasnExtract } from './personnel.ts';
import { REFUSED } from './refused.ts';
import { trainingRecap, trainingTable } from './training-table.ts';
import { xapiStatements } from './xapi.ts';

export const KINDS: readonly Kind[] = [
	moodleProgress,
	moodleCompletion,
	moodleQuiz,
	moodleQuizResponses,
	moodleGradebook,
	xapiStatements,
	trainingTable,
	trainingRecap,
	caseRegister,
	bawasluRecap,
	sp4nExport,
	eventTable,
	socializationRecap,
	regionalHeadcount,
	openDataHeadcount,
	agencyHeadcount,
	bpsTable,
	siasnExtract,
	decreeAnnex,
	pactForm,
	attendanceForm,
	zoomList,
	meetList,
	...CANONICAL,
	...REFUSED
];
