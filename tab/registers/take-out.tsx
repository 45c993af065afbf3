// Takes a register out as a file: asked for with the person's token, then handed to the browser.
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Address } from '../address.ts';
import { type Asker, type FileAsked, paths, Unanswered } from '../ask.ts';
import { handOver } from '../pieces/hand-over.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { counted, troubleWords } from '../words.ts';

const useStyles = makeStyles({ button: { [narrow]: { minHeight: '44px' } } });

type Props = {
  readonly asker: Asker;
  readonly address: Address;
  /** Rows that leave only where they are asked for. */
  readonly exempt: number;
};

export const TakeOut = ({ asker, address, exempt }: Props) => {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const take = async (asked: FileAsked) => {
    setBusy(true);
    setSaid('');
    try {
      const { name, file } = await asker.fetchFile(paths.registerFile(address, asked));
      handOver(name, file);
      setSaid(`${name} is in your downloads.${leftOut(asked, exempt)}`);
    } catch (error) {
      setSaid(error instanceof Unanswered ? error.message : troubleWords.unreadable);
    }
    setBusy(false);
  };
  const offer = (words: string, asked: FileAsked) => (
    <MenuItem className={styles.button} onClick={() => void take(asked)}>
      {words}
    </MenuItem>
  );
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.button} disabledFocusable={busy}>
            {busy ? 'Making the file' : 'Export'}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {offer('As an Excel workbook', { as: 'xlsx', exempt: false })}
            {offer('As CSV', { as: 'csv', exempt: false })}
            {exempt > 0 &&
              offer('As an Excel workbook, exempt rows too', { as: 'xlsx', exempt: true })}
          </MenuList>
        </MenuPopover>
      </Menu>
      <span role="status">{said}</span>
    </>
  );
};

const leftOut = (asked: FileAsked, exempt: number): string =>
  exempt > 0 && !asked.exempt
    ? ` ${counted(exempt, 'exempt row was', 'exempt rows were')} left out.`
    : '';
