import { useState } from 'react';
import { Button, IconAdjustments, IconDownload, Menu } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { TranscriptExport } from './export-choice.ts';
import { ExportDialog } from './export-dialog.tsx';

interface ExportMenuProps {
  readonly exports: readonly TranscriptExport[];
  /** Of the transcript, as it is now. */
  readonly version: number;
}

/** The transcript in every format, as it comes, or as somebody chooses. */
export function ExportMenu({ exports, version }: ExportMenuProps) {
  const { t } = useMessages('transcript');
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} width={300}>
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
              rightSection={<span className="transcript-format">{t(`export.short.${format}`)}</span>}
            >
              {t(`export.format.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconAdjustments size={16} />} onClick={() => setChoosing(true)}>
            {t('export.choose')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {choosing && <ExportDialog exports={exports} version={version} onClose={() => setChoosing(false)} />}
    </>
  );
}
