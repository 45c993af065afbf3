// How far each part of the council has got: a bar that fills, and counts that open the people behind them.
import { Button, mergeClasses, ProgressBar } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import type {
  BoardColumn,
  BoardCounts,
  BoardDirectorate,
  CycleView,
} from '../../src/web/api-cycle.ts';
import { Section } from '../pieces/page.tsx';
import { type Area, type Cell, columnWords, wholeCouncil } from './board-shape.ts';
import { useBoardStyles } from './board-styles.ts';

const columns = ['owed', 'late', 'unreachable', 'away'] as const;
/** With no more teams than this all are shown at once. */
const few = 6;

type Props = { readonly view: CycleView; readonly pick: (cell: Cell) => void };

export const Board = ({ view, pick }: Props) => {
  const styles = useBoardStyles();
  const teams = view.directorates.reduce((sum, { teams: theirs }) => sum + theirs.length, 0);
  return (
    <Section heading="By directorate and team">
      <div>
        <div aria-hidden className={mergeClasses(styles.line, styles.heads)}>
          <span />
          <span>Answered</span>
          {columns.map((column) => (
            <span className={styles.head} key={column}>
              {capital(columnWords(column, view.state))}
            </span>
          ))}
        </div>
        <ul className={styles.list}>
          {view.directorates.length > 1 && (
            <li>
              <Line
                area={wholeCouncil}
                counts={view.counts}
                name="Whole council"
                pick={pick}
                view={view}
                whole
              />
            </li>
          )}
          {view.directorates.map((directorate) => (
            <Directorate
              directorate={directorate}
              key={directorate.name}
              opened={teams <= few}
              pick={pick}
              view={view}
            />
          ))}
        </ul>
      </div>
    </Section>
  );
};

type DirectorateProps = Props & {
  readonly directorate: BoardDirectorate;
  readonly opened: boolean;
};

const Directorate = ({ directorate, opened, view, pick }: DirectorateProps) => {
  const styles = useBoardStyles();
  const [open, setOpen] = useState(opened);
  const id = useId();
  const { name, teams } = directorate;
  return (
    <li>
      <Line
        area={{ directorate: name, team: null }}
        counts={directorate}
        name={name}
        pick={pick}
        toggle={
          <Button
            appearance="transparent"
            aria-controls={open ? id : undefined}
            aria-expanded={open}
            className={styles.toggle}
            icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
            onClick={() => setOpen(!open)}
          >
            {name}
          </Button>
        }
        view={view}
      />
      {open && (
        <ul className={styles.list} id={id}>
          {teams.map((team) => (
            <li key={team.key}>
              <Line
                area={{ directorate: name, team: team.key }}
                counts={team}
                name={team.name}
                pick={pick}
                view={view}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

type LineProps = Props & {
  readonly area: Area;
  readonly counts: BoardCounts;
  readonly name: string;
  readonly toggle?: ReactNode;
  readonly whole?: boolean;
};

const Line = ({ area, counts, name, toggle, whole, view, pick }: LineProps) => {
  const styles = useBoardStyles();
  const cell = (column: BoardColumn, words: string) => ({
    'aria-label': `${words}, ${name}`,
    onClick: () => pick({ area, column }),
  });
  const isTeam = area.team !== null;
  const { answered, asked } = counts;
  return (
    <div className={mergeClasses(styles.line, isTeam && styles.team, whole && styles.whole)}>
      {toggle ?? (
        <span className={mergeClasses(styles.name, isTeam && styles.indented)}>{name}</span>
      )}
      <div className={styles.progress}>
        <ProgressBar
          aria-label={`${name}, answered`}
          className={styles.bar}
          max={asked}
          thickness="large"
          value={answered}
        />
        {answered === 0 ? (
          <span className={styles.answered}>
            0 of {asked}
            <span className={styles.word}>&nbsp;answered</span>
          </span>
        ) : (
          <Button
            appearance="subtle"
            className={mergeClasses(styles.count, styles.answered)}
            {...cell('answered', `${answered} of ${asked} answered`)}
          >
            {answered} of {asked}
            <span className={styles.word}>&nbsp;answered</span>
          </Button>
        )}
      </div>
      {columns.map((column) => {
        const count = counts[column];
        const words = columnWords(column, view.state);
        return count === 0 ? (
          <span className={styles.none} key={column}>
            0<span className={styles.unseen}> {words}</span>
          </span>
        ) : (
          <Button
            appearance="subtle"
            className={mergeClasses(styles.count, alarming.has(column) && styles.alarm)}
            key={column}
            {...cell(column, `${count} ${words}`)}
          >
            {count}
            <span className={styles.word}>&nbsp;{words}</span>
          </Button>
        );
      })}
    </div>
  );
};

/** Words and place say it too; the colour only helps to find it. */
const alarming: ReadonlySet<BoardColumn> = new Set(['late', 'unreachable']);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
