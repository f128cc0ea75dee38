import { problem } from '#lib/server/api/problem.ts';
import { questionOf } from '#lib/server/api/question.ts';
import { representAnswer } from '#lib/server/api/represent.ts';
import { ask } from '#lib/server/ask/ask.ts';
import { briefRows } from '#lib/server/export/brief.ts';
import { markedRows } from '#lib/server/export/marked.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request, url }) => {
	const question = questionOf(url.searchParams);
	if ('error' in question) return problem(400, 'The question cannot be answered', question.error);
	const answer = await ask(question, locals.scope, locals.release);
	return representAnswer(request, url, answer.release, markedRows({ locals }, briefRows(answer, locals.lang, 'codes')));
};
