// Chooses who is to answer for a line: its team at first, then whoever is found by what is typed. Where the
// directory could not be asked, a sentence says so, and where that can be put right.
import {
  Field,
  Input,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Colleague, ColleaguesView, LineToName } from '../../src/web/api-hand-over.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { AskFirst } from '../cycle/ask-first.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { consentWords, counted, troubleWords } from '../words.ts';

const useStyles = makeStyles({
  radio: { [narrow]: { minHeight: '44px' } },
  // A radio nobody has pressed is drawn faint: whoever it names is read first all the same.
  name: { color: tokens.colorNeutralForeground1 },
  note: { color: tokens.colorNeutralForeground2 },
  bar: { flexShrink: 0 },
});

type Props = {
  readonly asker: Asker;
  readonly line: LineToName;
  readonly leave: () => void;
  /** Null once done; otherwise why it was refused. */
  readonly send: (who: Colleague['who']) => Promise<string | null>;
};

/** Milliseconds without a key pressed after which what is typed is looked for. */
const pause = 400;

export const ChooseColleague = ({ asker, line, leave, send }: Props) => {
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const [chosenId, setChosenId] = useState('');
  const { heard, trouble, asking } = useFound(asker, paths.colleagues(line.key, words));
  const people = heard?.people ?? [];
  // Who is not on screen any more is not chosen either.
  const chosen = people.find((each) => idOf(each) === chosenId) ?? null;
  return (
    <AskFirst
      doIt="Name them"
      leave={leave}
      leaveIt="Leave it as it is"
      send={async () =>
        chosen === null ? 'Choose who answers for it from now on.' : send(chosen.who)
      }
      text={line.why}
      title={`Who answers for ${line.name} from now on?`}
    >
      <Field hint="At least two letters of their name" label="Look for somebody else">
        <Input onChange={(_event, { value }) => setTyped(value)} type="search" value={typed} />
      </Field>
      <span aria-live="polite" role="status">
        {asking ? 'Looking…' : (trouble ?? foundWords(people.length, words))}
      </span>
      {heard?.trouble && <InVain trouble={heard.trouble} />}
      <Choices choose={setChosenId} chosen={chosen === null ? '' : chosenId} people={people} />
    </AskFirst>
  );
};

const foundWords = (found: number, words: string): string => {
  if (words === '') return found === 0 ? 'Nobody is down for its team.' : 'Of its team:';
  return found === 0
    ? 'Nobody was found by that name.'
    : `${counted(found, 'person', 'people')} found:`;
};

const InVain = ({ trouble }: { readonly trouble: NonNullable<ColleaguesView['trouble']> }) => {
  const styles = useStyles();
  const { words, consentAt } = trouble;
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline">
      <MessageBarBody>
        {words}{' '}
        {consentAt !== null && (
          <Link href={consentAt} inline rel="noopener noreferrer" target="_blank">
            {consentWords.link}
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
};

type ChoicesProps = {
  readonly people: readonly Colleague[];
  /** Empty where nobody is. */
  readonly chosen: string;
  readonly choose: (id: string) => void;
};

const Choices = ({ people, chosen, choose }: ChoicesProps) => {
  const styles = useStyles();
  if (people.length === 0) return null;
  return (
    <RadioGroup
      aria-label="Who answers for it"
      onChange={(_event, { value }) => choose(value)}
      value={chosen}
    >
      {people.map((each) => (
        <Radio
          className={styles.radio}
          key={idOf(each)}
          label={
            <>
              <span className={styles.name}>{each.name}</span>
              {each.note && <span className={styles.note}>{` · ${each.note}`}</span>}
            </>
          }
          value={idOf(each)}
        />
      ))}
    </RadioGroup>
  );
};

const idOf = ({ who }: Colleague): string =>
  'person' in who ? `person ${who.person}` : `account ${who.account}`;

type Found = {
  readonly heard: ColleaguesView | null;
  readonly trouble: string | null;
  /** What is on screen answers an earlier question. */
  readonly asking: boolean;
};

/** Asked once: a directory is not asked again and again while somebody thinks. */
const useFound = (asker: Asker, path: string): Found => {
  const [found, setFound] = useState<Found & { readonly path: string }>();
  useEffect(() => {
    let isLatest = true;
    const tell = (heard: ColleaguesView | null, trouble: string | null): void => {
      if (isLatest) setFound({ path, heard, trouble, asking: false });
    };
    asker.get<ColleaguesView>(path).then(
      (heard) => tell(heard, null),
      (error: unknown) =>
        tell(null, error instanceof Unanswered ? error.message : troubleWords.unreadable),
    );
    return () => {
      isLatest = false;
    };
  }, [asker, path]);
  return { heard: null, trouble: null, ...found, asking: found?.path !== path };
};

const useSettled = (typed: string): string => {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(setSettled, pause, typed);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
};
