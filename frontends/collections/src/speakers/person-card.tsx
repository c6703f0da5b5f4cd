import {
  ActionIcon,
  Button,
  Collapse,
  Group,
  IconChevronDown,
  IconChevronUp,
  IconPencil,
  IconUsers,
  Menu,
  RenamePersonDialog,
  SpeakerChip,
  Text,
  useDisclosure,
  type RenamedPerson,
} from '@colloquy/ui';
import { formatDuration, formatPercent, useMessages, wholePercent } from '@colloquy/web-kit';
import { useState } from 'react';
import classes from '../collections.module.css';
import { FiguresFragment } from '../collections.operations.ts';
import { readFragment } from '../gql/index.ts';
import type { CollectionSpeakersFragment as Reading } from '../gql/graphql.ts';
import { FiguresTable } from './figures-table.tsx';
import { NameForm } from './name-form.tsx';
import { useSpeakerActions } from './use-speaker-actions.ts';

export type Person = NonNullable<Reading['speakers']>[number];

interface PersonCardProps {
  collectionId: string;
  person: Person;
  others: readonly Person[];
  titles: ReadonlyMap<string, string>;
  /** Gives whether they are called so. */
  onRename(id: string, name: string): Promise<boolean>;
  onRenamedEverywhere(person: RenamedPerson): void;
}

export function PersonCard(props: PersonCardProps) {
  const { collectionId, person, others, titles, onRename, onRenamedEverywhere } = props;
  const { t } = useMessages('collections');
  const actions = useSpeakerActions(collectionId);
  const [opened, { toggle }] = useDisclosure(false);
  const [naming, setNaming] = useState(false);
  const [nameOfPerson, setNameOfPerson] = useState<string | null>(null);
  const { id, displayName: name, color } = person;
  const known = person.appearances
    .map(({ speaker }) => speaker?.profile)
    .find((one) => one?.name === person.name);
  const save = async (given: string) => {
    const isAsked = known && given.trim() !== '' && given.trim() !== known.name;
    if (isAsked) setNameOfPerson(given.trim());
    if (isAsked || (await onRename(id, given))) setNaming(false);
  };
  const { share, talkTimeMs, words } = readFragment(FiguresFragment, person.statistics);
  const Chevron = opened ? IconChevronUp : IconChevronDown;
  return (
    <li className={classes.card}>
      {known && nameOfPerson !== null && (
        <RenamePersonDialog
          person={known}
          name={nameOfPerson}
          onSomebodyElse={() => void onRename(id, nameOfPerson)}
          onRenamed={onRenamedEverywhere}
          onClose={() => setNameOfPerson(null)}
        />
      )}
      <Group justify="space-between" gap="xs" wrap="wrap">
        {naming ? (
          <NameForm name={person.name ?? ''} onCancel={() => setNaming(false)} onSave={save} />
        ) : (
          <Group gap={4} wrap="nowrap" miw={0}>
            <SpeakerChip name={name} color={color} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('speakers.rename', { name })}
              onClick={() => setNaming(true)}
            >
              <IconPencil size={16} stroke={1.75} />
            </ActionIcon>
          </Group>
        )}
        <Group gap="xs">
          <Text size="sm" c="dimmed" className="cq-figures">
            {formatDuration(talkTimeMs)} · {formatPercent(share)} · {words}{' '}
            {t('speakers.words').toLowerCase()}
          </Text>
          {others.length > 0 && (
            <Menu position="bottom-end" width={220} withinPortal={false}>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={t('speakers.sameAs', { name })}>
                  <IconUsers size={17} stroke={1.75} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>
                  {t('speakers.sameAs', { name })}
                  <Text size="xs" fw={400}>
                    {t('speakers.sameAsHint')}
                  </Text>
                </Menu.Label>
                {others.map((other) => (
                  <Menu.Item key={other.id} onClick={() => void actions.merge(id, other.id)}>
                    {other.displayName}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      <div
        className={classes.bar}
        role="img"
        aria-label={t('speakers.share', { name, share: formatPercent(share) })}
      >
        <span style={{ width: `${wholePercent(share)}%`, background: color }} />
      </div>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        mt={6}
        aria-expanded={opened}
        rightSection={<Chevron size={14} />}
        onClick={toggle}
      >
        {t('speakers.where', { name })}
      </Button>
      <Collapse expanded={opened}>
        {opened && (
          <FiguresTable
            person={person}
            titles={titles}
            onSeparate={actions.separate}
            onCorrect={actions.correct}
          />
        )}
      </Collapse>
    </li>
  );
}
