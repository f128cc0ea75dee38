import { problem } from '#lib/server/api/problem.ts';

export const fallback = (): Response => problem(404, 'Not found', 'See /api/v1/openapi.json for what exists.');
