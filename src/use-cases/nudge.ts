// The performance team asks people once more, by hand. What goes is what was shown to them before: where
// anything has changed since, nothing goes and the new state of things is given instead.
import type { Cycle } from '../registers/cycles.ts';
import { zone } from '../rules/calendar.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';
import { nudgeKey, type Preview, previewSends, type Sending } from './preview-sends.ts';
import type { Refused } from './refused.ts';

/** Who was shown to get a card, and the returns it would be about: keys, compared and never believed. */
export type Agreed = { readonly person: string; readonly returns: readonly string[] };

export type Nudged =
  | {
      readonly outcome: 'nudged';
      readonly queued: number;
      /** Nudged by somebody else in the same moment: they get one card all the same. */
      readonly already: number;
    }
  | { readonly outcome: 'changed'; readonly preview: Preview };

type Asked = {
  readonly by: string;
  readonly cycle: string;
  readonly people: readonly string[];
  readonly agreed: readonly Agreed[];
};

/**
 * Performance team only, in an open cycle. Each person's nudge is claimed by person, cycle and day: two
 * people pressing at once, or one pressing again after a crash, make one card each.
 */
export const nudge = async (ports: Ports, asked: Asked): Promise<Nudged | Refused> => {
  const preview = previewSends(ports, asked);
  if (preview.outcome === 'refused') return preview;
  if (!isAsAgreed(preview.will, asked.agreed)) return { outcome: 'changed', preview };
  const cycle = ports.replica.registers().cycles.get(asked.cycle) as Cycle;
  const entries = preview.will.map((each) => nudgeEntry(ports, { cycle, by: asked.by, each }));
  const acceptances = await accept(ports, entries);
  const queued = acceptances.filter(({ outcome }) => outcome === 'accepted').length;
  return { outcome: 'nudged', queued, already: acceptances.length - queued };
};

const isAsAgreed = (will: readonly Sending[], agreed: readonly Agreed[]): boolean => {
  const line = (person: string, returns: readonly string[]) =>
    JSON.stringify([person, returns.toSorted()]);
  const now = will.map(({ person, returns }) =>
    line(
      person.key,
      returns.map(({ key }) => key),
    ),
  );
  const then = agreed.map(({ person, returns }) => line(person, returns));
  return JSON.stringify(now.toSorted()) === JSON.stringify(then.toSorted());
};

const nudgeEntry = (
  ports: Ports,
  { cycle, by, each }: { readonly cycle: Cycle; readonly by: string; readonly each: Sending },
): Entry => {
  const now = ports.clock.now();
  const on = now.withTimeZone(zone).toPlainDate();
  const key = nudgeKey(each.person, cycle, on);
  const person = each.person.key;
  return {
    key,
    by,
    at: now.toInstant(),
    changes: [
      change('notifications', key, {
        title: `Nudge ${cycle.period}`,
        plan: cycle.plan,
        person,
        cycle: cycle.key,
        step: 'Nudge',
        on,
        state: 'Queued',
        fellDueAt: now.toInstant(),
        attempts: 0,
      }),
    ],
    message: {
      person,
      cycle: cycle.key,
      step: 'Nudge',
      about: null,
      on: on.toString(),
      replaces: null,
    },
    journal: { source: 'tab', why: 'Nudged by hand' },
  };
};
