// My work: what a person owes, whatever waits for their word, and what they promised and when.
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClockAlarmRegular, ClockRegular, HandRightRegular } from '@fluentui/react-icons';
import type { MyWorkView, OwedLine, PromisedLine, WaitingLine } from '../../src/web/api-my-work.ts';
import { addressText, start } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { Heard } from '../pieces/heard.tsx';
import { Section, Title, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { WorkStatusShown } from '../pieces/work-status.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { counted } from '../words.ts';
import { NameOwners } from './name-owner.tsx';

const useStyles = makeStyles({
  top: { display: 'flex', flexDirection: 'column', rowGap: '4px', overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'start',
    padding: '10px 0',
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  mark: { display: 'grid', placeItems: 'center', height: '20px', fontSize: '20px' },
  /** A link is taller on a phone, and its words stand in its middle. */
  besideLink: { [narrow]: { height: '44px' } },
  quietMark: { color: tokens.colorNeutralForeground2 },
  late: { color: tokens.colorPaletteRedForeground1 },
  name: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
  plain: { fontWeight: tokens.fontWeightSemibold },
});

type Props = { readonly asker: Asker; readonly go: Go };

export const MyWork = ({ asker, go }: Props) => {
  const styles = useStyles();
  const answer = useAnswer<MyWorkView>(asker, paths.myWork);
  return (
    <Heard answer={answer} name="work">
      {(view) => (
        <>
          <div className={styles.top}>
            <Title focused={false}>{view.title}</Title>
            {under(view).map((words) => (
              <div key={words}>{words}</div>
            ))}
          </div>
          {view.waiting.length > 0 && <Waiting lines={view.waiting} />}
          <NameOwners again={answer.again} asker={asker} lines={view.toName} />
          {view.owed.length > 0 && (
            <Owed lines={view.owed} open={(measure) => go({ screen: 'measure', open: measure })} />
          )}
          {view.promised.length > 0 && <Promised lines={view.promised} />}
        </>
      )}
    </Heard>
  );
};

/** What stands beneath the title: where to answer, or when the next thing comes. */
const under = ({ away, owed, next, answered }: MyWorkView): readonly string[] => [
  ...(away === null ? [] : [away]),
  ...(owed.length > 0
    ? ['Answer them on the card in your chat; anything typed there brings it back.']
    : []),
  ...(next === null ? [] : [next]),
  ...(answered > 0 ? [`${counted(answered, 'return')} answered.`] : []),
];

const Waiting = ({ lines }: { readonly lines: readonly WaitingLine[] }) => {
  const styles = useStyles();
  return (
    <Section heading="What waits for you">
      <ul className={styles.list}>
        {lines.map(({ words, at, open }) => (
          <li className={styles.line} key={`${words} ${open}`}>
            <span className={mergeClasses(styles.mark, styles.quietMark, styles.besideLink)}>
              <HandRightRegular />
            </span>
            <Link className={styles.name} href={addressText({ ...start, screen: at, open })}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
};

type OwedProps = { readonly lines: readonly OwedLine[]; readonly open: (measure: string) => void };

const Owed = ({ lines, open }: OwedProps) => {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <Section heading="What you owe">
      <ul className={styles.list}>
        {lines.map(({ key, name, due, late, note, measure }) => (
          <li className={styles.line} key={key}>
            <span
              className={mergeClasses(
                styles.mark,
                late ? styles.late : styles.quietMark,
                measure !== null && styles.besideLink,
              )}
            >
              {late ? <ClockAlarmRegular /> : <ClockRegular />}
            </span>
            <div>
              {measure === null ? (
                <span className={styles.plain}>{name}</span>
              ) : (
                <Link as="button" className={styles.name} onClick={() => open(measure)}>
                  {name}
                </Link>
              )}
              <div className={page.figures}>
                {due}
                {note && <span className={page.quiet}>{` · ${note}`}</span>}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Promised = ({ lines }: { readonly lines: readonly PromisedLine[] }) => {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <Section heading="What you promised">
      <ul className={styles.list}>
        {lines.map(({ key, title, due, late, status, of }) => (
          <li className={styles.line} key={key}>
            <span className={mergeClasses(styles.mark, late ? styles.late : styles.quietMark)}>
              {late ? <ClockAlarmRegular /> : <ClockRegular />}
            </span>
            <div>
              <span className={styles.plain}>{title}</span>
              <div>
                <WorkStatusShown status={status} />
                {due && <span>{` · ${due}${late ? ', overdue' : ''}`}</span>}
                {of && <span className={page.quiet}>{` · for ${of}`}</span>}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
