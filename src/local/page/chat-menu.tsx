// What a person can do to the app itself in Teams: install it, remove it, block it.
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { AppChange, Person } from './local-teams.ts';

type ChatMenuProps = { person: Person; onChange: (change: AppChange) => void };

export function ChatMenu({ person, onChange }: ChatMenuProps) {
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="App options" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {person.installed ? (
            <MenuItem onClick={() => onChange('uninstall')}>Uninstall for this person</MenuItem>
          ) : (
            <MenuItem onClick={() => onChange('install')}>Install for this person</MenuItem>
          )}
          {person.blocked !== true && (
            <MenuItem onClick={() => onChange('block')}>Block Golden Thread</MenuItem>
          )}
          {person.blocked !== false && (
            <MenuItem onClick={() => onChange('unblock')}>Unblock Golden Thread</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
