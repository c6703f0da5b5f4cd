import { ActionIcon, IconRefresh, ProcessAgainDialog, Tooltip, useDisclosure } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { RecordingHeaderFragment } from '../gql/graphql.ts';

/** Offers to have a recording that is ready processed again. */
export function ProcessAgainButton({ recording }: { recording: RecordingHeaderFragment }) {
  const { t } = useMessages('common');
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Tooltip label={t('again.confirm')}>
        <ActionIcon size="lg" variant="default" aria-label={t('again.confirm')} onClick={dialog.open}>
          <IconRefresh size={18} />
        </ActionIcon>
      </Tooltip>
      <ProcessAgainDialog recording={recording} opened={opened} onClose={dialog.close} />
    </>
  );
}
