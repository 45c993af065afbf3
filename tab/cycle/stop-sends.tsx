// The question before queued messages are stopped.
import { useState } from 'react';
import type { CycleView, MessagesChanged } from '../../src/web/api-cycle.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { troubleWords } from '../words.ts';
import { AskFirst, Reason } from './ask-first.tsx';

type Props = {
  readonly view: CycleView;
  readonly asker: Asker;
  readonly leave: () => void;
  readonly done: (words: string, did: boolean) => void;
};

export const StopSends = ({ view, asker, leave, done }: Props) => {
  const [because, setBecause] = useState('');
  const stop = async (): Promise<string | null> => {
    try {
      const path = paths.ofCycle(view.key, 'cancel-sends');
      const { words, did } = await asker.post<MessagesChanged>(path, { because });
      leave();
      done(words, did);
      return null;
    } catch (error) {
      return error instanceof Unanswered ? error.message : troubleWords.unreadable;
    }
  };
  return (
    <AskFirst
      doIt="Stop them"
      leave={leave}
      leaveIt="Leave them to go"
      send={stop}
      text="Messages that have not gone are withdrawn and the reason is kept with each. Nobody gets that step again; the next one comes on its day. What has gone stays."
      title="Stop what is queued?"
    >
      <Reason longest={200} type={setBecause} typed={because} />
    </AskFirst>
  );
};
