// A paper as a file: a Word file, a spreadsheet or a page; with its confidential appendix only where that is
// asked for, and a copy for publication only once it is issued.
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
import type { PaperView } from '../../src/web/api-papers.ts';
import { type Asker, type PaperFileAsked, paths } from '../ask.ts';
import { handOver } from '../pieces/hand-over.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { faultWords } from './use-papers.ts';

const useStyles = makeStyles({ button: { [narrow]: { minHeight: '44px' } } });

type Props = { readonly asker: Asker; readonly view: PaperView };

export const Files = ({ asker, view }: Props) => {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { key: paper, mayPublish } = view.paper;
  const take = async (asked: Omit<PaperFileAsked, 'paper'>) => {
    setBusy(true);
    setSaid('');
    try {
      const { name, file } = await asker.fetchFile(paths.paperFile({ paper, ...asked }));
      handOver(name, file);
      setSaid(`${name} is in your downloads.`);
    } catch (error) {
      setSaid(faultWords(error));
    }
    setBusy(false);
  };
  const offer = (words: string, asked: Omit<PaperFileAsked, 'paper'>) => (
    <MenuItem className={styles.button} onClick={() => void take(asked)}>
      {words}
    </MenuItem>
  );
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.button} disabledFocusable={busy}>
            {busy ? 'Making the file' : 'Take out'}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {offer('As a Word file', { as: 'docx' })}
            {offer('As a spreadsheet', { as: 'xlsx' })}
            {offer('As a web page', { as: 'html' })}
            {view.appendix &&
              offer('As a Word file, with the confidential appendix', { as: 'docx', exempt: true })}
            {mayPublish &&
              offer('For publication, as a web page', { as: 'html', copy: 'publication' })}
            {mayPublish &&
              offer('For publication, as a Word file', { as: 'docx', copy: 'publication' })}
          </MenuList>
        </MenuPopover>
      </Menu>
      <span role="status">{said}</span>
    </>
  );
};
