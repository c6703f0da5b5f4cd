export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

export interface Identification {
  readonly outcome: 'SURE' | 'MAYBE' | 'UNKNOWN';
  /** 0 to 1. */
  readonly confidence: number;
  /** The person who said so; null when it was found by the voice. */
  readonly decidedBy?: string | null;
  /** Found by the small embedder that needs no download. */
  readonly draft: boolean;
  readonly profile?: KnownPerson | null;
}

/** Whether a known person was found by the voice, and nobody has said yet that it is so. */
export const isByVoice = ({
  profile,
  identification,
}: Pick<SpeakerCard, 'profile' | 'identification'>): boolean =>
  Boolean(profile && identification && !identification.decidedBy);

/** What the transcript shows of a speaker. */
export interface SpeakerCard {
  readonly id: string;
  /** Of the transcript, when they were changed last; what is changed in another is refused. */
  readonly version: number;
  readonly label: string;
  readonly name?: string | null;
  readonly displayName: string;
  readonly color: string;
  readonly talkTimeMs: number;
  /** 0 to 1. */
  readonly share: number;
  readonly segmentCount: number;
  readonly suggestedRole?: string | null;
  /** The known person they are. */
  readonly profile?: KnownPerson | null;
  /** How that is known, or who they may be. */
  readonly identification?: Identification | null;
}
