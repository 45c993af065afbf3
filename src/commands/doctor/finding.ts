// What doctor says of one thing it looked at: how it stands, in a sentence, and what to do about it.

/** off: it is not granted or not set, and its feature is off as it should be. */
export type Standing = 'ok' | 'off' | 'warns' | 'fails' | 'not tried';

export type Finding = {
  readonly about:
    | 'configuration'
    | 'sign-in'
    | 'permissions'
    | 'site'
    | 'lists'
    | 'clock'
    | 'bot endpoint'
    | 'notifications'
    | 'app'
    | 'Teams app'
    | 'Outbox'
    | 'lease';
  readonly standing: Standing;
  readonly words: string;
  /** Null where there is nothing to do. */
  readonly toDo: string | null;
};

type About = Finding['about'];

/** As it should be. */
export const ok = (about: About, words: string): Finding => ({
  about,
  standing: 'ok',
  words,
  toDo: null,
});

/** The app does not work so. */
export const fails = (about: About, words: string, toDo: string): Finding => ({
  about,
  standing: 'fails',
  words,
  toDo,
});

/** It works, and somebody is to look at it. */
export const warns = (about: About, words: string, toDo: string): Finding => ({
  about,
  standing: 'warns',
  words,
  toDo,
});

/** Not granted or not set: `toDo` says how to switch it on. */
export const off = (about: About, words: string, toDo: string): Finding => ({
  about,
  standing: 'off',
  words,
  toDo,
});

/** Nothing can tell, or what it hangs on is not there yet. */
export const notTried = (about: About, words: string): Finding => ({
  about,
  standing: 'not tried',
  words,
  toDo: null,
});

/** As a person reads them: one line each, and below it what to do; once below several that ask for the same. */
export const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ about, standing, words, toDo }, at) => [
    `${standing.padEnd(10)}${about}: ${words}`,
    ...(toDo === null || toDo === findings[at + 1]?.toDo ? [] : [`${' '.repeat(10)}  ${toDo}`]),
  ]);

/** Nothing fails. A warning is for somebody to look at; it is no failure. */
export const isWell = (findings: readonly Finding[]): boolean =>
  !findings.some(({ standing }) => standing === 'fails');

/** '2 fail, 1 warns.' */
export const sumLine = (findings: readonly Finding[]): string => {
  const counted = (standing: Standing) =>
    findings.filter((each) => each.standing === standing).length;
  const [failing, warning] = [counted('fails'), counted('warns')];
  if (failing + warning === 0) return 'Nothing fails and nothing warns.';
  const said = [
    ...(failing > 0 ? [`${failing} ${failing === 1 ? 'fails' : 'fail'}`] : []),
    ...(warning > 0 ? [`${warning} ${warning === 1 ? 'warns' : 'warn'}`] : []),
  ];
  return `${said.join(', ')}.`;
};
