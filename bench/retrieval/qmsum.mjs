// QMSum (Zhong et al., 2021): meetings with questions, the turns that answer each, and reference answers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MS_PER_WORD = 350;

/** The corpus is tokenised ("do n't , really") and carries transcription marks ("{vocalsound}"). */
const clean = (text) =>
  text
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/ ('(?:s|m|re|ve|ll|d|t)\b)/g, '$1')
    .replace(/ n't/g, "n't")
    .replace(/\s+([.,?!;:])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** `[{title, turns: [{turn, speaker, text, startMs, endMs}], questions: [{question, answer, isRelevant(turn)}]}]` */
export function loadMeetings(folder) {
  if (!existsSync(folder)) throw new Error(`There is no QMSum split in ${folder}: set COLLOQUY_QMSUM.`);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const meeting = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      let atMs = 0;
      const turns = meeting.meeting_transcripts
        .map(({ speaker, content }, turn) => ({ turn, speaker: speaker.trim(), text: clean(content) }))
        .filter(({ text }) => text)
        .map((said) => {
          const startMs = atMs;
          atMs += said.text.split(' ').length * MS_PER_WORD;
          return { ...said, startMs, endMs: atMs };
        });
      const questions = meeting.specific_query_list.map(({ query, answer, relevant_text_span: spans }) => ({
        question: query,
        answer,
        isRelevant: (turn) => spans.some(([from, to]) => turn >= Number(from) && turn <= Number(to)),
      }));
      return { title: file.replace(/\.json$/, ''), turns, questions };
    });
}
