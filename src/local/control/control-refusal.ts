// How the control API says that a request is not one it can carry out.
import type { z } from 'zod';

export class ControlRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The value a schema reads from a body; refuses, naming the first part that is wrong. */
export function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const where = issue?.path.join('.') || 'body';
  throw new ControlRefusal(400, `${where}: ${issue?.message ?? 'not understood'}`);
}
