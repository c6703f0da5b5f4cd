/** What changes of a profile itself. */
export interface ProfileState {
  name: string;
  /** ISO 8601. */
  createdAt: string;
}

/** Whose sample it is, and whether it counts. */
export interface SampleState {
  profileId: string;
  removed: boolean;
}

/** Which person a speaker is. */
export interface SpeakerLink {
  profileId: string | null;
  name: string | null;
}

/** Whether somebody has said that a speaker is not this person. */
export interface RejectionChange {
  speakerId: string;
  profileId: string;
  before: boolean;
  after: boolean;
}

/** Who a speaker is said or found to be. Others they may be are not kept: a change is not about them. */
export interface DecisionState {
  outcome: 'SURE' | 'MAYBE' | 'UNKNOWN';
  profileId: string | null;
  confidence: number;
  similarity: number | null;
  model: string | null;
  decidedBy: string | null;
  /** ISO 8601. */
  decidedAt: string;
}

/** Null: that was, or is to be, found out yet. */
export interface DecisionChange {
  speakerId: string;
  before: DecisionState | null;
  after: DecisionState | null;
}

/** Whose sample a recording that waits is to become. */
export interface EnrolmentChange {
  recordingId: string;
  before: string;
  after: string;
}

/** Before and after of everything one change touches; a profile's side is null where there is none. */
export interface LinkChange {
  speakerId: string;
  before: SpeakerLink;
  after: SpeakerLink;
  /** Of a transcript that had been replaced by then: who speaks there instead was their own matter. */
  isReplaced?: boolean;
}

export interface ProfileChangeSet {
  profiles: readonly { profileId: string; before: ProfileState | null; after: ProfileState | null }[];
  samples: readonly { sampleId: string; before: SampleState; after: SampleState }[];
  speakers: readonly LinkChange[];
  rejections: readonly RejectionChange[];
  /** Missing in changes of before it was kept. */
  decisions?: readonly DecisionChange[];
  /** What waits goes along as far as it still waits. */
  enrolments?: readonly EnrolmentChange[];
  /** The profile that this one was split off from. */
  splitOffFrom?: string;
  /** Why voices may be kept: what was written down with turning voice profiles on or off. */
  reason?: string;
}

export const NO_CHANGES: ProfileChangeSet = { profiles: [], samples: [], speakers: [], rejections: [] };

/** The same backwards. */
export const inverseOf = ({
  profiles,
  samples,
  speakers,
  rejections,
  decisions,
  enrolments = [],
}: ProfileChangeSet): ProfileChangeSet => ({
  profiles: profiles.map((one) => ({ ...one, before: one.after, after: one.before })),
  samples: samples.map((one) => ({ ...one, before: one.after, after: one.before })),
  speakers: speakers.map((one) => ({ ...one, before: one.after, after: one.before })),
  rejections: rejections.map((one) => ({ ...one, before: one.after, after: one.before })),
  ...(decisions && {
    decisions: decisions.map((one) => ({ ...one, before: one.after, after: one.before })),
  }),
  enrolments: enrolments.map((one) => ({ ...one, before: one.after, after: one.before })),
});
