import { tokenizeVTTCue, VTTCue, type VTTNode } from 'media-captions';
import { cueBlocks, isTimeLine, type CueBlock } from './cue-blocks.ts';
import { linesOf, malformed, type SpokenCue } from './parsed-transcript.ts';
import { cleanText } from '../upload/file-name.ts';
import { carrySpeakers, speakerPrefixes, type Said } from './speaker-prefix.ts';

/** Tags may stand within each other, and are walked through by recursion. */
const MAX_TAGS = 1_000;
const OTHER_BLOCK = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/**
 * WebVTT; who speaks is said by voice tags (`<v Anna>Hello`), or by a name before the text (`Anna: Hello`),
 * and goes on until another name comes. A cue with two voices becomes two stretches, which share its time by their length.
 */
export function parseWebVtt(content: string): SpokenCue[] {
  const lines = linesOf(content);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? ''))
    throw malformed(1, 'A WebVTT file begins with the word WEBVTT.');
  // The header goes on to the first empty line, or to a cue.
  const headerEnd = lines.findIndex((line) => !line.trim() || isTimeLine(line));
  if (headerEnd === -1) return [];
  const blocks = cueBlocks(lines, headerEnd, (firstLine) => OTHER_BLOCK.test(firstLine));
  const spoken = blocks.map((block) => ({ block, voices: voicesOf(block) }));
  const split = speakerPrefixes(
    spoken.flatMap(({ voices }) => (isNameless(voices) ? voices.map(({ text }) => text) : [])),
  );
  return carrySpeakers(
    spoken.flatMap(({ block, voices }) =>
      shareTime(block, isNameless(voices) ? voices.map(({ text }) => split(text)) : voices),
    ),
  );
}

const isNameless = (voices: readonly Said[]) => voices.length === 1 && voices[0]?.speaker === null;

function voicesOf(block: CueBlock): Said[] {
  const text = block.text.join('\n');
  if (text.split('<').length - 1 > MAX_TAGS)
    throw malformed(block.line, `It has more than ${MAX_TAGS} tags.`);
  const cue = new VTTCue(block.startMs / 1000, block.endMs / 1000, text);
  const voices: Said[] = [];
  collect(tokenizeVTTCue(cue), null, voices);
  return voices.map((voice) => ({ ...voice, text: cleanText(voice.text) })).filter((voice) => voice.text);
}

/** Text in order, joined while the same voice speaks. */
function collect(nodes: readonly VTTNode[], speaker: string | null, voices: Said[]): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      const last = voices.at(-1);
      if (last && (last.speaker === speaker || !node.data.trim())) last.text += node.data;
      else voices.push({ speaker, text: node.data });
    } else {
      collect(node.children, node.type === 'v' ? node.voice || speaker : speaker, voices);
    }
  }
}

function shareTime({ startMs, endMs, line }: CueBlock, voices: readonly Said[]): SpokenCue[] {
  const total = Math.max(
    1,
    voices.reduce((sum, { text }) => sum + text.length, 0),
  );
  let before = 0;
  return voices.map(({ speaker, text }) => {
    const from = startMs + Math.floor(((endMs - startMs) * before) / total);
    before += text.length;
    const to = startMs + Math.floor(((endMs - startMs) * before) / total);
    return { speaker, text, startMs: from, endMs: Math.max(to, from + 1), line };
  });
}
