// What is the id of an account, and what stands in for one that is not known yet.

/** Entra's own form. */
export const isAccount = (id: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
