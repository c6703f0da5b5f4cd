import { useState } from 'react';
import { Button, IconShare, Modal } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { ShareLinks } from './share-links.tsx';

interface ShareButtonProps {
  readonly recordingId: string;
  readonly hasAudio: boolean;
}

/** A button, and behind it the links by which others read this transcript. */
export function ShareButton(props: ShareButtonProps) {
  const { t } = useMessages('share');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconShare size={16} />} onClick={() => setOpened(true)}>
        {t('open')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="lg"
        title={t('title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {opened && <ShareLinks {...props} />}
      </Modal>
    </>
  );
}
