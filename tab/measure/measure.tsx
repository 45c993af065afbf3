// One measure: the verdict, its history as a chart or a table, what was said, what it means.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { MeasureView } from '../../src/web/api.ts';
import type { Address } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { HistoryButton } from '../history/history-button.tsx';
import { Facts } from '../pieces/facts.tsx';
import { ScreenLoading } from '../pieces/loading.tsx';
import { Section, Title, usePageStyles } from '../pieces/page.tsx';
import { ShowAs } from '../pieces/show-as.tsx';
import { Status } from '../pieces/status.tsx';
import { StaleBar, TroubleBar } from '../pieces/trouble.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { ReturnShown } from '../team-plan/return-shown.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { Benchmarks } from './benchmarks.tsx';
import { HistoryChart } from './chart.tsx';
import { Commentary } from './commentary.tsx';
import { HistoryTable } from './history-table.tsx';
import { Thread } from './thread.tsx';
import { UsualVariation, YearEnd } from './verdicts.tsx';

const useStyles = makeStyles({
  back: { marginLeft: '-12px', marginBottom: '8px', [narrow]: { minHeight: '44px' } },
  code: { color: tokens.colorNeutralForeground2 },
  verdict: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    margin: '8px 0 12px',
    maxWidth: '68ch',
    overflowWrap: 'anywhere',
  },
  standing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '32px',
    rowGap: '8px',
  },
  figures: { display: 'flex', flexDirection: 'column', rowGap: '32px', minWidth: 0 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    columnGap: '48px',
    rowGap: '32px',
    '@media (max-width: 959px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Measure = ({ asker, address, go }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { heard, trouble, again } = useAnswer<MeasureView>(asker, paths.measure(address));
  if (!heard && !trouble) return <ScreenLoading name="measure" />;
  return (
    <div className={page.page}>
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {heard && <StaleBar freshness={heard.freshness} />}
      <div>
        <Button
          appearance="transparent"
          className={`${styles.back} not-printed`}
          icon={<ArrowLeftRegular />}
          onClick={() => go({ screen: 'plan', open: null })}
        >
          Back to the team plan
        </Button>
        {heard && <Opening asker={asker} view={heard} />}
      </div>
      {heard && (
        <div className={styles.columns}>
          <div className={styles.figures}>
            <History asker={asker} view={heard} />
            <UsualVariation again={again} asker={asker} view={heard} />
            <YearEnd forecast={heard.chart.forecast} />
          </div>
          <Commentary asker={asker} comments={heard.commentary} />
          <Facts heading="What it is" facts={heard.facts} />
          <Benchmarks address={address} asker={asker} />
          <Thread measure={heard.key} thread={heard.thread} />
        </div>
      )}
    </div>
  );
};

type Heard = { readonly asker: Asker; readonly view: MeasureView };

const Opening = ({ asker, view }: Heard) => {
  const styles = useStyles();
  return (
    <>
      <div className={styles.code}>
        {view.code} · {view.unit}
      </div>
      <Title focused>{view.name}</Title>
      <p className={styles.verdict}>{view.verdict}</p>
      {view.chart.verdicts.length > 0 && (
        <p className={styles.verdict}>{view.chart.verdicts.join(' ')}</p>
      )}
      <div className={styles.standing}>
        <Status against={view.against} standing={view.standing} />
        <ReturnShown asked={view.return} />
        <HistoryButton asker={asker} of={view.name} row={{ register: 'measures', key: view.key }} />
      </div>
    </>
  );
};

const History = ({ asker, view }: Heard) => {
  const [shown, setShown] = useState<'Chart' | 'Table'>('Chart');
  const choice = (
    <ShowAs label="Show history as" show={setShown} shown={shown} ways={['Chart', 'Table']} />
  );
  return (
    <Section beside={choice} heading="History">
      {shown === 'Chart' ? (
        <HistoryChart view={view} />
      ) : (
        <HistoryTable asker={asker} view={view} />
      )}
    </Section>
  );
};
