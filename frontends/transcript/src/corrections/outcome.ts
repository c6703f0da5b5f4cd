/** What came of asking for a correction. */
export type Outcome =
  | { readonly kind: 'made'; /** Null where that cannot be undone. */ readonly id: string | null }
  /** It was so already. */
  | { readonly kind: 'same' }
  /** `message` is empty when the server could not be reached. */
  | { readonly kind: 'refused'; readonly message: string };

export type Answer =
  | { readonly __typename: 'Correction'; readonly id: string }
  | {
      readonly __typename: 'UndoneSpeakerProfileChange';
      /** Null where it cannot be brought again. */
      readonly by: { readonly id: string } | null;
    }
  | { readonly __typename: 'Problem'; readonly message: string; readonly recovery: readonly string[] };

interface Failure {
  readonly graphQLErrors: readonly { readonly message: string }[];
}

/** @param answer undefined when there is none, null when nothing was to be changed */
export function outcomeOf(answer: Answer | null | undefined, failure: Failure | undefined): Outcome {
  if (answer?.__typename === 'Correction') return { kind: 'made', id: answer.id };
  if (answer?.__typename === 'UndoneSpeakerProfileChange') return { kind: 'made', id: answer.by?.id ?? null };
  if (answer) return { kind: 'refused', message: [answer.message, ...answer.recovery].join(' ') };
  if (failure || answer === undefined)
    return { kind: 'refused', message: failure?.graphQLErrors[0]?.message ?? '' };
  return { kind: 'same' };
}
