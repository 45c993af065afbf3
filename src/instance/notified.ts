// From Graph's word that a list changed to asking that list: the app's own part of change notifications.
// Off where no address is configured; the lists are then asked on the timer alone.
import type { Router } from 'express';
import type { Config } from '../config.ts';
import type { SharePoint } from '../sharepoint/open-sharepoint.ts';
import { notificationSecret } from '../sharepoint/replica/notification-secret.ts';
import { gatherChanges } from '../sharepoint/replica/told-of-changes.ts';
import type { Log } from '../use-cases/ports.ts';
import { createNotificationRoutes } from '../web/notification-routes.ts';

export type Notified = {
  /** To be mounted before the API; null where notifications are off. */
  readonly routes: Router | null;
  keep(stopped: () => boolean): Promise<void>;
  trouble(): string | null;
  stop(): void;
};

const off: Notified = {
  routes: null,
  keep: () => Promise.resolve(),
  trouble: () => null,
  stop: () => undefined,
};

export const openNotified = (
  {
    notificationUrl,
    dataFolder,
    storage,
  }: Pick<Config, 'notificationUrl' | 'dataFolder' | 'storage'>,
  sharepoint: SharePoint,
  log: Log,
): Notified => {
  if (notificationUrl === null) return off;
  const secret = notificationSecret(dataFolder);
  const subscriptions = sharepoint.subscriptions({
    address: notificationUrl,
    secret,
    isShared: storage !== null,
  });
  const gathered = gatherChanges((names) =>
    sharepoint.refresh(names).catch((error: unknown) => log.fault('refresh on notice', error)),
  );
  const told = (notice: { readonly clientState: string; readonly resource: string }): boolean => {
    const name = subscriptions.told(notice);
    if (name !== null) gathered.tell(name);
    return name !== null;
  };
  return {
    routes: createNotificationRoutes({ told, log }),
    keep: subscriptions.keep,
    trouble: subscriptions.trouble,
    stop: gathered.stop,
  };
};
