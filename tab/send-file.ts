// Sends a file while telling how much of it has gone, which fetch cannot.

export type Answered = {
  readonly status: number;
  /** Null where what came back is no JSON. */
  readonly said: unknown;
};

type ToSend = {
  readonly path: string;
  readonly file: Blob;
  readonly bearer: string;
  readonly withinMs: number;
};

/** Null when nothing answered at all. */
export const sendFile = (
  { path, file, bearer, withinMs }: ToSend,
  sent: (share: number) => void,
): Promise<Answered | null> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.timeout = withinMs;
    request.setRequestHeader('authorization', `Bearer ${bearer}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => sent(1);
    request.onload = () => resolve({ status: request.status, said: parsed(request.responseText) });
    request.onerror = () => resolve(null);
    request.ontimeout = () => resolve(null);
    request.send(file);
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
