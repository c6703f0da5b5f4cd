import type { Speaker } from '../speaker/speaker.entity.ts';

/** What says for certain who a speaker is, in whatever recording: the same text, the same person. Null: nothing does. */
export const identityOf = ({ name }: Pick<Speaker, 'name'>): string | null =>
  name === null ? null : `name:${name.toLowerCase()}`;
