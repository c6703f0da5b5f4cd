import {
  ActionIcon,
  confirm,
  IconDots,
  IconDownload,
  IconTrash,
  IconUsers,
  Menu,
  toast,
  useDisclosure,
  told,
} from '@colloquy/ui';
import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useClient, useMutation } from 'urql';
import type { PersonRowFragment as Person } from '../gql/graphql.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { DeletePersonMutation, ExportPersonQuery } from './person.operations.ts';

interface PersonMenuProps {
  readonly person: Person;
  onChanged(): void;
  onExported(): void;
}

/** What can be done with a profile as a whole. */
export function PersonMenu({ person, onChanged, onExported }: PersonMenuProps) {
  const { id, name } = person;
  const { t } = useMessages('people');
  const [merging, merge] = useDisclosure(false);
  const icon = { size: 16, stroke: 1.75 };
  const remove = useDelete(person);
  const download = useExport(person, onExported);
  return (
    <>
      <Menu position="bottom-end" width={230} shadow="md" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('person.actions', { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUsers {...icon} />} onClick={merge.open}>
            {t('person.merge')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload {...icon} />} onClick={() => void download()}>
            {t('person.export')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="var(--mantine-color-error)"
            leftSection={<IconTrash {...icon} />}
            onClick={() => void remove()}
          >
            {t('person.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <MergeDialog key={id} person={person} opened={merging} onClose={merge.close} onMerged={onChanged} />
    </>
  );
}

function useDelete({ id, name }: Person) {
  const { t } = useMessages('people');
  const [, remove] = useMutation(DeletePersonMutation);
  return async () => {
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
}

function useExport({ id, name }: Person, onExported: () => void) {
  const { t } = useMessages('people');
  const client = useClient();
  return async () => {
    const sure = await confirm({
      title: t('person.exportTitle', { name }),
      body: t('person.exportBody'),
      confirm: t('person.exportAction'),
      cancel: t('common:cancel'),
    });
    if (!sure) return;
    const { data } = await client
      .query(ExportPersonQuery, { id }, { requestPolicy: 'network-only' })
      .toPromise();
    const document = data?.speakerProfile?.export;
    if (!document) return toast.failed({ message: t('common:problem.unexpected') });
    save(document.fileName, document.content);
    onExported();
  };
}

function save(fileName: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  URL.revokeObjectURL(url);
}
