// What came of a quarter, counted from the lists and from local Teams' own record of what it
// received: nothing here knows the script.
import { ask, type Card, partsOf, partWithId } from './seat.ts';

type Fields = Readonly<Record<string, unknown>>;

export type QuarterResult = {
  readonly owed: number;
  readonly sent: number;
  readonly answeredOnTime: number;
  readonly answeredLate: number;
  readonly noDataUntil: number;
  readonly neverAnswered: number;
  readonly escalatedToManager: number;
  readonly escalatedToSmt: number;
  readonly refusedInputs: number;
  readonly reportLines: number;
  readonly sentTwice: number;
};

/** What local Teams wrote down of one thing it received: a new message, or the bot's answer to a press. */
type Received = {
  readonly kind: 'create' | 'update' | 'delete' | 'answer';
  readonly personId: string;
  readonly card: Card | null;
};

export const countQuarter = async (
  localUrl: string,
  cycle: string,
  list: (name: string) => Promise<readonly Fields[]>,
): Promise<QuarterResult> => {
  const ofCycle = (rows: readonly Fields[], column: string) =>
    rows.filter((each) => each[column] === cycle);
  const returns = ofCycle(await list('Returns'), 'Cycle');
  const escalations = ofCycle(await list('Escalations'), 'Cycle');
  const received = (await ask('GET', `${localUrl}/local/teams/record`)) as Received[];
  const steps = stepsReceived(received);
  const inState = (state: string) => returns.filter((each) => each['State'] === state);
  const onTime = inState('Returned').filter(isOnTime);
  const escalatedTo = (level: string) =>
    new Set(
      escalations
        .filter((each) => each['Level'] === level && !each['Rule'])
        .map((each) => each['Return']),
    );
  return {
    owed: returns.length,
    sent: steps.length,
    answeredOnTime: onTime.length,
    answeredLate: inState('Returned').length - onTime.length,
    noDataUntil: inState('No data until').length,
    neverAnswered: inState('Due').length,
    escalatedToManager: escalatedTo('manager').size,
    escalatedToSmt: escalatedTo('SMT').size,
    refusedInputs: received.filter(isRefusal).length,
    reportLines: ofCycle(await list('Report lines'), 'Report').length,
    sentTwice: steps.length - new Set(steps).size,
  };
};

const isOnTime = (row: Fields): boolean =>
  String(row['ReturnedAt']).slice(0, 10) <= String(row['DueOn']);

const isRefusal = ({ kind, card }: Received): boolean =>
  kind === 'answer' && card !== null && partWithId(card, 'refused') !== undefined;

/** Each step's message as Teams received it: whose, and which. */
const stepsReceived = (received: readonly Received[]): readonly string[] =>
  received.flatMap(({ kind, personId, card }) => {
    const step = kind === 'create' && card !== null ? stepOf(card) : undefined;
    return step === undefined ? [] : [`${personId} ${step}`];
  });

/** A step's card says which step it is; a card asked for says none. */
const stepOf = (card: Card): string | undefined =>
  partsOf(card)
    .map((part) => part.id)
    .find((id) => id?.startsWith('step '));
