import { GraphQLError } from 'graphql';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType({ description: 'Something that could not be done, in words a person can act on.' })
export class Problem {
  @Field({ description: 'Stable and machine-readable, for example `UPLOAD_NOT_AUDIO`.' })
  code: string;

  @Field({ description: 'What happened.' })
  message: string;

  @Field(() => [String], { description: 'What to look at to find the cause.' })
  troubleshooting: string[];

  @Field(() => [String], { description: 'What to do about it.' })
  recovery: string[];
}

export interface ProblemDetails {
  code: string;
  message: string;
  troubleshooting?: string[];
  recovery?: string[];
}

/** A failure that belongs to normal use. A resolver answers it as a `Problem`; elsewhere it is an error with its code. */
export class ExpectedError extends Error {
  readonly problem: Problem;

  constructor(details: ProblemDetails) {
    super(details.message);
    this.name = 'ExpectedError';
    this.problem = toProblem(details);
  }
}

/** A `Problem` value, recognisable as such by a GraphQL union. */
export function toProblem(details: ProblemDetails): Problem {
  return Object.assign(new Problem(), { troubleshooting: [], recovery: [], ...details });
}

/** How Node and PostgreSQL say that a disk is full. */
const DISK_FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', '53100']);

/** Whether a file or the database could not be written to because there is no room. */
export const isDiskFull = (error: unknown): boolean =>
  DISK_FULL.has((error as { code?: unknown } | null | undefined)?.code);

export const diskFull = (): Problem =>
  toProblem({
    code: 'DISK_FULL',
    message: 'There is no room left where Colloquy keeps its data.',
    troubleshooting: ['Look at the free space of the disk that holds COLLOQUY_DATA and the database.'],
    recovery: ['Make room, or delete recordings, and try again. Nothing that was saved is lost.'],
  });

/** What an error means to a person, where it is no bug: a refusal, or a disk that is full. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof ExpectedError) return error.problem;
  return isDiskFull(error) ? diskFull() : undefined;
}

/** Runs a use case and turns its refusal into a value of the schema; bugs keep being thrown. */
export async function orProblem<T>(run: () => Promise<T>): Promise<T | Problem> {
  try {
    return await run();
  } catch (error) {
    const problem = problemOf(error);
    if (problem) return problem;
    throw error;
  }
}

/** An expected failure where the schema has no place for a value (queries, subscriptions). */
export function toGraphQLError(problem: Problem): GraphQLError {
  const { code, message, troubleshooting, recovery } = problem;
  return new GraphQLError(message, { extensions: { code, troubleshooting, recovery } });
}
