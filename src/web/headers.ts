// What a browser may do with what we serve: who may frame it, where it may load from, what it may use.
// The names and usual values of the headers are helmet's; what this product needs is said here.
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Hosts that may show the tab (Microsoft's published list). */
const microsoftHosts = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
] as const;

/** Where teams-js fetches its list of host domains; it has a list of its own when refused. */
const teamsDomainList = 'https://res.cdn.office.net';

/**
 * Sets the headers of every answer. `ancestors`: further origins that may frame the tab.
 * Styles may be inline because Fluent writes its rules into the page; scripts may not.
 */
export const securityHeaders = (ancestors: readonly string[]): RequestHandler => {
  const usual = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", teamsDomainList],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': [...microsoftHosts, ...ancestors],
      },
    },
    // It can name one host only, and Teams is many: frame-ancestors says who may.
    xFrameOptions: false,
    // A page that Teams opens in a window of its own answers to the window that opened it.
    crossOriginOpenerPolicy: false,
    // It says that nothing here loosens its origin, which nothing can, and costs a process for each frame.
    originAgentCluster: false,
  });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', nothingOfTheDevice);
    usual(request, response, next);
  };
};

const nothingOfTheDevice = [
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'payment',
  'usb',
]
  .map((part) => `${part}=()`)
  .join(', ');

export const notStored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
