import {
  Button,
  IconUserPlus,
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
import type { KnownPerson } from './speaker-card.ts';

interface PersonChoiceProps {
  /** Where typing begins. */
  readonly suggested?: string;
  /** The id of a person whom it is not. */
  readonly except?: string | undefined;
  readonly busy: boolean;
  onKnown(person: KnownPerson): void;
  onNew(name: string): void;
}

const TYPING_MS = 200;

/** Asks for a person: somebody whose voice is known, found by a part of their name, or somebody new. */
export function PersonChoice({ suggested = '', except, busy, onKnown, onNew }: PersonChoiceProps) {
  const { t } = useMessages('transcript');
  const [text, setText] = useState(suggested);
  const name = text.trim();
  const [search] = useDebouncedValue(name, TYPING_MS);
  const [{ data }] = useQuery({
    query: KnownPeopleQuery,
    variables: { search: search || null },
    requestPolicy: 'cache-and-network',
  });
  const people = (data?.speakerProfiles.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id }) => id !== except);
  const same = people.find((person) => person.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (same) onKnown(same);
        else if (name) onNew(name);
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
                <UnstyledButton className="transcript-person" disabled={busy} onClick={() => onKnown(person)}>
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
          <Button type="submit" leftSection={<IconUserPlus size={16} />} loading={busy}>
            {t('identity.isNew', { name })}
          </Button>
        )}
      </Stack>
    </form>
  );
}
