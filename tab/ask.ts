// Every question the tab puts to the app: the host's token with each, and faults as plain words.
import type { Trouble } from '../src/web/api.ts';
import type { Address } from './address.ts';
import { noToken } from './no-token.ts';
import { type Answered, sendFile } from './send-file.ts';
import { troubleWords } from './words.ts';

/** The app did not do what was asked; `message` is for people. */
export class Unanswered extends Error {
  /** Null when nothing answered at all. */
  readonly status: number | null;
  /** What is wanting is an administrator's word: where to is on the consent page. */
  readonly wantsConsent: boolean;
  constructor(message: string, status: number | null, wantsConsent = false) {
    super(message);
    this.status = status;
    this.wantsConsent = wantsConsent;
  }
}

export type Asker = {
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: <T>(path: string, body: unknown) => Promise<T>;
  /** Sends a file as it is; `sent` is told how much has gone, from 0 to 1. */
  readonly send: <T>(path: string, file: Blob, sent: (share: number) => void) => Promise<T>;
  /** Fetches a file, with the name it is to be kept under. */
  readonly fetchFile: (path: string) => Promise<{ readonly name: string; readonly file: Blob }>;
};

export const asker = (token: () => Promise<string>): Asker => ({
  get: (path) => answer(token, path, { method: 'GET' }),
  post: (path, body) =>
    answer(token, path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  send: async (path, file, sent) => {
    const bearer = await bearerOf(token);
    const answered = await sendFile({ path, file, bearer, withinMs: fileWithinMs }, sent);
    if (!answered) throw new Unanswered(troubleWords.nothingAnswers, null);
    return readAnswer(answered);
  },
  fetchFile: async (path) => {
    const signal = AbortSignal.timeout(fileWithinMs);
    const response = await asked(token, path, { method: 'GET', signal });
    if (!response.ok) await readJson(response);
    const named = response.headers.get('content-disposition') ?? '';
    return {
      name: /filename="?([^";]+)/.exec(named)?.[1] ?? 'register',
      file: await response.blob(),
    };
  },
});

const withinMs = 20_000;
/** A file of 50 MB over a slow line, and the time to understand it. */
const fileWithinMs = 300_000;

const answer = async <T>(
  token: () => Promise<string>,
  path: string,
  request: RequestInit,
): Promise<T> => readJson(await asked(token, path, request));

const asked = async (
  token: () => Promise<string>,
  path: string,
  request: RequestInit,
): Promise<Response> => {
  const bearer = await bearerOf(token);
  const headers = { ...request.headers, authorization: `Bearer ${bearer}` };
  const signal = request.signal ?? AbortSignal.timeout(withinMs);
  return fetch(path, { ...request, headers, signal }).catch(() => {
    throw new Unanswered(troubleWords.nothingAnswers, null);
  });
};

const bearerOf = (token: () => Promise<string>): Promise<string> =>
  token().catch((why: unknown) => {
    const { words, wantsConsent } = noToken(why);
    throw new Unanswered(words, 401, wantsConsent);
  });

const readJson = async <T>(response: Response): Promise<T> =>
  readAnswer({ status: response.status, said: await response.json().catch(() => null) });

const readAnswer = <T>({ status, said }: Answered): T => {
  if (status >= 200 && status < 300 && said !== null) return said as T;
  const message = (said as Trouble | null)?.message ?? troubleWords.unreadable;
  throw new Unanswered(message, status);
};

/** Exempt rows leave in a file only where they are asked for. */
export type FileAsked = { readonly as: 'xlsx' | 'csv'; readonly exempt: boolean };

export type CyclePath =
  | 'opening'
  | 'open'
  | 'close'
  | 'withdraw'
  | 'suspend'
  | 'resume'
  | 'messages'
  | 'nudge/preview'
  | 'nudge'
  | 'cancel-sends'
  | 'deliver-again';

/** What is done with a paper. */
export type PaperPath = 'clear' | 'words' | 'issue' | 'release';

/** `exempt`: with its confidential appendix. */
export type PaperFileAsked = {
  readonly paper: string;
  readonly as: 'html' | 'docx' | 'xlsx';
  readonly exempt?: boolean;
  readonly copy?: 'publication';
};

export type SignOffPath = 'approve' | 'send-back' | 'sign' | 'verify' | 'change';

/** The API's addresses, each with what it answers. */
export const paths = {
  me: '/api/me',
  plan: ({ plan, team, quarter }: Address) => `/api/plan${query({ plan, team, quarter })}`,
  planWork: ({ plan, team }: Address) => `/api/plan/work${query({ plan, team })}`,
  benchmarks: ({ open }: Address) => `/api/measures/${encodeURIComponent(open ?? '')}/benchmarks`,
  measure: ({ open, quarter }: Address) =>
    `/api/measures/${encodeURIComponent(open ?? '')}${query({ quarter })}`,
  /** Where its control limits begin again. */
  rebase: (measure: string) => `/api/measures/${encodeURIComponent(measure)}/rebase`,
  cycle: ({ open }: Address) => `/api/cycle${query({ cycle: open })}`,
  signOff: ({ open }: Address) => `/api/sign-off${query({ cycle: open })}`,
  /** What is done in sign-off: 'approve', 'sign'. */
  ofSignOff: (what: SignOffPath) => `/api/sign-off/${what}`,
  papers: ({ plan, quarter }: Address) => `/api/papers${query({ plan, quarter })}`,
  paper: (paper: string) => `/api/papers/one${query({ paper })}`,
  paperFile: ({ paper, as, exempt = false, copy }: PaperFileAsked) =>
    `/api/papers/file${query({ paper, as, exempt: exempt ? 'with' : null, copy: copy ?? null })}`,
  ofPapers: (what: PaperPath) => `/api/papers/${what}`,
  targets: ({ plan }: Address) => `/api/targets${query({ plan })}`,
  /** A step taken with targets. */
  ofTargets: (what: 'endorse' | 'send-back' | 'agree' | 'propose' | 'change') =>
    `/api/targets/${what}`,
  /** Where no plan is chosen, that of the chosen line. */
  thread: ({ plan, open }: Address) =>
    `/api/thread${query({ plan, line: plan === null ? open : null })}`,
  registers: '/api/registers',
  register: ({ open, plan, find, page }: Address) =>
    `/api/registers/${encodeURIComponent(open ?? '')}${query({
      plan,
      search: find,
      page: String(page),
    })}`,
  registerFile: ({ open, plan }: Address, { as, exempt }: FileAsked) =>
    `/api/registers/${encodeURIComponent(open ?? '')}/file${query({
      as,
      plan,
      exempt: exempt ? 'with' : null,
    })}`,
  /** The newest changes of a row; or, of its oldest so many, the newest. */
  history: (register: string, key: string, oldest: number | null) =>
    `/api/history${query({ register, key, oldest: oldest === null ? null : String(oldest) })}`,
  importPreview: (asked: { file: string; plan: string; sheets: string }) =>
    `/api/import/preview${query(asked)}`,
  importTake: (agreed: {
    file: string;
    plan: string;
    sheets: string;
    fingerprint: string;
    why: string;
  }) => `/api/import/take${query(agreed)}`,
  myWork: '/api/my-work',
  /** Who could answer for a line from now on. */
  colleagues: (line: string, words: string) => `/api/hand-over/people${query({ line, words })}`,
  nameOwner: '/api/hand-over/name',
  escalations: '/api/escalations',
  /** What is said of an escalation: 'acknowledge', 'require plan'. */
  ofEscalation: (escalation: string, act: string) =>
    `/api/escalations/${encodeURIComponent(escalation)}/${act.replaceAll(' ', '-')}`,
  /** What is done to a cycle, or asked of it: 'close', 'nudge/preview'. */
  ofCycle: (cycle: string, what: CyclePath) => `/api/cycles/${encodeURIComponent(cycle)}/${what}`,
} as const;

const query = (asked: Record<string, string | null>): string => {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};
