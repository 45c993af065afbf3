// One column of the thread: its head with counts and the worst there is, its lines, and apart those
// that serve nothing yet. Beneath one another, a column folds away.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type FocusEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Standing } from '../../src/registers/words.ts';
import type { ThreadNode } from '../../src/web/api-registers.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { StatusShape } from '../pieces/status.tsx';
import type { Column, Head } from './columns.ts';
import { type Lit, placeOf } from './lit.ts';
import { ThreadLine, useLineStyles } from './thread-line.tsx';

const useStyles = makeStyles({
  column: {
    minWidth: 0,
    display: 'grid',
    gridRow: 'span 2',
    gridTemplateRows: 'subgrid',
    rowGap: '8px',
  },
  stackedColumn: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  head: { paddingBottom: '4px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  worst: { display: 'flex', alignItems: 'baseline', columnGap: '6px' },
  lines: {
    position: 'relative',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: '2px',
    height: 'max(320px, calc(100vh - 320px))',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { height: 'auto', overflowY: 'visible' },
  },
  stackedLines: { height: 'auto' },
  loose: {
    padding: '12px 8px 4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  fold: { width: '100%', minHeight: '44px', justifyContent: 'start', padding: '0' },
});

type Props = {
  readonly column: Column;
  readonly head: Head;
  readonly lit: Lit | null;
  readonly worst: ReadonlyMap<string, Standing>;
  readonly stacked: boolean;
};

export const ThreadColumn = (props: Props) => {
  const { column, head, stacked, lit } = props;
  const styles = useStyles();
  const id = useId();
  const shown = column.nodes.length + column.loose.length;
  const [folded, setFolded] = useState<boolean | null>(null);
  const isFolded = stacked && (folded ?? (!lit && shown > 12));
  return (
    <section
      aria-label={column.name}
      className={mergeClasses(styles.column, stacked && styles.stackedColumn)}
    >
      <div className={stacked ? undefined : styles.head}>
        <h2 className={styles.name} id={id}>
          {stacked ? (
            <Button
              appearance="transparent"
              aria-expanded={!isFolded}
              className={styles.fold}
              icon={isFolded ? <ChevronRightRegular /> : <ChevronDownRegular />}
              onClick={() => setFolded(!isFolded)}
            >
              {column.name}
            </Button>
          ) : (
            column.name
          )}
        </h2>
        <HeadWords head={head} />
      </div>
      {!isFolded && shown > 0 && <Lines {...props} labelled={id} />}
    </section>
  );
};

const HeadWords = ({ head }: { readonly head: Head }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <div className={mergeClasses(page.quiet, page.figures)}>
      <div>{head.counts}</div>
      {head.worst && (
        <div className={styles.worst}>
          <StatusShape size={10} standing={head.worst.standing} />
          <span>{head.worst.words}</span>
        </div>
      )}
      {head.serious && <div>{head.serious}</div>}
    </div>
  );
};

const Lines = (props: Props & { readonly labelled: string }) => {
  const { column, lit, worst, stacked, labelled } = props;
  const styles = useStyles();
  const line = useLineStyles(lit !== null);
  const list = useRef<HTMLDivElement>(null);
  const { at, move } = useTabStop(column, lit);
  useLitInSight(list, lit, stacked);
  const drawn = (node: ThreadNode) => (
    <ThreadLine
      key={node.id}
      node={node}
      place={placeOf(lit, node.id)}
      stops={node.id === at}
      styles={line.parts}
      worst={worst.get(node.id) ?? null}
    />
  );
  return (
    <div
      aria-labelledby={labelled}
      className={mergeClasses(styles.lines, stacked && styles.stackedLines, line.list)}
      onFocus={(event: FocusEvent) => move(event.target.getAttribute('data-line'))}
      ref={list}
      role="listbox"
      // The lines within take the focus; the list itself only where a browser makes what scrolls a stop.
      tabIndex={-1}
    >
      {column.nodes.map(drawn)}
      {column.loose.length > 0 && (
        <div aria-label={looseWords(column)} role="group">
          <div aria-hidden="true" className={styles.loose}>
            {looseWords(column)}
          </div>
          {column.loose.map(drawn)}
        </div>
      )}
    </div>
  );
};

const looseWords = ({ loose }: Column): string => {
  const beyond = loose.some(({ above }) => above.length > 0) ? ' beyond their section' : '';
  return `Serve nothing yet${beyond}: ${loose.length.toLocaleString('en-GB')}`;
};

/** One stop of the Tab key for a column: where the focus last was, else the first lit line, else the first. */
const useTabStop = (column: Column, lit: Lit | null) => {
  const [moved, setMoved] = useState<string | null>(null);
  const at = useMemo(() => {
    const ids = [...column.nodes, ...column.loose].map((node) => node.id);
    if (moved !== null && ids.includes(moved)) return moved;
    return ids.find((id) => placeOf(lit, id) !== null) ?? ids[0] ?? null;
  }, [column, lit, moved]);
  return { at, move: setMoved };
};

/** When a line is chosen elsewhere, the first lit line of this column comes into sight. */
const useLitInSight = (
  list: React.RefObject<HTMLDivElement | null>,
  lit: Lit | null,
  stacked: boolean,
): void => {
  const chosen = lit?.chosen;
  useEffect(() => {
    if (chosen === undefined) return;
    const scrolls = list.current;
    const own = scrolls?.querySelector<HTMLElement>('[aria-selected="true"]');
    own?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (own || stacked) return;
    const first = scrolls?.querySelector<HTMLElement>('[data-lit]');
    if (scrolls && first) scrolls.scrollTop = Math.max(0, first.offsetTop - 8);
  }, [chosen, list, stacked]);
};
