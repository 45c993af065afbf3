// Somebody who follows the first day's document with their hands: types its commands, fills in its files,
// presses what it says on its pages. Only ports and folders are other than it says.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { administratorHere, anyoneHere, tenantId } from '../../src/local/ids.ts';
import { freePort } from '../free-port.ts';
import type { Act, Step } from './document.ts';

const project = path.join(import.meta.dirname, '..', '..');

/** What a command said, and how it ended; null while it is left running. */
type Ran = { readonly line: string; readonly said: string; readonly code: number | null };

export class Newcomer {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'first-day-'));
  readonly #ran: Ran[] = [];
  readonly #ports = new Map<string, number>();
  readonly #running: ChildProcess[] = [];
  /** What stands between braces in the document: what was put somewhere, or a request answered. */
  readonly #known = new Map<string, string>();
  #page: Page | null = null;
  #settings = '';
  #sheets = new Map<string, readonly Readonly<Record<string, string>>[]>();

  async begin(page: Page): Promise<void> {
    this.#page = page;
    for (const port of ['3978', '3979']) this.#ports.set(port, await freePort());
  }

  /** Only the processes it started. */
  async end(): Promise<void> {
    await Promise.all(this.#running.map(stopped));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async follow(step: Step): Promise<void> {
    switch (step.kind) {
      case 'command':
        return this.#type(step.line);
      case 'file':
        this.#settings = step.name;
        return this.#keep(step.name, this.#here(step.text));
      case 'request':
        return this.#send(step.text);
      case 'sheet':
        this.#sheets.set(step.list, step.rows);
        return;
      case 'page':
        return this.#do(step.act);
    }
  }

  /** What a command of the document said that begins so. */
  saidOf(command: string): string {
    return (
      this.#ran.find(({ line }) => line.startsWith(`npx golden-thread ${command}`))?.said ?? ''
    );
  }

  known(name: string): string {
    return this.#known.get(name) ?? '';
  }

  /** Asks local Microsoft 365 what it saw. */
  async ask<T>(place: string): Promise<T> {
    return (await (await fetch(`${this.localUrl}${place}`)).json()) as T;
  }

  get localUrl(): string {
    return `http://localhost:${this.#ports.get('3979')}`;
  }

  async #type(line: string): Promise<void> {
    const [first, second, ...rest] = wordsOf(line);
    if (first === 'npm') return isScriptOfOurs(second, rest);
    if (first !== 'npx' || second !== 'golden-thread')
      throw new Error(`The document has a command nobody runs here: ${line}`);
    await this.#fillIn(rest);
    const ran = await this.#run(rest);
    this.#ran.push({ line, ...ran });
    const isWell = ran.code === 0 || (ran.code === null && staysRunning.includes(rest[0] ?? ''));
    if (!isWell) throw new Error(`${line}\n${ran.said}`);
  }

  #run(args: readonly string[]): Promise<Omit<Ran, 'line'>> {
    const [port = 0, localPort = 0] = [this.#ports.get('3978'), this.#ports.get('3979')];
    const cli = path.join(project, 'src', 'cli.ts');
    const isTenant = args[0] === 'tenant';
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: this.#folder,
      env: {
        ...process.env,
        ...(isTenant && { PORT: String(port), LOCAL_PORT: String(localPort) }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    return new Promise((resolve) => {
      const hear = (words: Buffer): void => {
        said += String(words);
        if (!staysRunning.includes(args[0] ?? '') || !/ is running /.test(said)) return;
        this.#running.push(child);
        resolve({ said, code: null });
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => resolve({ said, code: code ?? 1 }));
    });
  }

  /** The rows the document has, into the sheets that were exported for them, before they are taken in. */
  async #fillIn([command, file = '']: readonly string[]): Promise<void> {
    if (command !== 'import') return;
    const { read, writeXlsx } = openSpreadsheets();
    const place = path.join(this.#folder, file);
    const found = await read({ name: file, bytes: readFileSync(place) });
    if ('refused' in found) throw new Error(found.words);
    const sheets = found.sheets.map(({ name, rows: [headings = []] }) => {
      const words = headings.map(String);
      const rows = this.#sheets.get(name) ?? [];
      const stranger = rows.flatMap(Object.keys).find((each) => !words.includes(each));
      if (stranger !== undefined) throw new Error(`${name} has no column ${stranger}.`);
      const filled = rows.map((row) => words.map((each) => this.#here(row[each] ?? '') || null));
      this.#sheets.delete(name);
      return { name, headings: words, rows: filled };
    });
    const lost = [...this.#sheets.keys()];
    if (lost.length > 0) throw new Error(`There is no sheet for ${lost.join(', ')}.`);
    writeFileSync(place, await writeXlsx(sheets));
  }

  async #do(act: Act): Promise<void> {
    const page = this.#page as Page;
    switch (act.does) {
      case 'open':
        await page.goto(this.#here(act.address));
        return;
      case 'write':
        return page.getByLabel(act.label, { exact: true }).fill(this.#here(act.value));
      case 'choose':
        return this.#choose(page.getByLabel(act.label, { exact: true }), act.value);
      case 'tick':
        return page.getByLabel(act.label, { exact: true }).check();
      case 'press':
        return this.#press(await oneOf(page, act.label));
      case 'copy':
        return this.#copy(act.to, await shownBeside(page, act.label));
      case 'see':
        return page.getByText(act.words, { exact: true }).first().waitFor();
    }
  }

  /** What opens a page of its own is gone on with there. */
  async #press(control: Locator): Promise<void> {
    const opensAnother = (await control.getAttribute('target')) === '_blank';
    const another = opensAnother ? control.page().waitForEvent('popup') : null;
    await control.click();
    if (another !== null) this.#page = await another;
  }

  async #choose(field: Locator, value: string): Promise<void> {
    const isFile = (await field.getAttribute('type')) === 'file';
    if (isFile) await field.setInputFiles(path.join(this.#folder, value));
    else await field.selectOption(value);
  }

  #copy(to: string, value: string): void {
    this.#known.set(to, value);
    const place = path.join(this.#folder, this.#settings);
    const text = readFileSync(place, 'utf8');
    this.#keep(this.#settings, text.replace(new RegExp(`^${to}=.*$`, 'm'), `${to}=${value}`));
  }

  /** A request as the document writes one: its answer's id is known from then on. */
  async #send(text: string): Promise<void> {
    const [, method = '', address = '', body] =
      /^(\w+) (\S+)(?:\n\n(.*))?$/s.exec(this.#here(text)) ?? [];
    const told = (await this.graph(`${method} ${address}`, body)) as { id?: string };
    const name = address.includes('/permissions') ? 'permission-id' : 'site-id';
    this.#known.set(name, told.id ?? '');
  }

  /** Asks Graph, signed in as an administrator of every site, as Graph Explorer would. */
  async graph(asked: string, body?: string): Promise<unknown> {
    const [method = '', address = ''] = asked.split(' ');
    const url = address.replace('https://graph.microsoft.com', this.localUrl);
    const answer = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${await this.#token()}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body }),
    });
    const told: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${asked}: ${JSON.stringify(told)}`);
    return told;
  }

  async #token(): Promise<string> {
    const answer = await fetch(`${this.localUrl}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: administratorHere,
        client_secret: anyoneHere,
        scope: 'https://graph.microsoft.com/.default',
      }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  #keep(name: string, text: string): void {
    writeFileSync(path.join(this.#folder, name), text);
    for (const [, setting = '', value = ''] of text.matchAll(/^(\w+)=(.+)$/gm))
      this.#known.set(setting, value);
  }

  /** With what is known in the place of what stands between braces, and our ports. */
  #here(text: string): string {
    return text
      .replace(/\{([\w -]+)\}/g, (whole, name: string) => this.#known.get(name) ?? whole)
      .replace(/\b3978\b|\b3979\b/g, (port) => String(this.#ports.get(port)));
  }
}

const staysRunning = ['tenant', 'run'];

/** What a command line means to a shell that knows quotes and nothing else. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** The packages are installed and the pages built before a test begins; that the words are right is seen. */
const isScriptOfOurs = (verb: string | undefined, [script = '']: readonly string[]): void => {
  const { scripts } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  if (verb === 'ci' || (verb === 'run' && Object.hasOwn(scripts, script))) return;
  throw new Error(`npm ${verb} ${script} is nothing that package.json has.`);
};

/** A button of that name, or a seat, or a link. */
const oneOf = async (page: Page, label: string): Promise<Locator> => {
  const button = page.getByRole('button', { name: label, exact: true });
  // A seat's name goes on with what the bot last said there.
  const seat = page.getByRole('button', { name: new RegExp(`^${RegExp.escape(label)} ?,`) });
  const link = page.getByRole('link', { name: label, exact: true });
  await button.or(seat).or(link).first().waitFor();
  for (const each of [button, seat]) if ((await each.count()) > 0) return each.first();
  return link.first();
};

/** Of a list of facts, or of a table's row that begins with the name. */
const shownBeside = (page: Page, label: string): Promise<string> =>
  page
    .locator('dt', { has: page.getByText(label, { exact: true }) })
    .locator('xpath=following-sibling::dd[1]')
    .or(page.locator('tr', { has: page.getByRole('cell', { name: label, exact: true }) }))
    .locator('code')
    .first()
    .innerText();

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(insist);
};
