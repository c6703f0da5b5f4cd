import { useSubscription } from 'urql';
import { IconCheck, Loader, Text, Tooltip } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';
import { PropagationSubscription } from './correction.operations.ts';

/** Whether what was corrected has arrived in search and answers. */
export function PropagationBadge() {
  const { t } = useMessages('transcript');
  const { recordingId } = useSession();
  const [{ data }] = useSubscription({ query: PropagationSubscription, variables: { recordingId } });
  const propagation = data?.propagationChanged;
  if (!propagation) return null;
  const { upToDate, consumers } = propagation;
  const states = consumers.map(({ consumer, upToDate: arrived }) =>
    t(arrived ? 'propagation.arrived' : 'propagation.pending', { where: t(`propagation.${consumer}`) }),
  );
  return (
    <Tooltip label={states.join(' · ')}>
      <Text size="xs" c="dimmed" role="status" tabIndex={0} className="transcript-propagation">
        {upToDate ? <IconCheck size={14} aria-hidden /> : <Loader size={12} color="gray" aria-hidden />}
        <span>{t(upToDate ? 'propagation.everywhere' : 'propagation.underway')}</span>
      </Text>
    </Tooltip>
  );
}
