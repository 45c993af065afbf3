// The foot of a chat: where to type, or why this person cannot be written to and the way out of it.
import { Button } from '@fluentui/react-components';
import { Composer } from './composer.tsx';
import { type AppChange, localTeams, type Person } from './local-teams.ts';

type ChatFootProps = {
  person: Person;
  change: (to: AppChange) => void;
  refresh: (personId: string) => Promise<void>;
};

export function ChatFoot({ person, change, refresh }: ChatFootProps) {
  if (!person.installed)
    return (
      <div className="not-installed">
        <p>Golden Thread is not installed for this person</p>
        <Button appearance="primary" onClick={() => change('install')}>
          Install
        </Button>
      </div>
    );
  if (person.blocked === true)
    return (
      <div className="not-installed">
        <p>This person has blocked Golden Thread</p>
        <Button onClick={() => change('unblock')}>Unblock</Button>
      </div>
    );
  const say = async (text: string) => {
    const { status } = await localTeams.say(person.id, text);
    await refresh(person.id).catch(() => undefined);
    return status === 0 || status >= 400 ? 'Sent, but Golden Thread did not answer.' : null;
  };
  return <Composer key={person.id} personId={person.id} onSay={say} />;
}
