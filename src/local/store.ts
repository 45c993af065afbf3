// One SQLite file under the data folder: opens it, keeps its prepared statements, runs transactions.
// What is stored and why is decided by the files that call it.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { schema, tables } from './schema.ts';

const outermost = ['BEGIN IMMEDIATE', 'COMMIT', ['ROLLBACK']] as const;
const within = ['SAVEPOINT part', 'RELEASE part', ['ROLLBACK TO part', 'RELEASE part']] as const;

export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: 5000 });
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    this.#database.exec(schema);
  }

  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  /** All of the work or none of it; inside another transaction only this part is undone by a fault. */
  inTransaction<Result>(work: () => Result): Result {
    const [begin, keep, undo] = this.#depth === 0 ? outermost : within;
    this.run(begin);
    this.#depth += 1;
    try {
      const result = work();
      this.run(keep);
      return result;
    } catch (fault) {
      for (const step of undo) this.run(step);
      throw fault;
    } finally {
      this.#depth -= 1;
    }
  }

  wipe(): void {
    this.inTransaction(() => {
      for (const table of tables) this.#database.exec(`DELETE FROM ${table}`);
    });
  }

  close(): void {
    this.#database.close();
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const fresh = this.#database.prepare(sql);
    this.#statements.set(sql, fresh);
    return fresh;
  }
}
