// Savings: what each commitment requires, is expected to bring and has brought, as bars or as a table;
// those without any amount apart; how many the programme has live against its guide.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SavingLine, SavingsView } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { Query } from '../pieces/query.tsx';
import { Shortened } from '../pieces/shortened.tsx';
import { ShowAs } from '../pieces/show-as.tsx';
import { narrow, tooNarrowForGrid } from '../pieces/use-narrow.ts';
import { WorkStatusShown } from '../pieces/work-status.tsx';
import { GuideBar, SavingBars } from './savings-bars.tsx';
import { barKinds, barWords, savingsScale } from './savings-shape.ts';
import { SavingsTable } from './savings-table.tsx';
import { LineName, OwnerShown, WorkLineShown } from './work-line.tsx';
import { useWorkStyles } from './work-styles.ts';

const useStyles = makeStyles({
  guide: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '4px',
  },
  totals: { display: 'flex', flexWrap: 'wrap', columnGap: '40px', rowGap: '8px', margin: 0 },
  total: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  commitment: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: '32px',
    rowGap: '4px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
    overflowWrap: 'anywhere',
    [tooNarrowForGrid]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    [narrow]: { paddingTop: 0 },
  },
});

type Shown = { readonly address: Address; readonly manyTeams: boolean };
type Props = Shown & { readonly savings: SavingsView };

export const Savings = ({ savings, ...shown }: Props) => {
  const [as, setAs] = useState<'Bars' | 'Table'>('Bars');
  const isGiven = (line: SavingLine) => barKinds.some((kind) => line[kind]);
  const given = savings.lines.filter(isGiven);
  const blank = savings.lines.filter((line) => !isGiven(line));
  return (
    <Section
      beside={
        given.length > 0 && (
          <ShowAs label="Show savings as" show={setAs} shown={as} ways={['Bars', 'Table']} />
        )
      }
      heading="Savings"
      id="savings"
    >
      <div>{savings.summary}</div>
      <Guide live={savings.live} />
      {given.length > 0 && <Totals savings={savings} />}
      {given.length > 0 && as === 'Bars' && <Bars lines={given} {...shown} />}
      {given.length > 0 && as === 'Table' && <SavingsTable lines={given} {...shown} />}
      {blank.length > 0 && <NotGiven lines={blank} {...shown} />}
    </Section>
  );
};

const Guide = ({ live }: { readonly live: SavingsView['live'] }) => {
  const styles = useStyles();
  return (
    <div className={styles.guide}>
      <GuideBar live={live} />
      <span>{live.words}</span>
    </div>
  );
};

const Totals = ({ savings: { totals, lines } }: { readonly savings: SavingsView }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <dl className={`${styles.totals} ${page.figures}`}>
      {barKinds.map((kind) => (
        <div key={kind}>
          <dt>{barWords[kind]}</dt>
          <dd className={styles.total}>{totals[kind].words}</dd>
          <dd className={page.quiet} style={{ margin: 0 }}>
            {totals[kind].given === lines.length
              ? 'every commitment'
              : `${totals[kind].given} of ${lines.length} given`}
          </dd>
        </div>
      ))}
    </dl>
  );
};

type Listed = Shown & { readonly lines: readonly SavingLine[] };

const Bars = ({ lines, ...shown }: Listed) => {
  const scale = savingsScale(lines);
  return (
    <Shortened
      draw={(line: SavingLine) => (
        <li key={line.key}>
          <Commitment line={line} scale={scale} {...shown} />
        </li>
      )}
      first={8}
      label="Commitments with an amount"
      lines={lines}
      what="commitments"
    />
  );
};

const Commitment = (
  props: Shown & {
    readonly line: SavingLine;
    readonly scale: ReturnType<typeof savingsScale>;
  },
) => {
  const page = usePageStyles();
  const { line, scale, address, manyTeams } = props;
  const about = [line.code, line.category, manyTeams ? line.team : null, line.owner, line.year];
  return (
    <div className={useStyles().commitment}>
      <div>
        <LineName address={address} line={line} />
        <div className={page.quiet}>{about.filter(Boolean).join(' · ')}</div>
        <WorkStatusShown status={line.status} />
        {line.fullYearEffect && (
          <div className={page.quiet}>Full-year effect {line.fullYearEffect.words}</div>
        )}
        {line.query && <Query words={line.query} />}
      </div>
      <SavingBars line={line} scale={scale} />
    </div>
  );
};

const NotGiven = ({ lines, ...shown }: Listed) => {
  const work = useWorkStyles();
  return (
    <div className={work.group}>
      <h3 className={work.heading}>
        Amount not yet given <span className={work.count}>{lines.length}</span>
      </h3>
      <Shortened
        draw={(line: SavingLine) => (
          <li key={line.key}>
            <WorkLineShown
              {...shown}
              facts={[
                line.category ?? 'Category not given',
                <OwnerShown key="owner" owner={line.owner} />,
              ]}
              line={line}
              {...(line.status && { status: <WorkStatusShown status={line.status} /> })}
            />
          </li>
        )}
        first={8}
        label="Amount not yet given"
        lines={lines}
        what="commitments"
      />
    </div>
  );
};
