// What the use cases need of whoever turns a paper into a file.
import type { Paper } from '../rules/papers/paper.ts';

/** A page for a browser, a Word file, a spreadsheet. */
export const paperFormats = ['html', 'docx', 'xlsx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** Off the main thread: whoever answers cards meanwhile is not kept waiting. */
export interface PaperPrinter {
  /** The same paper says the same in each. Rejects only where the fault is ours. */
  print(paper: Paper, as: PaperFormat): Promise<Uint8Array>;
}
