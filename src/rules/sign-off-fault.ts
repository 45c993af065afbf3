// What can stand against an approval, a signature, a check or a change after the close: as values, and in
// the words every audience reads.
export type SignOffFault =
  /** Nobody approves what they answered themselves. */
  | { readonly kind: 'own answer' }
  | { readonly kind: 'not an approver' }
  /** Answered again, or not waiting any more: it is to be looked at as it is now. */
  | { readonly kind: 'answered anew' }
  | {
      readonly kind: 'decided meanwhile';
      readonly by: string | null;
      readonly what: 'approved' | 'sent back' | 'not in time';
    }
  /** Others were shown than those that wait now, or they stood otherwise. */
  | { readonly kind: 'others than shown' }
  | { readonly kind: 'not a signatory' }
  | { readonly kind: 'own forecast' }
  | { readonly kind: 'nothing to sign' }
  | { readonly kind: 'waits for approval'; readonly count: number }
  | { readonly kind: 'own check' }
  | { readonly kind: 'recorded meanwhile'; readonly by: string | null }
  | { readonly kind: 'cycle goes on' }
  | { readonly kind: 'blank'; readonly what: SaidOf }
  | { readonly kind: 'too long'; readonly what: SaidOf; readonly by: number };

/** What was to be said in words. */
export type SaidOf = 'sent back' | 'remarks' | 'evidence' | 'changed';

export const longestSaid = 500;

/** Null where what was typed may stand. */
export const faultInWords = (
  what: SaidOf,
  typed: string,
  { mayBeBlank = false }: { readonly mayBeBlank?: boolean } = {},
): SignOffFault | null => {
  const said = typed.trim();
  if (said === '' && !mayBeBlank) return { kind: 'blank', what };
  return said.length > longestSaid
    ? { kind: 'too long', what, by: said.length - longestSaid }
    : null;
};

const called: { readonly [W in SaidOf]: string } = {
  'sent back': 'The reason',
  remarks: 'The remarks',
  evidence: 'What is said of the evidence',
  changed: 'The reason',
};

const wanted: { readonly [W in SaidOf]: string } = {
  'sent back':
    'Say in a few words what is to be put right, so that its owner knows. Nothing is sent back yet.',
  remarks:
    'Say in a few words why it is signed while something waits for approval. Nothing is signed yet.',
  evidence: 'Say what evidence was seen, or choose that none was kept. Nothing is recorded yet.',
  changed: 'Say in a few words why it is changed after the close. Nothing is changed yet.',
};

/** A sentence or two: what happened, and what to do. `name`: a person's post by their key. */
export const signOffFaultWords = (fault: SignOffFault, name: (key: string) => string): string => {
  const who = (by: string | null) => (by === null ? 'Somebody' : name(by));
  switch (fault.kind) {
    case 'own answer':
      return 'You gave this answer yourself, so somebody else approves it. Nothing was changed.';
    case 'not an approver':
      return 'This is not yours to approve: its team’s manager or director does. Nothing was changed.';
    case 'answered anew':
      return 'It has been answered again, or does not wait any more. Nothing was changed: look at it as it is now.';
    case 'decided meanwhile':
      return fault.what === 'not in time'
        ? 'The collection closed before it was approved, so it stays as not approved in time.'
        : `${who(fault.by)} has ${fault.what} this already. Nothing was changed.`;
    case 'others than shown':
      return 'What waits has changed since this was shown. Nothing was approved: look again, then approve.';
    case 'not a signatory':
      return 'This is not yours to sign. Nothing was signed.';
    case 'own forecast':
      return 'You gave a forecast that this signs for, so somebody else signs. Nothing was signed.';
    case 'nothing to sign':
      return 'Nothing was asked here, so there is nothing to sign.';
    case 'waits for approval':
      return `${fault.count === 1 ? '1 return still waits' : `${fault.count} returns still wait`} for approval. Wait for it, or sign with remarks that say why. Nothing is signed yet.`;
    case 'own check':
      return 'You gave this answer yourself, so somebody else checks it. Nothing was recorded.';
    case 'recorded meanwhile':
      return `${who(fault.by)} has recorded something else here meanwhile. Look at it before changing it.`;
    case 'cycle goes on':
      return 'The collection has not closed, so its owner can still correct it. Nothing was changed.';
    case 'blank':
      return wanted[fault.what];
    case 'too long':
      return `${called[fault.what]} may be ${longestSaid} characters. Shorten it by ${fault.by}: what you typed is kept.`;
    default:
      return never(fault);
  }
};

const never = (fault: never): never => {
  throw new Error(`No words for ${JSON.stringify(fault)}.`);
};
