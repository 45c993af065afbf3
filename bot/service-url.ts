// Which addresses the bot may be spoken to from, and send its token to. Compared by origin.

/** True for an https (or listed) address on one of the allowed origins, without credentials in it. */
export const isAllowedServiceUrl = (serviceUrl: string, allowed: readonly string[]): boolean => {
  const url = URL.parse(serviceUrl);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return allowed.some((each) => URL.parse(each)?.origin === url.origin && url.origin !== 'null');
};

/** The same address, whether or not it ends with a slash. */
export const trimmedServiceUrl = (serviceUrl: string): string => serviceUrl.replace(/\/+$/, '');
