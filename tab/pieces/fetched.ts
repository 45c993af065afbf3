// A screen fetched when it is first opened; that it could not be had is told apart from any other fault.
import { type ComponentType, lazy } from 'react';

/** The app was away, or a newer one no longer has a file by that name. */
export class NotFetched extends Error {}

export const fetched = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const component = await load().catch((cause: unknown) => {
      throw new NotFetched('a screen could not be fetched', { cause });
    });
    return { default: component };
  });
