import { Button, IconDownload, Menu } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';

/** One file a transcript can be taken away as. */
export interface TranscriptExport {
  readonly format: 'JSON' | 'CSV' | 'TXT' | 'SRT' | 'VTT' | 'RTTM';
  readonly url: string;
  readonly fileName: string;
}

export function ExportMenu({ exports }: { readonly exports: readonly TranscriptExport[] }) {
  const { t } = useMessages('transcript');
  return (
    <Menu position="bottom-end" withinPortal={false} width={280}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} disabled={exports.length === 0}>
          {t('export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exports.map(({ format, url, fileName }) => (
          <Menu.Item
            key={format}
            component="a"
            href={url}
            download={fileName}
            rightSection={<span className="transcript-format">{format}</span>}
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
