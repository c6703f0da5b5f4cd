import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const PURPOSE = 'colloquy share link\n';

/** 16 bytes of id and 32 of signature, as base64url: every character counts, so that no two tokens mean the same. */
export const TOKEN = /^[\w-]{64}$/;

const sign = (id: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update(PURPOSE).update(id).digest();

/** The token of a link: its id with a signature, which can be made again but not guessed from the database. */
export function shareToken(linkId: string, secret: string): string {
  const id = Buffer.from(linkId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, sign(id, secret)]).toString('base64url');
}

/** @returns the id of the link, null when the token was not made with this secret */
export function linkIdOf(token: string, secret: string): string | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), sign(id, secret))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
