import { Text, Title } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import classes from '../collections.module.css';
import type { CollectionSpeakersFragment as Reading } from '../gql/graphql.ts';
import { PersonCard } from './person-card.tsx';
import { useNaming } from './use-naming.ts';

interface SpeakerSectionProps {
  collectionId: string;
  /** Undefined until anything can be read. */
  reading: Reading | null | undefined;
  /** Recordings of the collection. */
  total: number;
  /** Of the recordings. */
  titles: ReadonlyMap<string, string>;
}

/** Who speaks, how much, and why they are taken for one person. */
export function SpeakerSection({ collectionId, reading, total, titles }: SpeakerSectionProps) {
  const { t } = useMessages('collections');
  const { rename, renamedEverywhere } = useNaming(collectionId);
  const people = reading?.speakers ?? [];
  const readable = reading?.readableRecordings ?? 0;
  return (
    <section aria-label={t('speakers.title')}>
      <Title order={2} size="h4" mb="sm">
        {t('speakers.title')}
      </Title>
      {people.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('speakers.none')}
        </Text>
      )}
      {people.length > 0 && readable < total && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('speakers.pending', { readable, total })}
        </Text>
      )}
      {people.length > 0 && (
        <ul className={classes.list} aria-label={t('speakers.title')}>
          {people.map((person) => (
            <PersonCard
              key={person.id}
              collectionId={collectionId}
              person={person}
              others={people.filter(({ id }) => id !== person.id)}
              titles={titles}
              onRename={rename}
              onRenamedEverywhere={renamedEverywhere}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
