import { ExpectedError, toProblem, type Problem } from '@colloquy/subgraph';

export const sharingOff = () =>
  new ExpectedError({
    code: 'SHARING_NOT_CONFIGURED',
    message: 'Links cannot be shared here: there is no secret to sign them with.',
    troubleshooting: ['`npm start` makes one; a service that is started by hand needs SHARE_LINK_SECRET.'],
    recovery: ['Whoever runs Colloquy can set SHARE_LINK_SECRET.'],
  });

export const shareLinkNotFound = () =>
  new ExpectedError({
    code: 'SHARE_LINK_NOT_FOUND',
    message: 'There is no such link (any more).',
    recovery: ['Reload the list.'],
  });

export const expiryInvalid = (mostDays: number) =>
  new ExpectedError({
    code: 'SHARE_LINK_EXPIRY_INVALID',
    message: `A link ends at a moment to come, at most ${mostDays} days from now.`,
    recovery: ['Choose another day.'],
  });

export const tooManyShareLinks = (most: number) =>
  new ExpectedError({
    code: 'SHARE_LINK_LIMIT_REACHED',
    message: `A recording has at most ${most} links that lead to it.`,
    recovery: ['Revoke one that is no longer needed.'],
  });

/** Why somebody with a link is not let in, and with which HTTP status. */
export interface ShareRefusal {
  status: 400 | 404 | 410 | 429;
  problem: Problem;
}

export const linkUnknown = (): ShareRefusal => ({
  status: 404,
  problem: toProblem({
    code: 'SHARE_LINK_UNKNOWN',
    message: 'This link leads nowhere.',
    troubleshooting: ['Was the whole address copied?', 'What it led to may have been deleted since.'],
    recovery: ['Ask whoever sent you the link for a new one.'],
  }),
});

export const linkOver = (revoked: boolean): ShareRefusal => ({
  status: 410,
  problem: toProblem({
    code: revoked ? 'SHARE_LINK_REVOKED' : 'SHARE_LINK_EXPIRED',
    message: revoked ? 'This link has been taken back.' : 'This link has expired.',
    recovery: ['Ask whoever sent you the link for a new one.'],
  }),
});

export const pageUnknown = (): ShareRefusal => ({
  status: 400,
  problem: toProblem({
    code: 'CURSOR_INVALID',
    message: 'There is no such page.',
    troubleshooting: ['`first` is 1 to 500, `after` is the `next` of the page before.'],
    recovery: ['Start again without `after`.'],
  }),
});

export const tooManyRequests = (): ShareRefusal => ({
  status: 429,
  problem: toProblem({
    code: 'TOO_MANY_REQUESTS',
    message: 'Too many requests came from here in a short time.',
    recovery: ['Wait a minute, then try again.'],
  }),
});
