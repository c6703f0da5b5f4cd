/** What went wrong, in words a person can act on. */
export interface Problem {
  /** Stable and machine-readable, for example `UPLOAD_NOT_AUDIO`. */
  code: string;
  message: string;
  /** Where to look for the cause. */
  troubleshooting: readonly string[];
  /** What to do about it. */
  recovery: readonly string[];
}

/** Every failure of this client, but for an abort: that throws the signal's own reason. */
export class ColloquyError extends Error implements Problem {
  override readonly name = 'ColloquyError';
  readonly code: string;
  readonly troubleshooting: readonly string[];
  readonly recovery: readonly string[];
  /** Of the HTTP answer, when it was none of success. */
  readonly status: number | undefined;

  constructor(problem: Problem, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(problem.message, { cause });
    this.code = problem.code;
    this.troubleshooting = problem.troubleshooting;
    this.recovery = problem.recovery;
    this.status = status;
  }
}

type Refusal = { __typename: 'Problem' } & Problem;

/** The answer of a mutation. @throws ColloquyError when it is a refusal */
export function accepted<Answer extends { __typename: string }>(
  answer: Answer | Refusal,
): Exclude<Answer, { __typename: 'Problem' }> {
  if (isRefusal(answer)) throw new ColloquyError(answer);
  return answer as Exclude<Answer, { __typename: 'Problem' }>;
}

const isRefusal = (answer: { __typename: string }): answer is Refusal => answer.__typename === 'Problem';

const PASSING_CODES = new Set(['SERVER_UNREACHABLE', 'SUBGRAPH_UNAVAILABLE']);
const PASSING_STATUSES = new Set([408, 429]);

/** Whether the same request may succeed a moment later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ColloquyError &&
  (PASSING_CODES.has(error.code) ||
    (error.status !== undefined && (error.status >= 500 || PASSING_STATUSES.has(error.status))));

export const unreachable = (url: string, cause: unknown): ColloquyError =>
  new ColloquyError(
    {
      code: 'SERVER_UNREACHABLE',
      message: `Colloquy does not answer at ${url}.`,
      troubleshooting: [
        'Open that address in a browser.',
        'Look whether Colloquy runs and its log says why not.',
      ],
      recovery: ['Start Colloquy, or correct the address.', 'Try again in a moment.'],
    },
    { cause },
  );

/** A list the schema lets be null where a service is down, which is an error of its own. */
export const missing = (what: string): ColloquyError =>
  new ColloquyError({
    code: 'ANSWER_INVALID',
    message: `The server answered without ${what}.`,
    troubleshooting: ['Open /readyz to see which services answer.'],
    recovery: ['Try again in a moment.'],
  });

interface GraphError {
  message: string;
  extensions?: Partial<Problem>;
}

/** What stands in an answer that is not what was asked for: a GraphQL error, a Problem, or somebody else's page. */
export function errorIn(text: string, status: number): ColloquyError {
  const answer = parsed(text);
  const { message, extensions } = answer.errors?.[0] ?? { message: answer.message, extensions: answer };
  const problem = {
    code: extensions?.code ?? (status < 400 ? 'ANSWER_INVALID' : `HTTP_${status}`),
    message: message ?? `The server answered with HTTP ${status}, not as Colloquy does.`,
    troubleshooting: extensions?.troubleshooting ?? ['Look whether the address is that of Colloquy itself.'],
    recovery: extensions?.recovery ?? ['Correct the address or the proxy in between.'],
  };
  return new ColloquyError(problem, status < 400 ? {} : { status });
}

function parsed(text: string): Partial<Problem> & { errors?: GraphError[] } {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
