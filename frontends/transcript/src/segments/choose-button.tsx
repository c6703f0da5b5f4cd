import { useSyncExternalStore } from 'react';
import { ActionIcon, IconListCheck, Tooltip } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';
import { useVoicesRecognised } from '../speakers/use-identity.ts';

/** Begins or ends choosing segments, where there is something to do with them. */
export function ChooseButton() {
  const { t } = useMessages('transcript');
  const { chosen: choice } = useSession();
  const isChoosing = useSyncExternalStore(choice.subscribe, () => choice.getSnapshot() !== null);
  if (!useVoicesRecognised()) return null;
  return (
    <Tooltip label={t('choice.begin')}>
      <ActionIcon
        variant={isChoosing ? 'light' : 'subtle'}
        color={isChoosing ? 'petrol' : 'gray'}
        size="lg"
        aria-label={t('choice.begin')}
        aria-pressed={isChoosing}
        onClick={isChoosing ? choice.end : choice.begin}
      >
        <IconListCheck size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
