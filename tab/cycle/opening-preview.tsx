// Exactly who gets a first card when a cycle opens, with what, and what is asked of nobody. It opens only as
// it was shown; where things have changed meanwhile it stays shut, and what they are now is shown instead.
import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { OpenAnswer, OpeningShown } from '../../src/web/api-cycle.ts';
import { type Asker, paths } from '../ask.ts';
import { OverScreen } from '../pieces/over-screen.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { AsShown, useAsShown } from './as-shown.tsx';
import { Shown } from './nudge-preview.tsx';

const useStyles = makeStyles({
  button: { [narrow]: { minHeight: '44px' } },
});

export const openedWords = 'Opened. The cards go out at the time this cycle sets.';

type Props = {
  readonly asker: Asker;
  readonly cycle: string;
  readonly name: string;
  readonly leave: () => void;
  readonly done: (words: string) => void;
};

const useOpening = ({ asker, cycle, done }: Props) => {
  const ask = useCallback(
    () => asker.get<OpeningShown>(paths.ofCycle(cycle, 'opening')),
    [asker, cycle],
  );
  const doIt = async ({ known }: OpeningShown) => {
    const answer = await asker.post<OpenAnswer>(paths.ofCycle(cycle, 'open'), { known });
    return answer.outcome === 'opened' ? { done: openedWords } : answer;
  };
  return useAsShown(ask, { doIt, done });
};

export const OpeningPreview = (props: Props) => {
  const styles = useStyles();
  const { preview, trouble, changed, doing, go } = useOpening(props);
  const shared = preview && saidOnce(preview);
  return (
    <OverScreen
      actions={
        preview && (
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={doing}
            icon={doing ? <Spinner size="tiny" /> : null}
            onClick={() => void go()}
          >
            Open the cycle
          </Button>
        )
      }
      leave={props.leave}
      title={`Open ${props.name}?`}
    >
      <AsShown changed={changed} trouble={trouble}>
        {preview && shared && (
          <>
            <span>{[preview.words, ...shared.words].join(' ')}</span>
            <Shown exceptionsFirst heading="Their first card" preview={shared.preview} />
          </>
        )}
      </AsShown>
    </OverScreen>
  );
};

/** A time that all cards share, or a remark, is said once above and not again on each of 200. */
const saidOnce = (preview: OpeningShown) => {
  const { will } = preview;
  const one = (of: 'goesAt' | 'note'): string | null => {
    const [all, ...others] = new Set(will.map((each) => each[of] ?? ''));
    return will.length > 1 && others.length === 0 && all ? all : null;
  };
  const goesAt = one('goesAt');
  const note = one('note');
  return {
    words: [
      ...(goesAt ? [`They go ${goesAt}.`] : []),
      ...(note ? [`For all of them: ${note}.`] : []),
    ],
    preview: {
      ...preview,
      will: will.map(({ goesAt: at, note: said, ...each }) => ({
        ...each,
        goesAt: goesAt ? null : at,
        ...(said && !note && { note: said }),
      })),
    },
  };
};
