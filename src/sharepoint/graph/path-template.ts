// The path of a call as it may be logged: which kind of thing was asked for, never whose.

const words = new Set(
  `$batch automaticRepliesSetting columns delta drive fields grants groups installedApps items lists
   mailboxSettings permissions root sites subscriptions teamwork transitiveMembers users versions web`.split(
    /\s+/,
  ),
);
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Without its query, and with {} for what it names; a list's own id stays. In SharePoint's interface
 * what stands in brackets goes.
 */
export const pathTemplate = (path: string): string =>
  withoutBrackets(path.split('?')[0] ?? '')
    .split('/')
    .map((part, at, parts) => {
      if (part === '' || words.has(part) || part.endsWith('()')) return part;
      return parts[at - 1] === 'lists' && guid.test(part) ? part : '{}';
    })
    .join('/');

/** A name in brackets is quoted, and may hold brackets and quotes of its own. */
const withoutBrackets = (path: string): string =>
  path.replace(/\((?:'(?:[^']|'')*'|[^()']*)\)/g, '()');
