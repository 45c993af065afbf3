// The words a transformation review is written in, each point on a line of its own, and the Projects
// row it makes. An interdependency with a row of its own is a line; any other is kept in words.
import type { Row } from '../../registers/registers.ts';
import {
  inProgramme,
  mission,
  points,
  printed,
  programme,
  reviewLine,
  workstream,
} from './plan.ts';

type LeansOn = {
  /** Every other review of its phase. */
  readonly all?: true;
  readonly reviews?: readonly string[];
  /** Missions, workstreams, partnerships. */
  readonly lines?: readonly string[];
  /** What no register holds. */
  readonly also?: readonly string[];
};

type Review = {
  readonly name: string;
  readonly challenge: readonly string[];
  readonly inScope: readonly string[];
  /** Left out: printed N/A. */
  readonly outOfScope?: readonly string[];
  readonly constraints: readonly string[];
  readonly outcomes: readonly string[];
  readonly leansOn: LeansOn;
  /** What the document says two ways, or mis-prints. */
  readonly query?: readonly string[];
};

export const review = (code: string, told: Review): Row<'projects'> =>
  printed('projects', {
    key: inProgramme(code),
    title: told.name,
    plan: programme,
    code,
    kind: 'transformation review',
    serves: [mission('TRA'), workstream('TRA 1')],
    phase: 'Phase 1',
    stage: 'live',
    challenge: points(...told.challenge),
    inScope: points(...told.inScope),
    outOfScope: points(...(told.outOfScope ?? ['N/A'])),
    constraints: points(...told.constraints),
    outcomes: points(...told.outcomes),
    impactAssessment: 'Community impact assessment, as required',
    dependsOn: [...(told.leansOn.reviews ?? []).map(reviewLine), ...(told.leansOn.lines ?? [])],
    dependsOnAll: told.leansOn.all ?? false,
    alsoDependsOn: points(...(told.leansOn.also ?? [])),
    position: Number(code.slice(2)),
    query: points(...(told.query ?? [])),
  });
