import { registerEnumType } from 'type-graphql';

export enum TranscriptFormat {
  WEBVTT = 'WEBVTT',
  SRT = 'SRT',
  JSON = 'JSON',
  TEXT = 'TEXT',
}

registerEnumType(TranscriptFormat, {
  name: 'TranscriptFormat',
  description: 'How an existing transcript is written.',
  valuesConfig: {
    WEBVTT: { description: 'WebVTT; speakers by voice tags (`<v Anna>`) or by `Anna: …`.' },
    SRT: { description: 'SubRip; speakers by `Anna: …`.' },
    JSON: { description: 'This product’s JSON export.' },
    TEXT: { description: 'Lines of `Anna: …`, with `[00:01:02]` before them or without.' },
  },
});
