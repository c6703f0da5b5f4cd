import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a server keeps instead of a password. Source: RFC 5802 and RFC 7677 (SCRAM-SHA-256). */
export interface ScramVerifier {
  salt: Buffer;
  iterations: number;
  storedKey: Buffer;
  serverKey: Buffer;
}

export const SCRAM_MECHANISM = 'SCRAM-SHA-256';

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export function scramVerifier(password: string, iterations = 4096): ScramVerifier {
  const salt = randomBytes(16);
  // PostgreSQL clients prepare the password with SASLprep (RFC 4013), whose normalisation is NFKC.
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  return { salt, iterations, storedKey, serverKey: hmac(salted, 'Server Key') };
}

/** The server's side of one exchange: `first`, then `final`. Undefined means: refuse the client. */
export class ScramExchange {
  private readonly verifier: ScramVerifier;
  private clientFirstBare = '';
  private serverFirst = '';
  private gs2Header = '';
  private nonce = '';

  constructor(verifier: ScramVerifier) {
    this.verifier = verifier;
  }

  /** Client-first-message in, server-first-message out. */
  first(clientFirst: string): string | undefined {
    // n: no channel binding; y: the client could, but believes we cannot. p= would need TLS.
    const match = /^([ny],(?:a=[^,]*)?,)((?:m=[^,]*,)?n=[^,]*,r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?)$/.exec(
      clientFirst,
    );
    if (!match) return undefined;
    const [, gs2Header, bare, clientNonce] = match as unknown as [string, string, string, string];
    this.gs2Header = gs2Header;
    this.clientFirstBare = bare;
    this.nonce = clientNonce + randomBytes(18).toString('base64');
    this.serverFirst = `r=${this.nonce},s=${this.verifier.salt.toString('base64')},i=${this.verifier.iterations}`;
    return this.serverFirst;
  }

  /** Client-final-message in, server-final-message out when the client knows the password. */
  final(clientFinal: string): string | undefined {
    const match = /^(c=([^,]+),r=([^,]+)(?:,[^p].*?)?),p=([A-Za-z0-9+/=]+)$/.exec(clientFinal);
    if (!match) return undefined;
    const [, withoutProof, binding, nonce, proofText] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ];
    if (nonce !== this.nonce || Buffer.from(binding, 'base64').toString() !== this.gs2Header)
      return undefined;
    const authMessage = `${this.clientFirstBare},${this.serverFirst},${withoutProof}`;
    const signature = hmac(this.verifier.storedKey, authMessage);
    const proof = Buffer.from(proofText, 'base64');
    if (proof.length !== signature.length) return undefined;
    const clientKey = Buffer.from(proof.map((byte, index) => byte ^ (signature[index] as number)));
    if (!timingSafeEqual(createHash('sha256').update(clientKey).digest(), this.verifier.storedKey))
      return undefined;
    return `v=${hmac(this.verifier.serverKey, authMessage).toString('base64')}`;
  }
}
