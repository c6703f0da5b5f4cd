import { cleanLine } from '../upload/file-name.ts';
import { inputInvalid } from '../recording/recording.errors.ts';
import { addressOf, isPublicAddress } from './public-address.ts';
import type { WebhookEvent } from './webhook-event.ts';
import { urlInvalid, urlNotPublic } from './webhook.errors.ts';

const MAX_URL_LENGTH = 2_000;
const MAX_DESCRIPTION_LENGTH = 200;

/**
 * An address as it is kept. Names are looked at when they are connected to, since what they stand for may change.
 * @throws ExpectedError `WEBHOOK_URL_INVALID` · `WEBHOOK_URL_NOT_PUBLIC`
 */
export function checkUrl(text: string, { allowPrivate }: { allowPrivate: boolean }): string {
  const url = URL.parse(text.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw urlInvalid('This is no address that begins with https:// or http://.');
  if (url.username || url.password)
    throw urlInvalid('An address with a name and a password is not accepted.');
  url.hash = '';
  if (url.href.length > MAX_URL_LENGTH)
    throw urlInvalid(`An address has at most ${MAX_URL_LENGTH} characters.`);
  const address = addressOf(url.hostname);
  if (address && !allowPrivate && !isPublicAddress(address)) throw urlNotPublic();
  return url.href;
}

/** @throws ExpectedError `INPUT_INVALID` when there are none. */
export function checkEvents(events: readonly WebhookEvent[]): WebhookEvent[] {
  const [...distinct] = new Set(events);
  if (distinct.length > 0) return distinct;
  throw inputInvalid('A webhook needs at least one event.', ['Choose what it is told of.']);
}

export const checkDescription = (text: string | null | undefined): string | null =>
  cleanLine(text ?? '', MAX_DESCRIPTION_LENGTH) || null;
