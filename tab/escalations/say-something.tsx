// What is said of an escalation: asked about once, with its fields; a refusal stands beside what was typed.
import { Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type {
  EscalationAct,
  EscalationDone,
  EscalationLine,
  EscalationsView,
} from '../../src/web/api-escalations.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { AskFirst } from '../cycle/ask-first.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { troubleWords } from '../words.ts';

const useStyles = makeStyles({
  touch: { [narrow]: { minHeight: '44px' }, '& select': { [narrow]: { minHeight: '44px' } } },
});

export type Saying = {
  readonly act: EscalationAct;
  readonly line: EscalationLine;
  /** The button that was pressed: the focus goes back to it where nothing is said. */
  readonly from: HTMLElement | null;
};

type Props = {
  readonly asker: Asker;
  readonly saying: Saying;
  readonly people: EscalationsView['people'];
  readonly leave: () => void;
  readonly done: (words: string) => void;
};

type Typed = { readonly words: string; readonly day: string; readonly owner: string };

export const SaySomething = ({ asker, saying, people, leave, done }: Props) => {
  const styles = useStyles();
  const [typed, setTyped] = useState<Typed>({ words: '', day: '', owner: '' });
  const { act, line } = saying;
  const { title, text, button, field, longest, day, names } = forms[act];
  const send = async (): Promise<string | null> => {
    try {
      const path = paths.ofEscalation(line.key, act);
      const answer = await asker.post<EscalationDone>(path, bodyOf(saying, typed));
      done(`${shortName(line)}: ${lowered(answer.words)}`);
      return null;
    } catch (error) {
      return error instanceof Unanswered ? error.message : troubleWords.unreadable;
    }
  };
  return (
    <AskFirst
      doIt={button}
      leave={leave}
      leaveIt="Leave it as it is"
      send={send}
      text={text(line)}
      title={title}
    >
      {field && (
        <Field label={field} required>
          <Textarea
            maxLength={longest + 200}
            onChange={(_event, { value }) => setTyped({ ...typed, words: value })}
            resize="vertical"
            value={typed.words}
          />
        </Field>
      )}
      {names && (
        <WhoDoesIt
          choose={(owner) => setTyped({ ...typed, owner })}
          chosen={typed.owner}
          people={people}
        />
      )}
      {day && (
        <Field label={day} required>
          <Input
            className={styles.touch}
            onChange={(_event, { value }) => setTyped({ ...typed, day: value })}
            type="date"
            value={typed.day}
          />
        </Field>
      )}
    </AskFirst>
  );
};

type WhoProps = Pick<Props, 'people'> & {
  readonly chosen: string;
  readonly choose: (person: string) => void;
};

const WhoDoesIt = ({ people, chosen, choose }: WhoProps) => {
  const styles = useStyles();
  return (
    <Field label="Who does it">
      <Select
        className={styles.touch}
        onChange={(_event, { value }) => choose(value)}
        value={chosen}
      >
        <option value="">I do</option>
        {people.map(({ key, words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
};

const longestName = 80;
const shortName = ({ name }: EscalationLine): string =>
  name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;

const lowered = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);

const bodyOf = ({ act, line }: Saying, { words, day, owner }: Typed): object => {
  switch (act) {
    case 'acknowledge':
      return {};
    case 'ask':
      return { question: words, asked: line.asked };
    case 'reply':
      return { question: line.question?.key ?? '', answer: words };
    case 'require plan':
      return { dueOn: day, because: words, required: line.required };
    case 'give plan':
      return { what: words, owner, dueOn: day, required: line.required };
    case 'accept':
      return { because: words };
    case 'offer support':
      return { support: words, on: day };
  }
};

type Form = {
  readonly title: string;
  readonly text: (line: EscalationLine) => string;
  readonly button: string;
  /** Null: nothing is typed. */
  readonly field: string | null;
  readonly longest: number;
  readonly day: string | null;
  readonly names: boolean;
};

const none = { field: null, longest: 0, day: null, names: false } as const;

const forms: { readonly [A in EscalationAct]: Form } = {
  acknowledge: {
    ...none,
    title: 'Acknowledge this?',
    text: (line) => `${shortName(line)}. It is kept that you have seen it, and when.`,
    button: 'Acknowledge',
  },
  ask: {
    ...none,
    title: 'Ask about this',
    text: (line) =>
      `${shortName(line)}. It goes to whoever answers for it, and the answer comes back to you.`,
    button: 'Send the question',
    field: 'What do you want to know?',
    longest: 500,
  },
  reply: {
    ...none,
    title: 'Answer the question',
    text: ({ question }) => question?.words ?? '',
    button: 'Send the answer',
    field: 'Answer',
    longest: 1_000,
  },
  'require plan': {
    ...none,
    title: 'Require a recovery plan',
    text: (line) =>
      `${shortName(line)}. Its owner is asked for a plan, and it is followed until it is done.`,
    button: 'Require the plan',
    field: 'What it is to put right',
    longest: 500,
    day: 'The plan is to be there by',
  },
  'give plan': {
    title: 'Give the recovery plan',
    text: (line) =>
      `${shortName(line)}. It becomes an action that is reported on each quarter until it is done.`,
    button: 'Give the plan',
    field: 'What will be done',
    longest: 255,
    day: 'Done by',
    names: true,
  },
  accept: {
    ...none,
    title: 'Accept that nothing further is done?',
    text: (line) => `${shortName(line)}. ${line.howBad}`,
    button: 'Accept',
    field: 'Why this is accepted',
    longest: 500,
  },
  'offer support': {
    ...none,
    title: 'Offer support',
    text: (line) => `${shortName(line)}. Your post stands beside what is offered.`,
    button: 'Offer it',
    field: 'What is offered',
    longest: 500,
    day: 'From',
  },
};
