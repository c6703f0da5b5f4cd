import { Button, confirm, Modal, Stack, Text, TextInput, toast, useDebouncedValue, told } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useClient, useMutation, useQuery } from 'urql';
import { readFragment } from '../gql/index.ts';
import type { PersonRowFragment as Person } from '../gql/graphql.ts';
import { PeopleQuery, PersonRowFragment } from '../list/people.operations.ts';
import { HeardTogetherQuery, MergePeopleMutation } from './person.operations.ts';

interface MergeDialogProps {
  readonly person: Person;
  readonly opened: boolean;
  onClose(): void;
  onMerged(): void;
}

const SHOWN = 10;
const TYPING_MS = 200;

/** Chooses who is the same person; that profile goes, and all that is known of it comes here. */
export function MergeDialog({ opened, onClose, ...choice }: MergeDialogProps) {
  const { t } = useMessages('people');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('person.mergeTitle', { name: choice.person.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Others onClose={onClose} {...choice} />
    </Modal>
  );
}

function Others({ person, onClose, onMerged }: Omit<MergeDialogProps, 'opened'>) {
  const { t } = useMessages('people');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  const [{ data }] = useQuery({
    query: PeopleQuery,
    variables: { search: search || null, first: SHOWN + 1 },
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching }, merge] = useMutation(MergePeopleMutation);
  const others = data?.speakerProfiles.edges
    .map(({ node }) => readFragment(PersonRowFragment, node))
    .filter(({ id }) => id !== person.id);
  const areOne = useAreOne(person);
  const choose = async (dropped: Person) => {
    if (!(await areOne(dropped))) return;
    const { data: answer, error } = await merge({ keepId: person.id, dropId: dropped.id });
    if (!told(answer?.mergeSpeakerProfiles, error)) return;
    toast.done({ message: t('person.merged', { dropped: dropped.name, name: person.name }) });
    onClose();
    onMerged();
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('person.mergeBody', { name: person.name })}</Text>
      <TextInput
        label={t('person.mergeFind')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      {others?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('person.mergeNobody')}
        </Text>
      )}
      {others?.slice(0, SHOWN).map((other) => (
        <Button
          key={other.id}
          variant="default"
          justify="space-between"
          disabled={fetching}
          rightSection={
            <Text size="xs" c="dimmed" component="span">
              {t('recordings', { count: other.recordingCount })}
            </Text>
          }
          onClick={() => void choose(other)}
        >
          {other.name}
        </Button>
      ))}
    </Stack>
  );
}

/** Asks where two are heard in one conversation: they may be one whom an engine heard as two, but hardly are. */
function useAreOne({ id, name }: Person): (other: Person) => Promise<boolean> {
  const { t } = useMessages('people');
  const client = useClient();
  return async (other) => {
    const { data } = await client
      .query(HeardTogetherQuery, { id, otherId: other.id }, { requestPolicy: 'network-only' })
      .toPromise();
    const [first, ...more] = data?.speakerProfile?.recordingsWith ?? [];
    if (!first) return true;
    return confirm({
      title: t('person.mergeTogetherTitle', { name, other: other.name }),
      body: t('person.mergeTogetherBody', { title: first.title, count: more.length }),
      confirm: t('person.mergeTogether'),
      cancel: t('common:cancel'),
      dangerous: true,
    });
  };
}
