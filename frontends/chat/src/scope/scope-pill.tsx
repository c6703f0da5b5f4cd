import { useQuery } from 'urql';
import { Pill } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { RecordingTitleQuery } from './scope.operations.ts';

/** A recording that is asked about, by its id; without `onRemove` it stays. */
export function ScopePill({ id, onRemove }: { readonly id: string; readonly onRemove?: () => void }) {
  const { t } = useMessages('chat');
  const [{ data, fetching }] = useQuery({ query: RecordingTitleQuery, variables: { id } });
  const title = data?.recording?.title ?? (fetching ? '…' : t('scope.gone'));
  return (
    <Pill
      className="chat-pill"
      withRemoveButton={onRemove !== undefined}
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': t('scope.remove', { title }), tabIndex: 0, 'aria-hidden': false }}
    >
      {title}
    </Pill>
  );
}
