import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ValueTransformer } from 'typeorm';

@ObjectType({ description: 'One word with its own times.' })
export class Word {
  @Field({ description: 'The word as written, punctuation included.' })
  text: string;

  @Field(() => Int, { description: 'Where it begins, in milliseconds.' })
  startMs: number;

  @Field(() => Int, { description: 'Where it ends, in milliseconds.' })
  endMs: number;

  @Field(() => Float, {
    nullable: true,
    description: '0 to 1, null when the engine gives none or the word was edited.',
  })
  confidence: number | null;
}

/** How a word is kept: `[startMs, endMs, confidence, text]`, a third of the size of objects with names. */
export type StoredWord = readonly [startMs: number, endMs: number, confidence: number | null, text: string];

export const storeWords = (words: readonly Word[]): StoredWord[] =>
  words.map(({ startMs, endMs, confidence, text }) => [startMs, endMs, confidence, text]);

export const loadWords = (stored: readonly StoredWord[]): Word[] =>
  stored.map(([startMs, endMs, confidence, text]) =>
    Object.assign(new Word(), { startMs, endMs, confidence, text }),
  );

export const storedWords: ValueTransformer = { to: storeWords, from: loadWords };
