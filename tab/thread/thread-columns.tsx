// The columns side by side, or beneath one another where there is no room. One press or one key anywhere
// chooses; the arrow keys go about within a column and between columns.
import { makeStyles } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { Standing } from '../../src/registers/words.ts';
import { chosenLineId } from './chosen-line.tsx';
import { type Column, headOf, isMove, moveFrom } from './columns.ts';
import type { Lit } from './lit.ts';
import { ThreadColumn } from './thread-column.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(160px, 1fr)',
    // Heads are as tall as the tallest, so that every column begins at one line.
    gridTemplateRows: 'auto auto',
    columnGap: '12px',
    rowGap: '8px',
    overflowX: 'auto',
    // Room for the ring round a line that has the focus.
    margin: '0 -4px',
    padding: '0 4px 8px',
    '@media print': { display: 'block', overflowX: 'visible' },
  },
  stacked: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

type Props = {
  /** Every line there is, of which heads tell; `columns` are those shown. */
  readonly all: readonly Column[];
  readonly columns: readonly Column[];
  readonly lit: Lit | null;
  readonly worst: ReadonlyMap<string, Standing>;
  readonly stacked: boolean;
  readonly choose: (open: string | null) => void;
};

export const ThreadColumns = ({ all, columns, lit, worst, stacked, choose }: Props) => {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const press = ({ target }: MouseEvent) => {
    const id = lineAt(target);
    if (id === null) return;
    choose(id === lit?.chosen ? null : id);
    // Beneath one another, what is said of the line is out of sight above.
    if (stacked)
      requestAnimationFrame(() => document.getElementById(chosenLineId)?.scrollIntoView());
  };
  const key = (event: KeyboardEvent) => {
    const id = lineAt(event.target);
    if (event.key === 'Escape' && lit) choose(null);
    else if (id !== null && (event.key === 'Enter' || event.key === ' ')) choose(id);
    else if (id !== null && isMove(event.key)) {
      const next = moveFrom(columns, { id, lit }, event.key);
      const line = place.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(next)}"]`);
      line?.focus();
      line?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the lines within are what is pressed.
    <div
      className={stacked ? styles.stacked : styles.columns}
      onClick={press}
      onKeyDown={key}
      ref={place}
    >
      {columns.map((column, at) => (
        <ThreadColumn
          column={column}
          head={headOf(all[at] ?? column, { lit, worst })}
          key={column.name}
          lit={lit}
          stacked={stacked}
          worst={worst}
        />
      ))}
    </div>
  );
};

const lineAt = (target: EventTarget): string | null =>
  target instanceof Element
    ? (target.closest('[data-line]')?.getAttribute('data-line') ?? null)
    : null;
