// One who holds a lease in a process of its own, so that it can be killed as a machine would lose it.
import { spawn } from 'node:child_process';

/** `script` asks once for the lease at the place in `process.argv[1]`, and prints whether it is held. */
export const holderElsewhere = async (script: string, place: string) => {
  const stays = `${script}; setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', stays, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise((resolve) =>
    child.stdout.once('data', (out) => resolve(String(out).trim())),
  );
  return {
    held: said === 'true',
    kill: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
};
