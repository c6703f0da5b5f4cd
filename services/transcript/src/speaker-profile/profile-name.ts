import { readSpeakerName } from '../speaker/speaker-name.ts';
import { speakerProfileNameMissing } from './speaker-profile.errors.ts';

/** A name as a person typed it. @throws ExpectedError when it is empty or unfit */
export function profileNameFrom(given: string): string {
  const name = readSpeakerName(given);
  if (name === null) throw speakerProfileNameMissing();
  return name;
}
