// Risks one by one: the score before control, with it and as wished for, in words; or, of those nobody
// has scored, what they threaten and whose they are to score.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { RiskLine } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Query } from '../pieces/query.tsx';
import { Shortened } from '../pieces/shortened.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { LineName, OwnerShown, WorkLineShown } from './work-line.tsx';
import { useWorkStyles } from './work-styles.ts';

const useStyles = makeStyles({
  risk: {
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
    [narrow]: { paddingTop: 0 },
  },
});

type Props = {
  readonly lines: readonly RiskLine[];
  readonly address: Address;
  readonly manyTeams: boolean;
  readonly label: string;
};

export const ScoredRisks = ({ lines, address, manyTeams, label }: Props) => (
  <Shortened
    draw={(line: RiskLine) => (
      <li key={line.key}>
        <Scored address={address} line={line} manyTeams={manyTeams} />
      </li>
    )}
    first={6}
    key={label}
    label={label}
    lines={lines}
    what="risks"
  />
);

type OneProps = Omit<Props, 'lines' | 'label'> & { readonly line: RiskLine };

const Scored = ({ line, address, manyTeams }: OneProps) => {
  const page = usePageStyles();
  const work = useWorkStyles();
  const about = [line.code, manyTeams ? line.team : line.section, line.owner ?? 'No owner'];
  return (
    <div className={useStyles().risk}>
      <LineName address={address} line={line} />
      <div className={page.figures}>{scoresWords(line)}</div>
      <div>
        {line.aboveAppetite && <strong>▲ Above the {line.appetite} the council accepts. </strong>}
        {line.movement && sentence(line.movement)}
      </div>
      <div className={page.quiet}>{about.filter(Boolean).join(' · ')}</div>
      <Controls line={line} />
      {line.review && (
        <div className={line.review.overdue ? work.late : page.quiet}>{line.review.words}</div>
      )}
      {line.query && <Query words={line.query} />}
    </div>
  );
};

/** 'Score 20 before control → 12 now → 6 target'. */
export const scoresWords = ({ gross, residual, target }: RiskLine): string =>
  `Score ${[
    gross && `${gross.score} before control`,
    residual && `${residual.score} now`,
    target && `${target.score} target`,
  ]
    .filter(Boolean)
    .join(' → ')}`;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const Controls = ({ line }: { readonly line: RiskLine }) => {
  const page = usePageStyles();
  if (line.controls.length === 0) return null;
  return <div className={page.quiet}>Controls: {line.controls.join('; ')}</div>;
};

export const UnscoredRisks = ({ lines, label, ...shown }: Props) => (
  <Shortened
    draw={(line: RiskLine) => (
      <li key={line.key}>
        <Unscored line={line} {...shown} />
      </li>
    )}
    first={8}
    label={label}
    lines={lines}
    what="risks"
  />
);

const Unscored = ({ line, ...shown }: OneProps) => {
  const page = usePageStyles();
  return (
    <WorkLineShown
      {...shown}
      facts={[<Review key="review" line={line} />, <OwnerShown key="owner" owner={line.owner} />]}
      line={line}
    >
      {line.notScored && <div>{line.notScored}.</div>}
      {line.gross && <div className={page.quiet}>Score {line.gross.score} before control</div>}
      {line.threatens.length > 0 && (
        <div className={page.quiet}>Threatens {line.threatens.join('; ')}</div>
      )}
      <Controls line={line} />
    </WorkLineShown>
  );
};

const Review = ({ line: { review } }: { readonly line: RiskLine }) => {
  const work = useWorkStyles();
  if (!review) return <>No review date</>;
  return <span className={review.overdue ? work.late : undefined}>{review.words}</span>;
};
