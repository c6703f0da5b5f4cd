import type { Storage } from '@colloquy/storage';
import type { Log } from '@colloquy/subgraph';
import type { Express, Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { audioFile, fileServer, peaksFile } from '../audio/serve-file.ts';
import { linkUnknown, pageUnknown, tooManyRequests, type ShareRefusal } from './share-link.errors.ts';
import type { SharedRecording, ShareLinkService } from './share-link.service.ts';
import { CursorUnknown, type SharedTranscriptReader } from './shared-transcript.reader.ts';

const MINUTE_MS = 60_000;
/** Links that led nowhere, from one address in a minute: nobody mistypes that often. */
const MAX_GUESSES = 60;
/** Of one link from one address in a minute: players jump about, and segments come in pages. */
const MAX_REQUESTS = 1_200;
/** A transfer that is under way ends this long after its link, at the latest. */
const CHECK_EVERY_MS = 3_000;

const pageQuery = z.object({
  first: z.coerce.number().int().min(1).max(500).default(200),
  after: z.string().max(200).optional(),
});

interface Dependencies {
  storage: Storage;
  links: ShareLinkService;
  reader: SharedTranscriptReader;
  log: Log;
}

type Handler = (request: Request, response: Response, shared: SharedRecording) => Promise<void>;

/**
 * What a share link shows, and nothing else: `/share/<token>/transcript`, `…/segments`, `…/audio`, `…/peaks.json`. The
 * link is looked at with every request, so one that is over opens nothing, not even the next piece of audio.
 */
export function shareRoutes(app: Express, { storage, links, reader, log }: Dependencies): void {
  const serveFile = fileServer(storage, log);

  const enter: RequestHandler = async (request, response, next) => {
    const shared = await links.open(String(request.params['token']));
    if ('problem' in shared) return closed(shared)(request, response);
    response.locals['shared'] = shared;
    next();
  };

  const open = (handle: Handler): RequestHandler[] => [
    enter,
    limitLink,
    (request, response) => handle(request, response, sharedIn(response)),
  ];

  const transcript: Handler = async (_request, response, { link, recording }) => {
    const overview = await reader.overview(recording.id, link.names);
    await links.countOpening(link);
    response.json({
      title: recording.title,
      recordedAt: recording.recordedAt ?? recording.createdAt,
      durationMs: recording.durationMs ?? overview?.durationMs ?? 0,
      expiresAt: link.expiresAt,
      audio: link.audio && recording.hasAudio,
      transcript: overview,
    });
  };

  const segments: Handler = async (request, response, { recording }) => {
    const query = pageQuery.safeParse(request.query);
    if (!query.success) return refuse(response, pageUnknown());
    const { first, after = null } = query.data;
    const page = await reader.segments(recording.id, { first, after }).catch((error: unknown) => {
      if (error instanceof CursorUnknown) return pageUnknown();
      throw error;
    });
    if (page && 'problem' in page) return refuse(response, page);
    if (!page) return refuse(response, linkUnknown());
    response.json(page);
  };

  /** The audio or its waveform, for as long as the link holds. */
  const file =
    (which: typeof audioFile | typeof peaksFile): Handler =>
    async (request, response, { link, recording }) => {
      const found = link.audio ? which(recording) : null;
      if (!found) return refuse(response, linkUnknown());
      const over = new AbortController();
      const timer = setInterval(() => {
        void links.open(request.params['token'] as string).then(
          (still) => 'problem' in still && over.abort(),
          () => undefined,
        );
      }, CHECK_EVERY_MS);
      try {
        await serveFile(request, response, { ...found, cacheControl: 'no-store', signal: over.signal });
      } finally {
        clearInterval(timer);
      }
    };

  app.use('/share', discreet);
  app.get('/share/:token/transcript', open(transcript));
  app.get('/share/:token/segments', open(segments));
  app.get('/share/:token/audio', open(file(audioFile)));
  app.get('/share/:token/peaks.json', open(file(peaksFile)));
  app.use('/share', closed(linkUnknown()));
}

/** What the link of this request opens; only behind `enter`. */
const sharedIn = (response: Response): SharedRecording => response.locals['shared'] as SharedRecording;

/** The address is the key: it is to stay out of caches, search engines and the logs of other sites. */
const discreet: RequestHandler = (_request, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
  });
  next();
};

const limited: RequestHandler = (_request, response) => refuse(response, tooManyRequests());

/** The gateway says where a request comes from. */
const addressOf = (request: Request): string =>
  ipKeyGenerator(request.get('x-forwarded-for') ?? request.socket.remoteAddress ?? '');

/** Counts closed doors, and nothing else: a listener who breaks off and jumps elsewhere has guessed nothing. */
const countGuess = rateLimit({
  windowMs: MINUTE_MS,
  limit: MAX_GUESSES,
  keyGenerator: addressOf,
  validate: { xForwardedForHeader: false },
  legacyHeaders: false,
  handler: limited,
});

const closed =
  (refusal: ShareRefusal) =>
  (request: Request, response: Response): unknown =>
    countGuess(request, response, () => refuse(response, refusal));

const limitLink = rateLimit({
  windowMs: MINUTE_MS,
  limit: MAX_REQUESTS,
  keyGenerator: (request, response) => `${sharedIn(response).link.id} ${addressOf(request)}`,
  validate: { xForwardedForHeader: false },
  legacyHeaders: false,
  handler: limited,
});

function refuse(response: Response, { status, problem }: ShareRefusal): void {
  response.status(status).json(problem);
}
