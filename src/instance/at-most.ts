// Waiting, with an end to it.

/** Milliseconds. Undefined where it took longer: it goes on by itself. */
export const atMost = async <T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  const done = await Promise.race([work, enough]);
  clearTimeout(timer);
  return done;
};
