/** A `Problem` of the graph. */
export interface ProblemValue {
  code: string;
  message: string;
  troubleshooting: readonly string[];
  recovery: readonly string[];
}

/** What urql reports when a request did not give its data. */
export interface CombinedErrorLike {
  networkError?: Error;
  graphQLErrors: readonly { message: string; extensions?: Record<string, unknown> }[];
}

interface Wording {
  unexpected: string;
  network: string;
  networkRecovery: string;
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** One shape for every failure: the graph's problems as they are, errors by what their extensions carry. */
export function problemOf(cause: ProblemValue | CombinedErrorLike, wording: Wording): ProblemValue {
  if ('code' in cause) return cause;
  const [error] = cause.graphQLErrors;
  if (error) {
    const { code, troubleshooting, recovery } = error.extensions ?? {};
    return {
      code: typeof code === 'string' ? code : 'UNEXPECTED',
      message: error.message || wording.unexpected,
      troubleshooting: texts(troubleshooting),
      recovery: texts(recovery),
    };
  }
  if (cause.networkError) {
    return {
      code: 'NETWORK',
      message: wording.network,
      troubleshooting: [],
      recovery: [wording.networkRecovery],
    };
  }
  return { code: 'UNEXPECTED', message: wording.unexpected, troubleshooting: [], recovery: [] };
}
