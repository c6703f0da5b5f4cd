/**
 * Words that say how a question is asked, not what it is about: "Summarize the discussion about …",
 * "What did the team think of …". Compared without regard to case; English only, other languages lose nothing.
 */
const BOILERPLATE = new Set(
  `summarize summarise summarized summary discuss discusses discussed discussing discussion discussions
   think thinks thinking thought thoughts talk talks talked talking say says said saying tell tells told
   mention mentions mentioned opinion opinions team teams group groups according happen happens happened
   describe describes described description explain explains explained explanation give gives given gave
   detail details please reason reasons main mainly point points view views topic topics part whole
   conversation conversations regarding concerning come comes came present presents presented presenting
   presentation presentations result results agree agrees agreed disagree disagrees disagreed recommend
   recommends recommended propose proposes proposed decide decides decided decision decisions conclude
   concludes concluded conclusion conclusions respond responds responded elaborate elaborates elaborated
   reflect reflects reflected reflecting suggest suggests suggested put much many
   total`.split(/\s+/),
);

export const isBoilerplate = (word: string): boolean =>
  BOILERPLATE.has(word.toLowerCase().replace(/['’]s$/u, ''));

/** The question without its boilerplate; the whole question when nothing else would be left. */
export function withoutBoilerplate(question: string): string {
  const kept = question.replace(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu, (word) =>
    isBoilerplate(word) ? ' ' : word,
  );
  return /[\p{L}\p{N}]/u.test(kept) ? kept : question;
}
