// A director puts their name to their directorate's quarter.
import type { Ports } from './ports.ts';
import { putNameTo, type SignedNow, type Signing } from './put-name-to.ts';
import type { Refused } from './refused.ts';

/** SMT of the directorate, or whoever covers for one who is away; and nobody else. */
export const signDirectorate = (
  ports: Ports,
  {
    cycle,
    directorate,
    ...signing
  }: Signing & { readonly cycle: string; readonly directorate: string },
): Promise<SignedNow | Refused> => putNameTo(ports, { cycle, directorate }, signing);
