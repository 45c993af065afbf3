// Why a file cannot be sent at all, said before any of it is; and how large it is, as people say it.

const mostBytes = 50 * 1024 * 1024;

type Chosen = { readonly name: string; readonly size: number };

/** Null where it can be sent. */
export const whyNotSent = ({ name, size }: Chosen): string | null => {
  if (!/\.(xlsx|csv)$/i.test(name))
    return `${name} is neither an .xlsx nor a .csv file. Save it as one of these and choose it again.`;
  if (size > mostBytes)
    return `${name} is ${sizeWords(size)}; 50 MB is the most that is read. Split it and take in the parts.`;
  return size === 0 ? `${name} is empty. Choose another file.` : null;
};

export const sizeWords = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? `${Math.max(1, Math.round(kilobytes))} kB`
    : `${(kilobytes / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
};
