// The line that is chosen: what it is, what it serves and what hangs from it, and the way on to it.
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ThreadNode } from '../../src/web/api-registers.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Status } from '../pieces/status.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';
import type { Links, Lit } from './lit.ts';
import { threadSentence } from './said.ts';

const useStyles = makeStyles({
  /** As tall with a line chosen as without, so that the columns beneath stay where they are. */
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '24px',
    alignItems: 'center',
    minHeight: '84px',
    boxSizing: 'border-box',
    padding: '8px 0 8px 16px',
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px', paddingLeft: '12px' },
  },
  none: { borderLeftColor: tokens.colorNeutralStroke2 },
  name: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    margin: 0,
  },
  said: { margin: '2px 0 0', maxWidth: '80ch' },
  /** A phone has no keys to speak of. */
  keys: { [narrow]: { display: 'none' } },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '4px',
  },
  touch: {
    [narrow]: { minHeight: '44px', display: 'inline-flex', alignItems: 'center' },
  },
});

type Props = {
  readonly nodes: readonly ThreadNode[];
  readonly links: Links;
  readonly lit: Lit | null;
  /** A line was asked for that is not in this thread. */
  readonly isLost: boolean;
  readonly choose: (open: string | null) => void;
  readonly go: Go;
  /** What changes how the columns are shown. */
  readonly children: ReactNode;
};

export const chosenLineId = 'chosen-line';

export const ChosenLine = (props: Props) => {
  const styles = useStyles();
  const { nodes, links, lit, choose, go, isLost, children } = props;
  const chosen = lit && nodes.find(({ id }) => id === lit.chosen);
  return (
    <section
      id={chosenLineId}
      aria-label="The chosen line"
      className={mergeClasses(styles.panel, !chosen && styles.none)}
    >
      <div role="status">
        {chosen && lit ? (
          <>
            <Named node={chosen} />
            <p className={styles.said}>{threadSentence({ nodes, links, lit })}</p>
          </>
        ) : (
          <HowTo isLost={isLost} />
        )}
      </div>
      {chosen && (
        <div className={`${styles.ways} not-printed`}>
          {chosen.kind === 'Measure' && (
            <Link
              as="button"
              className={styles.touch}
              onClick={() => go({ screen: 'measure', open: chosen.id.slice('Measures: '.length) })}
            >
              Open the measure
            </Link>
          )}
          {children}
          <Button className={styles.touch} onClick={() => choose(null)}>
            Clear
          </Button>
        </div>
      )}
    </section>
  );
};

const Named = ({ node }: { readonly node: ThreadNode }) => {
  const page = usePageStyles();
  const styles = useStyles();
  const quiet = [node.kind, node.code, node.otherPlan].filter(Boolean).join(' · ');
  return (
    <>
      <div className={page.quiet}>
        {quiet}
        {node.state && ` · ${node.state}`}
        {node.standing && (
          <>
            {' · '}
            <Status size={10} standing={node.standing} />
          </>
        )}
      </div>
      <p className={styles.name}>{node.title}</p>
    </>
  );
};

const HowTo = ({ isLost }: { readonly isLost: boolean }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <>
      <div>
        {isLost
          ? 'The line asked for is not in this thread: it may have left the plan, or be open to others only. '
          : ''}
        Choose any line to see everything it serves and everything that hangs from it.
      </div>
      <div className={mergeClasses(page.quiet, styles.keys)}>
        By keyboard: arrow keys move, Enter chooses, Escape clears.
      </div>
    </>
  );
};
