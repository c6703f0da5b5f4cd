import { registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { exportOptionsInvalid } from './export.errors.ts';

export enum ExportOption {
  NAMES = 'names',
  TIMES = 'times',
  TEXT = 'text',
  VERSION = 'version',
}
registerEnumType(ExportOption, {
  name: 'ExportOption',
  description: 'What can be chosen of an export, by the query of its address.',
  valuesConfig: {
    NAMES: { description: '`names=yes|no`: whether it says who speaks.' },
    TIMES: { description: '`times=yes|no`: whether it says when.' },
    TEXT: { description: '`text=corrected|original`: as people corrected it, or as the engine wrote it.' },
    VERSION: { description: '`version=<number>`: as it was in that version.' },
  },
});

const yesOrNo = z.enum(['yes', 'no'], { error: 'yes or no' }).transform((answer) => answer === 'yes');

const query = z
  .strictObject({
    names: yesOrNo.optional(),
    times: yesOrNo.optional(),
    text: z.enum(['corrected', 'original'], { error: 'corrected or original' }).default('corrected'),
    version: z.coerce
      .number({ error: 'a number' })
      .int()
      .positive()
      .max(2 ** 31 - 1)
      .optional(),
  })
  .refine(({ text, version }) => text === 'corrected' || version === undefined, {
    path: ['version'],
    message: 'what the engine wrote has no versions',
  });

export type ExportOptions = z.infer<typeof query>;

/** @throws ExpectedError `EXPORT_OPTIONS_INVALID` for what cannot be chosen of the format, or not like that */
export function readExportOptions(given: unknown, taken: readonly ExportOption[]): ExportOptions {
  const read = query.safeParse(given);
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => [...path, message].join(': '));
    throw exportOptionsInvalid(`The options cannot be read: ${issues.join('; ')}.`, taken);
  }
  const unfit = Object.keys(given as object).filter((name) => !(taken as readonly string[]).includes(name));
  if (unfit.length > 0) throw exportOptionsInvalid(`This format has no ${unfit.join(', ')}.`, taken);
  return read.data;
}
