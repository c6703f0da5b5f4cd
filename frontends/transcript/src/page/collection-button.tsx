import { AddToCollectionDialog, Button, IconStack2, useDisclosure } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';

/** Puts the recording into a collection. */
export function CollectionButton({ recordingId }: { readonly recordingId: string }) {
  const { t } = useMessages('common');
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconStack2 size={16} />} onClick={dialog.open}>
        {t('addToCollection')}
      </Button>
      <AddToCollectionDialog recordingIds={[recordingId]} opened={opened} onClose={dialog.close} />
    </>
  );
}
