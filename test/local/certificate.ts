// A certificate made for a test, signed by itself, with its private key: nothing of it is kept.
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

export type MadeCertificate = {
  readonly pem: string;
  /** PKCS 8, PEM. */
  readonly privateKey: string;
  /** SHA-256 and SHA-1 of it, in hexadecimal. */
  readonly sha256: string;
  readonly sha1: string;
};

export function madeCertificate(daysLeft = 30): MadeCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const day = 86_400_000;
  const name = der(0x30, der(0x31, der(0x30, commonName, der(0x0c, Buffer.from('Golden Thread')))));
  const life = [time(Date.now() - 400 * day), time(Date.now() + daysLeft * day)];
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const serial = der(0x02, Buffer.from([1]));
  const toSign = der(0x30, serial, sha256WithRsa, name, der(0x30, ...life), name, subjectKey);
  const signature = sign('sha256', toSign, privateKey);
  const whole = der(0x30, toSign, sha256WithRsa, der(0x03, Buffer.from([0]), signature));
  const certificate = new X509Certificate(whole);
  return {
    pem: certificate.toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    sha256: certificate.fingerprint256.replaceAll(':', ''),
    sha1: certificate.fingerprint.replaceAll(':', ''),
  };
}

/** One value of ASN.1: its tag, its length, what is in it. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\..*/g, '');
  return der(0x18, Buffer.from(`${digits}Z`));
}

const commonName = der(0x06, Buffer.from([0x55, 4, 3]));
const sha256WithRsa = der(
  0x30,
  der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 1, 11])),
  der(0x05),
);
