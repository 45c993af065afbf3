// The people behind a cell of the board: what each owes, who covers, what last reached them. Some or all
// are chosen here, and shown exactly what would go to whom before anything is sent.
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CycleView } from '../../src/web/api-cycle.ts';
import type { Asker } from '../ask.ts';
import { OverScreen } from '../pieces/over-screen.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import {
  areaName,
  askedOf,
  type Cell,
  columnWords,
  countsWords,
  type Picked,
  peopleIn,
} from './board-shape.ts';
import { NudgePreview } from './nudge-preview.tsx';

const useStyles = makeStyles({
  choice: { marginLeft: '-8px', [narrow]: { minHeight: '44px', alignItems: 'center' } },
  mark: { [narrow]: { alignSelf: 'center', marginTop: 0, marginBottom: 0 } },
  label: { overflowWrap: 'anywhere' },
  beneath: { paddingLeft: '28px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  person: {
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  lost: { color: tokens.colorPaletteRedForeground1 },
  button: { [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly asker: Asker;
  readonly view: CycleView;
  readonly cell: Cell;
  readonly leave: () => void;
  /** Something was sent: what, in words. */
  readonly done: (words: string) => void;
};

export const People = ({ asker, view, cell, leave, done }: Props) => {
  const choosing = useChoosing(view, cell);
  const [previewed, setPreviewed] = useState<readonly string[] | null>(null);
  if (previewed)
    return (
      <NudgePreview
        asker={asker}
        back={() => setPreviewed(null)}
        cycle={view.key}
        done={done}
        leave={leave}
        people={previewed}
      />
    );
  const { people, able, chosen } = choosing;
  const words = columnWords(cell.column, view.state);
  return (
    <OverScreen
      actions={
        able.length > 0 && <See count={chosen.length} see={() => setPreviewed(askedOf(chosen))} />
      }
      leave={leave}
      title={`${words.charAt(0).toUpperCase()}${words.slice(1)}: ${areaName(view, cell.area)}`}
    >
      {people.length === 0 ? 'Nobody any more.' : <Listed choosing={choosing} view={view} />}
    </OverScreen>
  );
};

/** Everyone who could be nudged is chosen until they are taken out. */
const useChoosing = (view: CycleView, cell: Cell) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const people = peopleIn(view, cell);
  const mayNudge = view.may.nudge && cell.column !== 'answered';
  const able = mayNudge ? people.filter(({ asks }) => asks.length > 0) : [];
  const choose = (some: readonly Picked[], on: boolean) => {
    const ids = new Set(some.map(({ id }) => id));
    setLeft(new Set(on ? [...left].filter((id) => !ids.has(id)) : [...left, ...ids]));
  };
  return { people, able, chosen: able.filter(({ id }) => !left.has(id)), choose };
};
type Choosing = ReturnType<typeof useChoosing>;

const See = ({ count, see }: { readonly count: number; readonly see: () => void }) => (
  <Button
    appearance="primary"
    className={useStyles().button}
    disabledFocusable={count === 0}
    onClick={see}
  >
    {count === 0 ? 'Nobody is chosen' : `See who would get what (${count})`}
  </Button>
);

const Listed = ({ choosing, view }: { readonly choosing: Choosing; readonly view: CycleView }) => {
  const styles = useStyles();
  const { people, able, chosen, choose } = choosing;
  return (
    <>
      {able.length > 1 && (
        <Checkbox
          checked={chosen.length === able.length || (chosen.length > 0 && 'mixed')}
          className={styles.choice}
          indicator={{ className: styles.mark }}
          label={`All ${able.length} who owe`}
          onChange={() => choose(able, chosen.length < able.length)}
        />
      )}
      <ul className={styles.list}>
        {people.map((person) => (
          <Person
            chosen={able.includes(person) ? chosen.includes(person) : null}
            choose={(on) => choose([person], on)}
            key={person.id}
            person={person}
            view={view}
          />
        ))}
      </ul>
    </>
  );
};

type PersonProps = {
  readonly person: Picked;
  readonly view: CycleView;
  /** Null: nobody could be nudged for these. */
  readonly chosen: boolean | null;
  readonly choose: (on: boolean) => void;
};

const Person = ({ person, view, chosen, choose }: PersonProps) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { name, of, cover, last } = person;
  const first = (
    <>
      <span className={styles.name}>{name}</span>
      {`: ${countsWords(person, view.state)}`}
    </>
  );
  return (
    <li className={styles.person}>
      {chosen === null ? (
        first
      ) : (
        <Checkbox
          checked={chosen}
          className={styles.choice}
          indicator={{ className: styles.mark }}
          label={<span className={styles.label}>{first}</span>}
          onChange={(_event, { checked }) => choose(checked === true)}
        />
      )}
      <div className={chosen === null ? undefined : styles.beneath}>
        {cover && <div>{cover}</div>}
        {last && !last.arrived && <div className={styles.lost}>✕ {last.words}</div>}
        <div className={page.quiet}>
          {[of.join(', '), last?.arrived ? last.words : null].filter(Boolean).join(' · ')}
        </div>
      </div>
    </li>
  );
};
