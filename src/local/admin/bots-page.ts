// The bot, as the Azure portal registers one: which app it is, and where Teams sends what people say.
import type { Machine } from '../machine.ts';
import { facts, form, type Html, html, textField } from './html.ts';
import { registeredApp } from './registered-app.ts';
import { registerBot, registeredBot } from './registered-bot.ts';
import { type Answer, type Asked, done, refused } from './said.ts';

export function botsPage({ store, appUrl }: Machine): Html {
  const bot = registeredBot(store);
  return html`
${
  bot === null
    ? html`<p>No bot is registered.</p>`
    : facts([
        ['Microsoft App ID', bot.app],
        ['Messaging endpoint', bot.endpoint],
        ['Channel', 'Microsoft Teams'],
      ])
}
<h2>${bot === null ? 'New bot' : 'Change it'}</h2>
${form(
  'Create',
  html`${textField({ name: 'app', words: 'Microsoft App ID' })}${textField({ name: 'endpoint', words: 'Messaging endpoint' })}`,
)}
<p><small>Nothing leaves this machine: what is sent to the endpoint goes to the same path at ${appUrl}.</small></p>`;
}

/** Refuses an app that is not registered and an endpoint that is not https, as the portal does. */
export function changeBot({ store }: Machine, asked: Asked): Answer {
  const [app, endpoint] = [asked('app'), asked('endpoint')];
  if (registeredApp(store)?.id !== app.toLowerCase())
    return refused(`No app with the id ${app} is registered: see App registrations.`);
  if (!endpoint.startsWith('https://') || !URL.canParse(endpoint))
    return refused('The messaging endpoint must be an https address.');
  registerBot(store, { app, endpoint });
  return done('The bot is registered, and Teams is its channel.');
}
