// Tells open pages, by server-sent events, whose chat has changed; what changed they read again.
import type { Response } from 'express';

export type LocalEvent = { kind: 'chat'; personId: string } | { kind: 'reset' };

export class Events {
  readonly #listeners = new Set<Response>();

  listen(response: Response): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
    });
    response.write(': listening\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  tell(event: LocalEvent): void {
    for (const listener of this.#listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
  }
}
