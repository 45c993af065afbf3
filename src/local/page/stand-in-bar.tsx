// The top of the page: says plainly that this is not Teams, and holds the theme switch.
import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons';
import { type ThemeName, themes } from './address.ts';
import { themeWords } from './themes.ts';
import { ThreadMark } from './thread-mark.tsx';

type StandInBarProps = { theme: ThemeName; onTheme: (theme: ThemeName) => void };

export function StandInBar({ theme, onTheme }: StandInBarProps) {
  return (
    <header className="stand-in" aria-label="About this page">
      <span className="stand-in-mark">
        <ThreadMark gold />
      </span>
      <h1>
        Local Teams
        <span className="stand-in-words">
          <strong>A stand-in for Microsoft Teams.</strong>{' '}
          <span className="wide-only">
            It runs on this machine only: made-up people, real cards, nothing leaves it.{' '}
            <a href="/admin" style={{ color: 'inherit' }}>
              Its administrator's pages
            </a>
          </span>
        </span>
      </h1>
      <Menu
        checkedValues={{ theme: [theme] }}
        onCheckedValueChange={(_event, { checkedItems }) => onTheme(checkedItems[0] as ThemeName)}
        positioning="below-end"
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="transparent"
            className="theme-button"
            icon={<DarkThemeRegular />}
            aria-label={`Theme: ${themeWords[theme]}`}
          >
            <span className="wide-only">{themeWords[theme]}</span>
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {themes.map((name) => (
              <MenuItemRadio key={name} name="theme" value={name}>
                {themeWords[name]}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
