// What the operating system says a process has used: resident memory, and processor time.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** In millions of bytes, now and at most; where there is no /proc, `ps` tells only what it is now. */
export const memoryOf = (pid: number): { readonly now: number; readonly peak: number } => {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) {
    const now = megabytes(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString());
    return { now, peak: now };
  }
  const status = readFileSync(file, 'utf8');
  const of = (name: string) =>
    megabytes(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? '');
  return { now: of('VmRSS'), peak: of('VmHWM') };
};

const megabytes = (kibibytes: string): number => (Number(kibibytes) * 1024) / 1e6;

const ticksASecond = 100;

/** Seconds of processor time so far, which other programs do not lengthen; null without /proc. */
export const processorSecondsOf = (pid: number): number | null => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const afterName = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(afterName[11]) + Number(afterName[12])) / ticksASecond;
};
