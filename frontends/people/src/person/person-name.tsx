import { ActionIcon, Group, IconPencil, TextInput, useRenamePerson } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState, type KeyboardEvent } from 'react';
import type { PersonRowFragment as Person } from '../gql/graphql.ts';

export const LONGEST_NAME = 100;

/** The name, changed in place; it changes in every recording. */
export function PersonName({ person: { id, name } }: { readonly person: Person }) {
  const { t } = useMessages('people');
  const [draft, setDraft] = useState<string | null>(null);
  const [seen, setSeen] = useState(name);
  const [conflict, setConflict] = useState<string | null>(null);
  const { rename, renaming } = useRenamePerson(setConflict);
  const begin = () => {
    setDraft(name);
    setSeen(name);
    setConflict(null);
  };
  const save = async () => {
    const next = draft?.trim();
    if (!next || next === (conflict ? name : seen)) return setDraft(null);
    // Whoever was told that somebody was faster gives them this name all the same.
    if (await rename(conflict ? { id } : { id, name: seen }, next)) setDraft(null);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') void save();
    if (event.key === 'Escape') setDraft(null);
  };
  if (draft !== null)
    return (
      <TextInput
        autoFocus
        size="md"
        maw={420}
        maxLength={LONGEST_NAME}
        aria-label={t('person.name')}
        value={draft}
        error={conflict}
        readOnly={renaming}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={keyDown}
        onBlur={() => (conflict ? setDraft(null) : void save())}
      />
    );
  return (
    <Group gap="xs" wrap="nowrap" component="span">
      <span className="people-title">{name}</span>
      <ActionIcon variant="subtle" color="gray" aria-label={t('person.rename', { name })} onClick={begin}>
        <IconPencil size={17} />
      </ActionIcon>
    </Group>
  );
}
