import { cueBlocks } from './cue-blocks.ts';
import { linesOf, type SpokenCue } from './parsed-transcript.ts';
import { cleanText } from '../upload/file-name.ts';
import { carrySpeakers, speakerPrefixes } from './speaker-prefix.ts';

/** `<i>`, `<font …>` and ASS overrides such as `{\an8}`. None reaches past the beginning of the next one. */
const MARKUP = /<\/?(?:b|i|u|s|font|c|ruby|rt)\b[^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}/gi;

/** SubRip; who speaks is said by a name before the text (`Anna: Hello`), and goes on until another name comes. */
export function parseSrt(content: string): SpokenCue[] {
  const cues = cueBlocks(linesOf(content), 0, () => false).map(({ text, ...cue }) => ({
    ...cue,
    text: cleanText(text.join(' ').replace(MARKUP, '')),
  }));
  const split = speakerPrefixes(cues.map(({ text }) => text));
  return carrySpeakers(cues.map((cue) => ({ ...cue, ...split(cue.text) })));
}
