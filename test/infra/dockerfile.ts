// A Dockerfile read into its stages: what each begins from, copies, runs and says.

export type Copy = {
  /** Another stage; null is the folder the image is built in. */
  readonly from: string | null;
  readonly what: readonly string[];
  readonly to: string;
};
export type Stage = {
  readonly name: string | null;
  readonly base: string;
  readonly copies: readonly Copy[];
  readonly runs: readonly string[];
  /** Every other word, with the last that was said of it: USER, ENV, CMD ... */
  readonly says: ReadonlyMap<string, string>;
};

export const stagesOf = (dockerfile: string): readonly Stage[] => {
  const lines = dockerfile
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const stages: string[][] = [];
  for (const line of lines)
    if (line.startsWith('FROM ')) stages.push([line]);
    else stages.at(-1)?.push(line);
  return stages.map(stageOf);
};

const stageOf = ([from = '', ...lines]: readonly string[]): Stage => {
  const [, base = '', name = null] = /^FROM (\S+)(?: AS (\S+))?$/.exec(from) ?? [];
  const of = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const others = lines.filter((line) => !/^(?:COPY|RUN) /.test(line));
  return {
    name,
    base,
    copies: of('COPY').map(copyOf),
    runs: of('RUN'),
    says: new Map(
      others.map((line) => [line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1)]),
    ),
  };
};

const copyOf = (said: string): Copy => {
  const from = /^--from=(\S+) /.exec(said)?.[1] ?? null;
  const words = said.split(' ').filter((word) => !word.startsWith('--'));
  return { from, what: words.slice(0, -1), to: words.at(-1) ?? '' };
};
