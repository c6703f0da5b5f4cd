import { Button, Text, toast, told } from '@colloquy/ui';
import { formatAgo, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import type { PersonQuery } from '../gql/graphql.ts';
import { CancelEnrolmentMutation } from './enrolment.operations.ts';

export type Enrolments = NonNullable<PersonQuery['speakerProfile']>['enrolments'];

interface EnrolmentListProps {
  readonly profileId: string;
  readonly enrolments: Enrolments;
  onChanged(): void;
}

/** Recordings that are on their way to become samples, or could not; either can be taken back. */
export function EnrolmentList({ profileId, enrolments, onChanged }: EnrolmentListProps) {
  const { t } = useMessages('people');
  const [{ fetching }, cancel] = useMutation(CancelEnrolmentMutation);
  if (enrolments.length === 0) return null;
  const takeBack = async (recordingId: string) => {
    const { data, error } = await cancel({ profileId, recordingId });
    if (told(data?.cancelEnrolment, error)) toast.done({ message: t('enrol.takenBack') });
    // Also when it is one no longer: the list is out of date then.
    onChanged();
  };
  return (
    <ul className="people-list" aria-label={t('enrol.list')}>
      {enrolments.map(({ recording, problem, createdAt }) => {
        const title = recording?.title ?? t('person.goneRecording');
        return (
          <li key={`${recording?.id ?? ''} ${createdAt}`} className="people-row">
            <div className="people-grow">
              {recording ? (
                <RouteLink href={paths.recording(recording.id)} className="people-name">
                  {title}
                </RouteLink>
              ) : (
                <Text>{title}</Text>
              )}
              <Text size="sm" c={problem ? 'var(--mantine-color-error)' : 'dimmed'}>
                {problem
                  ? [problem.message, ...problem.recovery].join(' ')
                  : t('enrol.waiting', { time: formatAgo(createdAt) })}
              </Text>
            </div>
            {recording && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                loading={fetching}
                aria-label={t('enrol.takeBackOf', { title })}
                onClick={() => void takeBack(recording.id)}
              >
                {t('enrol.takeBack')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
