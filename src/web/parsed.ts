// What a request asks for, checked by a schema: or a sentence that names what cannot be used.
import type { Response } from 'express';
import type { z } from 'zod';
import { answerTrouble } from './trouble.ts';

/** What was asked for, or null once it has been refused with a sentence. */
export const parsed = <T>(schema: z.ZodType<T>, given: unknown, response: Response): T | null => {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const names = result.error.issues.map((issue) => issue.path.join('.') || 'what was sent');
  const message = `This part of the request cannot be used: ${[...new Set(names)].join(', ')}.`;
  answerTrouble(response, 400, `${message} Nothing was changed.`);
  return null;
};
