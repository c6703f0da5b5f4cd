import { ActionIcon, confirm, IconDots, IconTrash, Menu, toast, useTold } from '@colloquy/ui';
import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import type { PersonRowFragment as Person } from '../gql/graphql.ts';
import { DeletePersonMutation } from './person.operations.ts';

interface PersonMenuProps {
  readonly person: Person;
  onChanged(): void;
}

/** What can be done with a profile as a whole. */
export function PersonMenu({ person: { id, name } }: PersonMenuProps) {
  const { t } = useMessages('people');
  const [, remove] = useMutation(DeletePersonMutation);
  const told = useTold();
  const askAndDelete = async () => {
    const sure = await confirm({
      title: t('person.deleteTitle', { name }),
      body: t('person.deleteBody'),
      confirm: t('common:delete'),
      cancel: t('common:cancel'),
      dangerous: true,
    });
    if (!sure) return;
    const { data, error } = await remove({ id });
    if (!told(data?.deleteSpeakerProfile, error)) return;
    toast.done({ message: t('person.deleted', { name }) });
    navigate(paths.people(), { replace: true });
  };
  return (
    <Menu position="bottom-end" width={230} shadow="md" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('person.actions', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          color="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void askAndDelete()}
        >
          {t('person.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
