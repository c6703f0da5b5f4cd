import { Answers } from './answer/answers.ts';
import { Corrections } from './correction/corrections.ts';
import { Connection, type ConnectionOptions } from './graph/connection.ts';
import { Recordings } from './recording/recordings.ts';
import { Transcripts } from './transcript/transcripts.ts';

export interface Moment {
  atMs?: number | undefined;
  segmentId?: string | undefined;
}

/** A Colloquy server. Every method takes a `signal` and throws ColloquyError. */
export class Colloquy {
  readonly recordings: Recordings;
  readonly transcripts: Transcripts;
  readonly corrections: Corrections;
  readonly answers: Answers;
  private readonly url: string;

  constructor(options: ConnectionOptions) {
    const connection = new Connection(options);
    this.url = connection.url;
    this.recordings = new Recordings(connection);
    this.transcripts = new Transcripts(connection);
    this.corrections = new Corrections(connection);
    this.answers = new Answers(connection);
  }

  /** The page of a recording, at a moment of it: what a citation links to. */
  linkTo(recordingId: string, { atMs, segmentId }: Moment = {}): string {
    const link = new URL(`/recordings/${encodeURIComponent(recordingId)}`, this.url);
    if (atMs !== undefined) link.searchParams.set('t', String(Math.max(0, Math.round(atMs))));
    if (segmentId !== undefined) link.searchParams.set('segment', segmentId);
    return link.href;
  }
}
