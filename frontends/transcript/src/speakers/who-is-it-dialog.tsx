import {
  Button,
  IconUserPlus,
  Modal,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
  useDebouncedValue,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { KnownPeopleQuery } from './identity.operations.ts';
import type { SpeakerCard } from './speaker-card.ts';
import { useIdentity } from './use-identity.ts';

interface WhoIsItDialogProps {
  readonly speaker: SpeakerCard;
  readonly opened: boolean;
  onClose(): void;
}

/** Tells which person a speaker is: somebody known, or somebody new. */
export function WhoIsItDialog({ speaker, opened, onClose }: WhoIsItDialogProps) {
  const { t } = useMessages('transcript');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('identity.whoIs', { name: speaker.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <People speaker={speaker} onClose={onClose} />
    </Modal>
  );
}

const TYPING_MS = 200;

function People({ speaker, onClose }: Omit<WhoIsItDialogProps, 'opened'>) {
  const { t } = useMessages('transcript');
  const [text, setText] = useState(speaker.name ?? '');
  const name = text.trim();
  const [search] = useDebouncedValue(name, TYPING_MS);
  const [{ data }] = useQuery({
    query: KnownPeopleQuery,
    variables: { search: search || null },
    requestPolicy: 'cache-and-network',
  });
  const identity = useIdentity(speaker);
  const people = data?.speakerProfiles.edges.map(({ node }) => node) ?? [];
  const same = people.find((person) => person.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  const finish = async (done: Promise<boolean>) => {
    if (await done) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name) void finish(same ? identity.is(same.id) : identity.isNew(name));
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('identity.name')}
          description={t('identity.nameHint')}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        {people.length > 0 && (
          <ul className="transcript-people" aria-label={t('identity.people')}>
            {people.map((person) => (
              <li key={person.id}>
                <UnstyledButton
                  className="transcript-person"
                  disabled={identity.busy}
                  onClick={() => void finish(identity.is(person.id))}
                >
                  <span>{person.name}</span>
                  <Text size="xs" c="dimmed" component="span">
                    {t('identity.heardIn', { count: person.recordingCount })}
                  </Text>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
        {name && !same && (
          <Button type="submit" leftSection={<IconUserPlus size={16} />} loading={identity.busy}>
            {t('identity.isNew', { name })}
          </Button>
        )}
      </Stack>
    </form>
  );
}
