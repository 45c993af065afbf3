// How far this machine's clock is from Microsoft's, as its answers told meanwhile. Tokens are taken for good
// within five minutes either way; which of two edits is later is told by the second.
import { type Finding, fails, ok, warns } from './finding.ts';
import type { Patient } from './patient.ts';

/** Milliseconds. */
const tolerated = 300_000;
const unremarkable = 5_000;

/** By what was answered so far: to be asked after the others. */
export const lookAtClock = ({ graph }: Pick<Patient, 'graph'>): Finding => {
  const skew = graph.skew();
  const seconds = Math.round(Math.abs(skew) / 1000);
  const words = `This machine's clock is ${seconds} seconds ${skew > 0 ? 'behind' : 'ahead of'} Microsoft's.`;
  const toDo = 'Have the machine set its clock by the network (NTP).';
  if (Math.abs(skew) >= tolerated) return fails('clock', words, toDo);
  if (Math.abs(skew) > unremarkable) return warns('clock', words, toDo);
  return ok('clock', "This machine's clock agrees with Microsoft's.");
};
