// Draws one Adaptive Card as Teams would, and says what its buttons and links ask for.
import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  GlobalRegistry,
  GlobalSettings,
  OpenUrlAction,
  Table,
  Versions,
} from 'adaptivecards';
import { hostConfig } from './card-host-config.ts';
import type { Card, Press } from './local-teams.ts';
import { renderMarkdown } from './markdown.ts';
import { Toggle } from './toggle.ts';

// The package calls itself free of side effects, so a bundler drops the table's own registration.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);
GlobalRegistry.defaultActions.register(Toggle.JsonTypeName, Toggle, Versions.v1_2);
GlobalSettings.setTabIndexAtCardRoot = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderMarkdown(text);
  result.didProcess = true;
};

export type Asked =
  | { kind: 'press'; press: Press; label: string }
  | { kind: 'open'; url: string }
  | { kind: 'cannot'; what: string };

function askedBy(action: Action): Asked {
  if (action instanceof ExecuteAction) {
    const press: Press = { type: 'Action.Execute', verb: action.verb, data: action.data ?? {} };
    if (action.id) press.id = action.id;
    return { kind: 'press', press, label: action.title ?? action.verb };
  }
  if (action instanceof OpenUrlAction) return { kind: 'open', url: action.url ?? '' };
  return { kind: 'cannot', what: action.getJsonTypeName() };
}

/** The card as an element. A card that cannot be drawn throws, with the reason in words. */
export function drawCard(card: Card, ask: (asked: Asked) => void): HTMLElement {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = hostConfig;
  drawn.onExecuteAction = (action) => {
    // Showing a card or hiding an element is done by the card itself.
    if (!['Action.ShowCard', 'Action.ToggleVisibility'].includes(action.getJsonTypeName()))
      ask(askedBy(action));
  };
  drawn.onAnchorClicked = (_element, anchor, event) => {
    event?.preventDefault();
    ask({ kind: 'open', url: anchor.href });
    return true;
  };
  drawn.parse(card);
  const element = drawn.render();
  if (!element) throw new Error('it has nothing in it that can be shown');
  return element;
}
