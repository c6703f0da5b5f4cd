import { v7 } from 'uuid';

/** A UUIDv7: unique everywhere and ordered by time of making. */
export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether text from outside may be handed to a `uuid` column. */
export const isId = (text: string): boolean => UUID.test(text);
