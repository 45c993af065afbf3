// Escalations: what waits for the person, on what evidence, what may be said of it, and all that was said.
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { EscalationGroup, EscalationsView } from '../../src/web/api-escalations.ts';
import type { Address } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { type Done, Said } from '../cycle/said.tsx';
import { Heard } from '../pieces/heard.tsx';
import { Section, Title, usePageStyles } from '../pieces/page.tsx';
import { Shortened } from '../pieces/shortened.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { counted } from '../words.ts';
import { OneEscalation } from './one-escalation.tsx';
import { type Saying, SaySomething } from './say-something.tsx';

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Escalations = ({ asker, address, go }: Props) => {
  const answer = useAnswer<EscalationsView>(asker, paths.escalations);
  const { saying, say, leave, said, done } = useSaying(answer.again);
  return (
    <Heard answer={answer} name="escalations">
      {({ title, groups, people }) => (
        <>
          <div>
            <Title focused={false}>{title}</Title>
            <Said done={done} />
          </div>
          <Instead groups={groups} opened={address.open} />
          {groups.map((group) => (
            <Group
              group={group}
              key={group.heading}
              open={(measure) => go({ screen: 'measure', open: measure })}
              opened={address.open}
              say={say}
            />
          ))}
          {saying && (
            <SaySomething asker={asker} done={said} leave={leave} people={people} saying={saying} />
          )}
        </>
      )}
    </Heard>
  );
};

/** What is being said, and what was: the focus goes back to the button where nothing is said after all. */
const useSaying = (again: () => void) => {
  const [saying, say] = useState<Saying | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const said = (words: string) => {
    say(null);
    setDone((before) => ({ words, did: true, nth: (before?.nth ?? 0) + 1 }));
    again();
  };
  const leave = () => {
    say(null);
    // The dialog is gone by then, and the button that opened it is still there.
    setTimeout(() => saying?.from?.focus());
  };
  return { saying, say, leave, said, done };
};

type InsteadProps = Pick<EscalationsView, 'groups'> & { readonly opened: string | null };

/** What is said where there is nothing, or not what a link came for. */
const Instead = ({ groups, opened }: InsteadProps) => (
  <>
    {groups.length === 0 && (
      <div>
        Nothing has been taken to you, and nobody has asked you about anything. When that happens it
        comes to your chat, and stands here.
      </div>
    )}
    {opened !== null && !isShown(groups, opened) && (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          The escalation you came for is not among those before you. It may have been taken to
          somebody else, or closed some time ago.
        </MessageBarBody>
      </MessageBar>
    )}
  </>
);

const isShown = (groups: EscalationsView['groups'], key: string): boolean =>
  groups.some(({ lines }) => lines.some((line) => line.key === key));

/** Read at once; more are a press away. */
const first = 20;

type GroupProps = {
  readonly group: EscalationGroup;
  /** The one an address or a card came for: its history stands open. */
  readonly opened: string | null;
  readonly say: (saying: Saying) => void;
  readonly open: (measure: string) => void;
};

const Group = ({ group: { heading, lines, more }, opened, say, open }: GroupProps) => {
  const page = usePageStyles();
  const at = lines.findIndex(({ key }) => key === opened);
  return (
    <Section heading={`${heading} (${(lines.length + more).toLocaleString('en-GB')})`}>
      <Shortened
        draw={(line) => (
          <OneEscalation
            key={line.key}
            line={line}
            open={open}
            say={say}
            startsOpen={line.key === opened}
          />
        )}
        first={Math.max(first, at + 1)}
        label={heading}
        lines={lines}
        what="escalations"
      />
      {more > 0 && (
        <div className={page.quiet}>
          {counted(more, 'older one is', 'older ones are')} in the Escalations register.
        </div>
      )}
    </Section>
  );
};
