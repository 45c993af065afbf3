// How the administrator's pages are written: text is escaped wherever it stands, forms are plain HTML and
// need no script. What stands on a page is decided by the page.

/** Text that is HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly Html[];

/** A template whose values are escaped, unless they are Html; null is nothing. */
export const html = (written: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(written.reduce((all, text, at) => `${all}${asText(parts[at - 1] ?? null)}${text}`));

const asText = (part: Part): string => {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(String(part));
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

type Field = { readonly name: string; readonly words: string; readonly hint?: string };

export const textField = ({ name, words, hint }: Field): Html =>
  html`<p><label for="${name}">${words}</label> <input id="${name}" name="${name}" required size="60" autocomplete="off">${hint ? html` <small>${hint}</small>` : null}</p>`;

export const fileField = ({ name, words }: Field): Html =>
  html`<p><label for="${name}">${words}</label> <input id="${name}" name="${name}" type="file" required></p>`;

export const choiceField = (
  { name, words }: Field,
  choices: readonly { readonly value: string; readonly words: string }[],
): Html =>
  html`<p><label for="${name}">${words}</label> <select id="${name}" name="${name}">${choices.map(
    (each) => html`<option value="${each.value}">${each.words}</option>`,
  )}</select></p>`;

/** One of several of a name: its words are its value. */
export const tickField = ({ name, words, hint }: Field, ticked: boolean): Html =>
  html`<p><input type="checkbox" id="tick-${words}" name="${name}" value="${words}"${ticked ? html` checked` : null}> <label for="tick-${words}">${words}</label>${hint ? html` <small>${hint}</small>` : null}</p>`;

/** A form that posts to the page it stands on, or to `to`. */
export const form = (
  button: string,
  fields: Html,
  { to = '', takesFile = false }: { readonly to?: string; readonly takesFile?: boolean } = {},
): Html =>
  html`<form method="post"${to === '' ? null : html` action="${to}"`}${takesFile ? html` enctype="multipart/form-data"` : null}>${fields}<p><button>${button}</button></p></form>`;

/** Names and what they are, one under another; each value can be copied whole. */
export const facts = (rows: readonly (readonly [words: string, value: string])[]): Html =>
  html`<dl>${rows.map(([words, value]) => html`<dt>${words}</dt><dd><code>${value}</code></dd>`)}</dl>`;

export const table = (
  headings: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html =>
  html`<table><thead><tr>${headings.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${rows.map(
    (cells) => html`<tr>${cells.map((each) => html`<td>${each}</td>`)}</tr>`,
  )}</tbody></table>`;
