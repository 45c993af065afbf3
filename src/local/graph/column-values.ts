// Which values a column takes, how they are kept, and how two of them compare.
// Null and '' both mean empty: SharePoint keeps neither.
import type { Column } from './column-definition.ts';
import { invalid } from './graph-fault.ts';

/** A link as SharePoint shows it: an address and the words to show for it. */
export type Link = { Url: string; Description: string };
/** Several numbers are the rows a lookup of several points at. */
export type FieldValue = string | number | boolean | null | number[] | Link;
/** A value folded for comparison: text without case, yes/no as 1 and 0, dates as ISO text. */
export type Comparable = string | number | null;

const singleLine = 255;
const multipleLines = 63_999;

/** The value to keep for what was sent; refuses, naming the column, what SharePoint would refuse. */
export function keptValue(column: Column, sent: unknown): FieldValue {
  if (sent === null || sent === undefined || sent === '') return null;
  switch (column.kind) {
    case 'text':
      return keptText(column, sent);
    case 'choice':
      return keptChoice(column, sent);
    case 'number':
    case 'currency':
      return keptNumber(column, sent);
    case 'boolean':
      if (typeof sent !== 'boolean') throw wrongType(column, 'a yes/no value');
      return sent;
    case 'dateTime':
      return keptDate(column, sent);
    case 'hyperlinkOrPicture':
      return keptLink(column, sent);
    case 'lookup':
    case 'personOrGroup':
      throw invalid(`'${column.name}' is set by '${column.name}LookupId'.`);
  }
}

export function comparable(value: FieldValue | undefined): Comparable {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : null;
}

function keptText(column: Column, sent: unknown): string {
  if (typeof sent !== 'string') throw wrongType(column, 'text');
  const text = column.definition.text;
  const most = text?.maxLength ?? (text?.allowMultipleLines ? multipleLines : singleLine);
  if (sent.length > most) {
    throw invalid(
      `Invalid text value. The text field '${column.name}' holds at most ${most} characters. Please check the value and try again.`,
    );
  }
  if (!text?.allowMultipleLines && /[\r\n]/.test(sent)) {
    throw invalid(`Invalid text value. The text field '${column.name}' holds a single line.`);
  }
  return sent;
}

function keptChoice(column: Column, sent: unknown): string {
  const choice = column.definition.choice;
  if (typeof sent !== 'string') throw wrongType(column, 'text');
  if (!choice?.allowTextEntry && !choice?.choices.includes(sent)) {
    throw invalid(`'${sent}' is not one of the choices of '${column.name}'.`);
  }
  return sent;
}

function keptNumber(column: Column, sent: unknown): number {
  if (typeof sent !== 'number' || !Number.isFinite(sent)) throw wrongType(column, 'a number');
  const { minimum, maximum } = column.definition.number ?? column.definition.currency ?? {};
  if ((minimum !== undefined && sent < minimum) || (maximum !== undefined && sent > maximum)) {
    const range = `${minimum ?? 'any'} and ${maximum ?? 'any'}`;
    throw invalid(`The value of '${column.name}' must be between ${range}.`);
  }
  return sent;
}

function keptDate(column: Column, sent: unknown): string {
  const isIso = typeof sent === 'string' && /^\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?$/.test(sent);
  const at = isIso ? Date.parse(sent) : Number.NaN;
  if (Number.isNaN(at)) throw wrongType(column, 'an ISO 8601 date');
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function keptLink(column: Column, sent: unknown): Link {
  const { Url, Description } = sent as Partial<Link>;
  if (typeof Url !== 'string' || !URL.canParse(Url)) throw wrongType(column, 'a link with its Url');
  return { Url, Description: typeof Description === 'string' ? Description : Url };
}

function wrongType(column: Column, wanted: string) {
  return invalid(`The value of '${column.name}' is not ${wanted}.`);
}
