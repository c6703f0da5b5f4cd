/** What a payload can be about, by the name of the id in it. */
const SUBJECTS = ['recordingId', 'collectionId', 'requestId'] as const;

export type JobSubject = (typeof SUBJECTS)[number];

/** Literal, not a parameter, so that the index serves it. */
const idIn = (subject: JobSubject) => `data->>'${subject}'`;

/** Done jobs are kept for days: without indexes every look for what is about something would read all of them. */
export const indexSubjects = [
  'begin',
  // Several services start at once.
  "select pg_advisory_xact_lock(hashtext('colloquy job subjects'))",
  ...SUBJECTS.map(
    (subject) =>
      `create index if not exists job_about_${subject.toLowerCase()} on pgboss.job ((${idIn(subject)}))
        where ${idIn(subject)} is not null`,
  ),
  'commit',
].join(';\n');

export const deleteAbout = (subject: JobSubject): string =>
  `delete from pgboss.job where ${idIn(subject)} = $1`;
