// Risks: the five by five or a table, the risks of a pressed cell or those above appetite beside it, and
// apart from them those nobody has scored yet.
import { Button, Link, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { RiskLine, RisksView } from '../../src/web/api-work.ts';
import { type Address, addressText } from '../address.ts';
import { Section } from '../pieces/page.tsx';
import { ShowAs } from '../pieces/show-as.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { ScoredRisks, UnscoredRisks } from './risk-list.tsx';
import { type Place, RiskMatrix } from './risk-matrix.tsx';
import { riskCount } from './risk-matrix-shape.ts';
import { RiskTable } from './risk-table.tsx';
import { useWorkStyles } from './work-styles.ts';

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '48px',
    rowGap: '16px',
    '@media (max-width: 959px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  touch: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
  link: {
    alignSelf: 'start',
    [narrow]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
});

type Shown = { readonly address: Address; readonly manyTeams: boolean };
type Props = Shown & { readonly risks: RisksView };

export const Risks = ({ risks, ...shown }: Props) => {
  const [as, setAs] = useState<'Matrix' | 'Table'>('Matrix');
  const scored = risks.lines.filter(({ residual }) => residual !== null);
  const unscored = risks.lines.filter(({ residual }) => residual === null);
  return (
    <Section
      beside={
        scored.length > 0 && (
          <ShowAs label="Show risks as" show={setAs} shown={as} ways={['Matrix', 'Table']} />
        )
      }
      heading="Risks"
      id="risks"
    >
      <div>{risks.summary}</div>
      {scored.length > 0 && as === 'Matrix' && <Matrix lines={scored} {...shown} />}
      {scored.length > 0 && as === 'Table' && <RiskTable lines={scored} {...shown} />}
      {unscored.length > 0 && <NotScored lines={unscored} {...shown} />}
    </Section>
  );
};

type Listed = Shown & { readonly lines: readonly RiskLine[] };

const Matrix = ({ lines, ...shown }: Listed) => {
  const [chosen, choose] = useState<Place | null>(null);
  return (
    <div className={useStyles().beside}>
      <RiskMatrix choose={choose} chosen={chosen} lines={lines} />
      <Beside chosen={chosen} clear={() => choose(null)} lines={lines} {...shown} />
    </div>
  );
};

type BesideProps = Listed & { readonly chosen: Place | null; readonly clear: () => void };

/** The pressed cell's risks; before any is pressed, those above appetite, else the highest scores. */
const Beside = ({ chosen, clear, lines, ...shown }: BesideProps) => {
  const work = useWorkStyles();
  const styles = useStyles();
  const { heading, risks } = listedBeside(lines, chosen);
  return (
    <div className={work.group}>
      <h3 className={work.heading} role="status">
        {heading}
      </h3>
      <ScoredRisks label={heading} lines={risks} {...shown} />
      {chosen && (
        <Button className={`${styles.touch} not-printed`} onClick={clear}>
          Show every cell again
        </Button>
      )}
    </div>
  );
};

const listedBeside = (lines: readonly RiskLine[], chosen: Place | null) => {
  if (chosen) {
    const { likelihood, impact } = chosen;
    const risks = lines.filter(
      ({ residual }) => residual?.likelihood === likelihood && residual.impact === impact,
    );
    const place = `likelihood ${likelihood}, impact ${impact}`;
    return {
      heading: `${riskCount(risks.length)} at ${place}, score ${likelihood * impact}`,
      risks,
    };
  }
  const above = lines.filter(({ aboveAppetite }) => aboveAppetite);
  if (above.length > 0)
    return { heading: `${riskCount(above.length)} above what the council accepts`, risks: above };
  return { heading: 'Highest scores', risks: lines };
};

/** What a score is and where it is given, so that the gap can be closed. */
const NotScored = ({ lines, ...shown }: Listed) => {
  const work = useWorkStyles();
  const styles = useStyles();
  const register = addressText({ ...shown.address, screen: 'registers', open: 'risks', find: '' });
  return (
    <div className={work.group}>
      <h3 className={work.heading}>
        Not yet scored <span className={work.count}>{lines.length}</span>
      </h3>
      <div>
        A score is likelihood by impact, each 1 to 5: before control, with it, and as wished for.
        Scores are given in the Risks list in SharePoint, or by a spreadsheet taken in.
      </div>
      <Link className={`${styles.link} not-printed`} href={register}>
        Open Risks
      </Link>
      <UnscoredRisks label="Not yet scored" lines={lines} {...shown} />
    </div>
  );
};
