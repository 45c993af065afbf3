// Targets that have come equally far: each a line, some or all of them chosen to be moved on together.
import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { TargetLine as Line } from '../../src/web/api-targets.ts';
import { Section } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { type Group, mayChoose } from './stages.ts';
import { TargetHeads, TargetLine } from './target-line.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  mark: { [narrow]: { alignSelf: 'center', marginTop: 0, marginBottom: 0 } },
  all: { marginLeft: '-8px', [narrow]: { minHeight: '44px', alignItems: 'center' } },
});

export type Choosing = {
  readonly keys: ReadonlySet<string>;
  readonly choose: (lines: readonly Line[], on: boolean) => void;
};

type Props = {
  readonly group: Group;
  readonly choosing: Choosing;
  readonly open: (line: Line, what: 'send back' | 'propose') => void;
};

export const TargetList = ({ group, choosing, open }: Props) => {
  const styles = useStyles();
  const { keys, choose } = choosing;
  const able = group.lines.filter(mayChoose);
  const chosen = able.filter(({ key }) => keys.has(key)).length;
  return (
    <Section heading={`${group.heading} (${group.lines.length})`}>
      {able.length > 1 && (
        <Checkbox
          checked={chosen === able.length || (chosen > 0 && 'mixed')}
          className={styles.all}
          indicator={{ className: styles.mark }}
          label={`All ${able.length}`}
          onChange={() => choose(able, chosen < able.length)}
        />
      )}
      <div>
        <TargetHeads />
        <ul className={styles.list}>
          {group.lines.map((line) => (
            <TargetLine
              choose={(on) => choose([line], on)}
              chosen={keys.has(line.key)}
              key={line.key}
              line={line}
              open={(what) => open(line, what)}
            />
          ))}
        </ul>
      </div>
    </Section>
  );
};
