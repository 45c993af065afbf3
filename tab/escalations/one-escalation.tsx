// One escalation: what and how bad in a glance, its evidence beneath, what may be said of it, and what was.
import { Badge, Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgentRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef } from 'react';
import type { EscalationAct, EscalationLine } from '../../src/web/api-escalations.ts';
import { Clamped } from '../pieces/clamped.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { Past } from './past.tsx';
import type { Saying } from './say-something.tsx';

const useStyles = makeStyles({
  one: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '16px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  top: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '4px', alignItems: 'center' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  opens: {
    textAlign: 'left',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    fontWeight: 'inherit',
    [narrow]: { minHeight: '44px' },
  },
  howBad: { maxWidth: '80ch', fontVariantNumeric: 'tabular-nums' },
  /** The one a link came for: told from its neighbours at a glance. */
  cameFor: { borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`, paddingLeft: '12px' },
  evidence: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 70ch)',
    columnGap: '16px',
    rowGap: '4px',
    margin: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  label: { color: tokens.colorNeutralForeground2, [narrow]: { marginTop: '6px' } },
  words: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '8px' },
  button: { [narrow]: { minHeight: '44px' } },
  asked: {
    maxWidth: '80ch',
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    paddingLeft: '12px',
  },
});

type Props = {
  readonly line: EscalationLine;
  readonly startsOpen: boolean;
  readonly say: (saying: Saying) => void;
  readonly open: (measure: string) => void;
};

export const OneEscalation = ({ line, startsOpen, say, open }: Props) => {
  const styles = useStyles();
  const page = usePageStyles();
  const heading = useId();
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!startsOpen) return;
    name.current?.focus({ preventScroll: true });
    name.current?.closest('li')?.scrollIntoView({ block: 'start' });
  }, [startsOpen]);
  return (
    <li
      aria-labelledby={heading}
      className={mergeClasses(styles.one, startsOpen && styles.cameFor)}
    >
      <div className={styles.top}>
        {line.urgent && (
          <Badge appearance="tint" color="danger" icon={<AlertUrgentRegular />}>
            Urgent
          </Badge>
        )}
        <span className={page.quiet}>{`${line.kind} · ${line.state}`}</span>
      </div>
      <h3 className={styles.name} id={heading} ref={name} tabIndex={-1}>
        <Name line={line} open={open} />
      </h3>
      {line.howBad && (
        <div className={styles.howBad}>
          <Clamped longest={280} of={`How bad it is, ${line.name}`} text={line.howBad} />
        </div>
      )}
      <Evidence line={line} />
      <div className={page.quiet}>{`${line.facts.join(' · ')}.`}</div>
      {line.question && line.may.includes('reply') && (
        <div className={styles.asked}>
          <strong>You are asked: </strong>
          <Clamped longest={280} of={`The question, ${line.name}`} text={line.question.words} />
        </div>
      )}
      <Buttons line={line} say={say} />
      <Past line={line} startsOpen={startsOpen} />
    </li>
  );
};

const Name = ({ line, open }: Pick<Props, 'line' | 'open'>) => {
  const styles = useStyles();
  const { measure, name } = line;
  return measure === null ? (
    name
  ) : (
    <Link as="button" className={styles.opens} onClick={() => open(measure)}>
      {name}
    </Link>
  );
};

const Evidence = ({ line: { evidence, name } }: Pick<Props, 'line'>) => {
  const styles = useStyles();
  if (evidence.length === 0) return null;
  return (
    <dl className={styles.evidence}>
      {evidence.map(({ label, words }) => [
        <dt className={styles.label} key={`${label} label`}>
          {label}
        </dt>,
        <dd className={styles.words} key={label}>
          <Clamped longest={280} of={`${label}, ${name}`} text={words} />
        </dd>,
      ])}
    </dl>
  );
};

const actWords: { readonly [A in EscalationAct]: string } = {
  reply: 'Answer the question',
  'give plan': 'Give the recovery plan',
  acknowledge: 'Acknowledge',
  ask: 'Ask',
  'require plan': 'Require a plan',
  accept: 'Accept no further action',
  'offer support': 'Offer support',
};
/** What waits for the person comes first, and the first is the one to press. */
const inOrder = Object.keys(actWords) as readonly EscalationAct[];

const Buttons = ({ line, say }: Pick<Props, 'line' | 'say'>) => {
  const styles = useStyles();
  const acts = inOrder.filter((act) => line.may.includes(act));
  if (acts.length === 0) return null;
  return (
    <div className={`${styles.buttons} not-printed`}>
      {acts.map((act, nth) => (
        <Button
          appearance={nth === 0 ? 'primary' : 'secondary'}
          aria-label={`${actWords[act]}: ${line.name}`}
          className={styles.button}
          key={act}
          onClick={({ currentTarget }) => say({ act, line, from: currentTarget })}
        >
          {actWords[act]}
        </Button>
      ))}
    </div>
  );
};
