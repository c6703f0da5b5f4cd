/** What the transcript shows of a speaker. */
export interface SpeakerCard {
  readonly id: string;
  readonly label: string;
  readonly name?: string | null;
  readonly displayName: string;
  readonly color: string;
  readonly talkTimeMs: number;
  /** 0 to 1. */
  readonly share: number;
  readonly segmentCount: number;
  readonly suggestedRole?: string | null;
}
