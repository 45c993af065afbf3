// Whoever holds the section 151 officer's post puts their name to a plan's finance for the quarter.
import type { Ports } from './ports.ts';
import { putNameTo, type SignedNow, type Signing } from './put-name-to.ts';
import type { Refused } from './refused.ts';

/** The holder of the post, or whoever covers for them; never the person who gave the forecast. */
export const signFinance = (
  ports: Ports,
  { cycle, ...signing }: Signing & { readonly cycle: string },
): Promise<SignedNow | Refused> => putNameTo(ports, { cycle, directorate: null }, signing);
