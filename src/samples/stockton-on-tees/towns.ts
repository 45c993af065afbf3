// What is done, under way and planned in the six town centres.
import { workstream } from './plan.ts';

export type Told = {
  readonly title: string;
  readonly serves: readonly string[];
  readonly kind?: 'milestone';
  /** Complete only where the report says that it is; else not yet reported. */
  readonly done?: true;
  readonly dueOn?: string;
  readonly says?: string;
};

const at =
  (town: number) =>
  (title: string, more: Omit<Told, 'title' | 'serves'> = {}): Told => ({
    title,
    serves: [workstream(`REG 1.${town}`)],
    ...more,
  });
const [billingham, inglebyBarwick, norton, stockton, thornaby, yarm] = [
  at(1),
  at(2),
  at(3),
  at(4),
  at(5),
  at(6),
];

const milestone = 'milestone' as const;

export const townActions: readonly Told[] = [
  billingham('Billingham town centre masterplan', {
    says: "Being prepared, from the Let's Talk about our Towns consultation.",
  }),
  billingham('Agree shared vision with Billingham centre owners', {
    says: 'Talks follow the £20m Levelling Up award of November 2023.',
  }),
  inglebyBarwick('Romano Park play, growing and events space', {
    kind: milestone,
    done: true,
    says: 'January 2024. Only the month is printed.',
  }),
  norton('Norton duck pond and fountain refurbished', { kind: milestone, done: true }),
  norton('Norton infrastructure and public realm works', {
    kind: milestone,
    says: 'On site. Early autumn 2024: a season only.',
  }),
  stockton('Castlegate shopping centre demolished', { kind: milestone, done: true }),
  stockton('Stockton Waterfront complete', {
    kind: milestone,
    says: 'Under way. Forecast January 2026: a month only.',
  }),
  stockton('Community Diagnostic Centre complete', {
    kind: milestone,
    says: 'Under way. Forecast late 2024: a season only.',
  }),
  stockton('Blueprint for Central Stockton and North Thornaby', {
    says: 'Residents were consulted on the town centre, Municipal Quarter, Castlegate Quays and Waterways.',
  }),
  thornaby('Thornaby swimming pool starts on site', {
    kind: milestone,
    says: 'Joined to the Pavilion; detailed design under way. End of 2024: no day printed.',
  }),
  thornaby('Acquire the Golden Eagle for redevelopment', { says: 'Being discussed.' }),
  thornaby('NETA training facility starts on site', {
    kind: milestone,
    says: 'Planning application imminent. Early autumn 2024: a season only. Linked to Riverside College.',
  }),
  yarm('Yarm High Street improvements', {
    says: 'Levelling Up money. When will be told later in the year.',
  }),
  yarm('Preston Park exhibition space and store', { says: 'Under way.' }),
  yarm('Preston Park cafe, aviary and railway heritage', {
    says: 'To begin in the summer: a season only. Marks the historic 1825 railway.',
  }),
];
