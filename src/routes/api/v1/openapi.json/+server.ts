import { openapi } from '#lib/server/api/openapi.ts';

export const GET = (): Response => Response.json(openapi());
