// A bar for work that a command waits for; nothing where nobody watches.
import { SingleBar } from 'cli-progress';

/** `work` hears of 0 to 1. */
export const withBar = async <Result>(
  what: string,
  work: (progress: (done: number) => void) => Promise<Result>,
): Promise<Result> => {
  const bar = new SingleBar({
    format: `${what} {bar} {percentage}%`,
    clearOnComplete: true,
    hideCursor: true,
  });
  if (process.stderr.isTTY) bar.start(1, 0);
  try {
    return await work((done) => bar.update(Math.min(1, done)));
  } finally {
    bar.stop();
  }
};
