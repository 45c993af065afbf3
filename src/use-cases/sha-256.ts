// The hash that a frozen dataset is known by. Worked out off the event loop.

/** SHA-256 of a text's UTF-8, in hexadecimal. */
export const sha256 = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
