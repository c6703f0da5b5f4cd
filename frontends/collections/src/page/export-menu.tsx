import { Button, IconDownload, Menu } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { CollectionSpeakersFragment as Reading } from '../gql/graphql.ts';

export function ExportMenu({ exports }: { exports: NonNullable<Reading['exports']> }) {
  const { t } = useMessages('collections');
  return (
    <Menu position="bottom-end" withinPortal={false} width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} disabled={exports.length === 0}>
          {t('export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exports.map(({ format, url, fileName }) => (
          <Menu.Item key={format} component="a" href={url} download={fileName}>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
