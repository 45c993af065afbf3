// One line of work: how it stands, its name as a way into the golden thread, and its facts in columns; on
// a narrow screen the name comes first and the facts run on beneath it.
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WorkLine } from '../../src/web/api-work.ts';
import { type Address, addressText } from '../address.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Query } from '../pieces/query.tsx';
import { narrow, tooNarrowForGrid } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '148px minmax(0, 1fr)',
    columnGap: '16px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
    [tooNarrowForGrid]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
    [narrow]: { paddingTop: 0 },
  },
  withoutStatus: { gridTemplateColumns: 'minmax(0, 1fr)' },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 192px 216px',
    columnGap: '16px',
    alignItems: 'start',
    minWidth: 0,
    [tooNarrowForGrid]: { display: 'block' },
  },
  status: { [tooNarrowForGrid]: { gridRowStart: 2 } },
  name: {
    textAlign: 'left',
    overflowWrap: 'anywhere',
    [narrow]: {
      display: 'flex',
      alignItems: 'end',
      minHeight: '44px',
      minWidth: '44px',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  fact: {
    overflowWrap: 'anywhere',
    [tooNarrowForGrid]: { display: 'inline', ':not(:empty)::before': { content: '" · "' } },
  },
  facts: {
    display: 'contents',
    [tooNarrowForGrid]: {
      display: 'block',
      color: tokens.colorNeutralForeground2,
      fontSize: tokens.fontSizeBase200,
      '& > :first-child::before': { content: 'none' },
    },
  },
  said: { overflowWrap: 'anywhere' },
});

type Props = {
  readonly line: WorkLine;
  readonly address: Address;
  readonly manyTeams: boolean;
  readonly status?: ReactNode;
  /** Said before the code: 'Milestone'. */
  readonly kind?: string | null;
  /** Beside the name. */
  readonly facts: readonly [ReactNode, ReactNode];
  /** Beneath the name. */
  readonly children?: ReactNode;
};

export const WorkLineShown = ({
  line,
  address,
  manyTeams,
  status,
  kind,
  facts,
  children,
}: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const about = [kind, line.code, manyTeams ? (line.team ?? line.section) : line.section];
  return (
    <div className={mergeClasses(styles.line, status === undefined && styles.withoutStatus)}>
      {status !== undefined && <div className={styles.status}>{status}</div>}
      <div className={styles.beside}>
        <div className={styles.said}>
          <LineName address={address} line={line} />
          <div className={page.quiet}>{about.filter(Boolean).join(' · ')}</div>
          {children}
          {line.query && <Query words={line.query} />}
        </div>
        <div className={`${styles.facts} ${page.figures}`}>
          <div className={styles.fact}>{facts[0]}</div>
          <div className={styles.fact}>{facts[1]}</div>
        </div>
      </div>
    </div>
  );
};

type Named = { readonly line: string; readonly title: string };

/** Everything above and below it is one press away. */
export const LineName = (props: { readonly line: Named; readonly address: Address }) => {
  const { line, address } = props;
  const href = addressText({ ...address, screen: 'thread', open: line.line, find: '' });
  return (
    <Link className={useStyles().name} href={href}>
      {line.title}
    </Link>
  );
};

export const OwnerShown = ({ owner }: { readonly owner: string | null }) => (
  <>{owner ?? 'No owner'}</>
);
