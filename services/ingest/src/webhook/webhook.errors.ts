import { ExpectedError } from '@colloquy/subgraph';

export const webhookNotFound = () =>
  new ExpectedError({
    code: 'WEBHOOK_NOT_FOUND',
    message: 'There is no such webhook (any more).',
    recovery: ['Reload the list.'],
  });

export const deliveryNotFound = () =>
  new ExpectedError({
    code: 'WEBHOOK_DELIVERY_NOT_FOUND',
    message: 'There is no such delivery (any more).',
    recovery: ['Reload the list: old deliveries are removed from it.'],
  });

export const deliveryNotDead = () =>
  new ExpectedError({
    code: 'WEBHOOK_DELIVERY_NOT_DEAD',
    message: 'Only a delivery that was given up can be sent again.',
    recovery: ['Wait: it is still being tried, or it has arrived.'],
  });

export const tooManyWebhooks = (most: number) =>
  new ExpectedError({
    code: 'WEBHOOK_LIMIT_REACHED',
    message: `A workspace has at most ${most} webhooks.`,
    recovery: ['Delete one that is no longer needed.'],
  });

export const urlInvalid = (message: string) =>
  new ExpectedError({
    code: 'WEBHOOK_URL_INVALID',
    message,
    recovery: ['Use an address like https://example.com/colloquy.'],
  });

export const urlNotPublic = () =>
  new ExpectedError({
    code: 'WEBHOOK_URL_NOT_PUBLIC',
    message: 'This address belongs to a private network or to this machine.',
    recovery: [
      'Use an address that can be reached from the internet.',
      'Whoever runs Colloquy can allow private addresses with WEBHOOK_ALLOW_PRIVATE=true.',
    ],
  });
