// How many requests one person may send in a minute, so that one account gone wrong cannot hold up a
// council's last hour. Never by address: a whole council is behind one, and all of Teams behind a few.
import type { Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';

type Rate = {
  readonly perMinute: number;
  /** Whose request it is; known once they are signed in. */
  readonly whose: (request: Request, response: Response) => string;
  /** Says so in the words of where it was asked; Retry-After is set already. */
  readonly refuse: (request: Request, response: Response) => void;
};

/** Counted by this process alone: two instances allow a person twice as many. */
export const requestRate = ({ perMinute, whose, refuse }: Rate): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    keyGenerator: whose,
    handler: refuse,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    // What it checks is about addresses, which count for nothing here.
    validate: false,
  });

/** To the tab and to the bot alike. */
export const tooOftenWords =
  'That is more than one person can send in a minute, so this was not taken. Nothing is lost: wait a minute and try again.';
