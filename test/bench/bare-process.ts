// The floor for starting: a Node process that does nothing but answer a request.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { median } from './figures.ts';
import { memoryOf } from './process-figures.ts';

const program = `require('node:http').createServer((_, response) => response.end())
  .listen(0, function () { process.stdout.write(String(this.address().port)); })`;

export const startBareProcess = async (
  times: number,
): Promise<{ readonly ready: number; readonly memory: number }> => {
  const ready: number[] = [];
  const memory: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
    const kill = () => void child.kill('SIGKILL');
    process.prependOnceListener('exit', kill);
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    await (await fetch(`http://localhost:${port.toString()}/`)).arrayBuffer();
    ready.push(performance.now() - began);
    memory.push(memoryOf(child.pid ?? 0).now);
    const gone = once(child, 'exit');
    kill();
    await gone;
    process.off('exit', kill);
  }
  return { ready: median(ready), memory: median(memory) };
};
