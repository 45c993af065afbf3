// Who may do what: each action of a card, the tab and the command line against what a person is. The server,
// the tab and docs/rights.md all read it; what a condition means is worked out in rights-relations.ts.

/**
 * What a person is, by People and Teams. A director is SMT with a directorate; SMT alone has none of its own,
 * as a chief executive. Whoever deputises or covers for another is the last.
 */
export const roles = [
  'in People',
  'owner',
  'manager',
  'director',
  'SMT',
  'performance team',
  'section 151 officer',
  'monitoring officer',
  'deputy',
] as const;
export type Role = (typeof roles)[number];

/** The door refuses these before any right is asked: nothing is theirs. */
export const outside = ['nobody', 'another council', 'not in People', 'has left'] as const;

/** When a cell holds, as the page of the docs words it. */
export const relations = [
  'their own',
  'what they are asked about',
  'what was taken to them',
  'what was taken to somebody they stand in for that day',
  'their own team',
  'their own directorate',
  'any directorate',
  'a directorate that has no director',
  'somebody they stand in for that day',
  'an owner they deputise or cover for; where nobody owns it, its manager',
  'a manager they deputise or cover for',
  'what is public or internal',
  'that of whoever they manage',
  'where they may read every row of it',
  'where they are asked to approve',
  'where their team’s answers are approved',
] as const;
export type Relation = (typeof relations)[number];

/** Nobody of these, whatever they are besides. */
export const bars = {
  'gave the answer': 'who gave the answer, nor anybody in their place',
  'proposed it': 'who proposed it, nor anybody in their place',
  'forecast it': 'who forecast any of it',
  'gave the reason': 'who gave the reason',
  'may not read it': 'who may not read it',
} as const;
export type Bar = keyof typeof bars;

/** What an action is about: a right in nothing is a person's whatever it is done to. */
type Of =
  | 'nothing'
  | 'row'
  | 'return'
  | 'line'
  | 'measure'
  | 'target'
  | 'signature'
  | 'verification'
  | 'escalation'
  | 'dataset';

/** In the order of the page of the docs, which has a table for each. */
export const parts = [
  'Reading',
  'Returns',
  'Approval and signatures',
  'Targets',
  'Escalations',
  'Papers',
  'Cycles and registers',
] as const;

export type Cells = { readonly [R in Role]?: 'yes' | Relation };
export type Right = {
  readonly part: (typeof parts)[number];
  readonly of: Of;
  /** A role that is not named has no right by it. */
  readonly cells: Cells;
  readonly never?: readonly Bar[];
};

const everybody = { 'in People': 'yes' } as const;
const performanceTeam = { 'performance team': 'yes' } as const;
const theirs = { owner: 'their own' } as const;
const standIn = { deputy: 'somebody they stand in for that day' } as const;
const answerers = {
  ...theirs,
  manager: 'their own team',
  ...performanceTeam,
  deputy: 'an owner they deputise or cover for; where nobody owns it, its manager',
} as const;
/** A directorate’s director, or where it has none SMT with no directorate of their own. */
const directors = {
  director: 'their own directorate',
  SMT: 'a directorate that has no director',
} as const;
const allSmt = { director: 'yes', SMT: 'yes' } as const;
const taken = {
  'in People': 'what was taken to them',
  deputy: 'what was taken to somebody they stand in for that day',
} as const;
const asked = { owner: 'what they are asked about' } as const;
const section151 = { 'section 151 officer': 'yes' } as const;
const monitoring = { 'monitoring officer': 'yes' } as const;

const reading = { part: 'Reading' } as const;
const returns = { part: 'Returns' } as const;
const signing = { part: 'Approval and signatures' } as const;
const targets = { part: 'Targets' } as const;
const escalations = { part: 'Escalations', of: 'escalation' } as const;
const papers = { part: 'Papers', of: 'nothing' } as const;
const running = { part: 'Cycles and registers', of: 'nothing', cells: performanceTeam } as const;

/** Whoever has several roles has what each of them gives; `never` is stronger than any. */
export const rights = {
  'use the tab and the chat': { ...reading, of: 'nothing', cells: everybody },
  'read a row': {
    ...reading,
    of: 'row',
    cells: {
      'in People': 'what is public or internal',
      ...theirs,
      manager: 'that of whoever they manage',
      ...allSmt,
      ...performanceTeam,
      ...section151,
      ...monitoring,
    },
  },
  'read a personal objective': {
    ...reading,
    of: 'row',
    cells: { ...theirs, manager: 'that of whoever they manage' },
  },
  'read a draft': { ...reading, of: 'row', cells: theirs },
  'read what was journalled of a row that is gone': {
    ...reading,
    of: 'nothing',
    cells: { ...allSmt, ...performanceTeam },
  },
  'read the confidential part of a paper': {
    ...reading,
    of: 'dataset',
    cells: {
      'in People': 'where they may read every row of it',
      ...allSmt,
      ...performanceTeam,
    },
  },
  'answer a return': { ...returns, of: 'return', cells: answerers },
  'let go of a line': { ...returns, of: 'return', cells: theirs },
  'name an owner': {
    ...returns,
    of: 'line',
    cells: {
      manager: 'their own team',
      ...performanceTeam,
      deputy: 'a manager they deputise or cover for',
    },
  },
  'say when they are away': { ...returns, of: 'nothing', cells: everybody },
  'change a figure after the close': { ...returns, of: 'nothing', cells: performanceTeam },
  'begin control limits again': { ...returns, of: 'nothing', cells: performanceTeam },
  'be shown sign-off': {
    ...signing,
    of: 'nothing',
    cells: {
      'in People': 'where they are asked to approve',
      manager: 'where their team’s answers are approved',
      ...allSmt,
      ...performanceTeam,
      ...section151,
      ...standIn,
    },
  },
  'approve a return or send it back': {
    ...signing,
    of: 'return',
    cells: { manager: 'their own team', ...directors, ...standIn },
    never: ['gave the answer', 'may not read it'],
  },
  'see all that waits for approval or a signature': {
    ...signing,
    of: 'nothing',
    cells: performanceTeam,
  },
  'sign a directorate’s quarter': {
    ...signing,
    of: 'signature',
    cells: { ...directors, ...standIn },
  },
  'sign a plan’s finance': {
    ...signing,
    of: 'signature',
    cells: { ...section151, ...standIn },
    never: ['forecast it'],
  },
  'see what is verified': { ...signing, of: 'nothing', cells: performanceTeam },
  'record a verification': {
    ...signing,
    of: 'verification',
    cells: performanceTeam,
    never: ['gave the answer'],
  },
  'weigh targets': {
    ...targets,
    of: 'nothing',
    cells: { ...allSmt, ...performanceTeam, ...standIn },
  },
  'see the targets of a measure': {
    ...targets,
    of: 'measure',
    cells: {
      director: 'their own directorate',
      SMT: 'any directorate',
      ...performanceTeam,
      ...standIn,
    },
  },
  'propose a target': { ...targets, of: 'return', cells: answerers },
  'endorse a target or send it back': {
    ...targets,
    of: 'target',
    cells: { director: 'their own directorate', SMT: 'any directorate', ...standIn },
    never: ['proposed it', 'may not read it'],
  },
  'agree a target': { ...targets, of: 'nothing', cells: performanceTeam },
  'change a target by a decision': { ...targets, of: 'nothing', cells: performanceTeam },
  'see an escalation': { ...escalations, cells: { ...taken, ...asked, ...performanceTeam } },
  'acknowledge what is missing from a cycle': {
    ...escalations,
    cells: { 'in People': 'what was taken to them' },
  },
  'acknowledge an escalation': { ...escalations, cells: taken },
  'ask about an escalation': { ...escalations, cells: taken },
  'answer a question about an escalation': { ...escalations, cells: asked },
  'require a recovery plan': { ...escalations, cells: taken },
  'give a recovery plan': { ...escalations, cells: asked },
  'accept that nothing further is done': {
    ...escalations,
    cells: taken,
    never: ['gave the reason'],
  },
  'offer support': { ...escalations, cells: { ...taken, ...performanceTeam } },
  'clear a paper for finance': { ...papers, cells: { ...section151, ...standIn } },
  'clear a paper for legal': { ...papers, cells: { ...monitoring, ...standIn } },
  'record the portfolio holder’s clearance': { ...papers, cells: performanceTeam },
  'change the words of a paper': {
    ...papers,
    cells: { ...performanceTeam, ...section151, ...monitoring, ...standIn },
  },
  'issue a paper': { ...papers, cells: performanceTeam },
  'release a hold': { ...papers, cells: { ...monitoring, ...standIn } },
  'see a cycle and its messages': running,
  'run a cycle': running,
  'take registers out as files': running,
  'take a file in': running,
  'open a new year': running,
} as const satisfies { readonly [action: string]: Right };

export type Action = keyof typeof rights;
export const actions = Object.keys(rights) as readonly Action[];
