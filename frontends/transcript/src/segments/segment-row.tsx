import { memo, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react';
import { IconDots, IconPencil } from '@colloquy/ui';
import { formatTime } from '@colloquy/web-kit';
import type { TranscriptMessages } from '../transcript-messages.ts';
import { goTo, useReading } from '../session/transcript-session.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';
import type { SaveState } from './edit-snapshot.ts';
import { ChoiceBox } from './choice-box.tsx';
import { canBeSent } from './segment-edit.ts';
import { SegmentEditor } from './segment-editor.tsx';
import type { SegmentRow as Row } from './segment.store.ts';
import { SegmentText } from './segment-text.tsx';
import type { TextSpan } from './text-runs.ts';
import type { SegmentEditing } from './use-segment-edit.ts';

interface SegmentRowProps {
  /** From the list: a row is drawn within a frame of scrolling, and asks for nothing it can be given. */
  readonly t: TranscriptMessages;
  readonly row: Row;
  readonly speaker: SpeakerCard | undefined;
  /** The first of a turn: neighbours by the same speaker share one name. */
  readonly opensTurn: boolean;
  readonly found: readonly TextSpan[] | undefined;
  readonly foundHere: boolean;
  /** A link led here. */
  readonly linked: boolean;
  /** Given only to the row being edited, so that typing draws no other row. */
  readonly editing: SegmentEditing | null;
  readonly save: SaveState | null;
  /** Null where nothing can be changed. */
  readonly onEdit: ((row: Row) => void) | null;
  /** What can be done to it, while its menu is open. */
  readonly menu: ReactNode;
  /** Null while nothing is to be chosen. */
  readonly chosen?: boolean | null;
  readonly onChoose?: ((id: string, through: boolean) => void) | null;
  readonly onMenu: (id: string) => void;
}

export const SegmentRow = memo(function SegmentRow({
  t,
  row,
  speaker,
  opensTurn,
  found,
  foundHere,
  linked,
  editing,
  save,
  onEdit,
  menu,
  chosen = null,
  onChoose = null,
  onMenu,
}: SegmentRowProps) {
  const session = useReading();
  const current = useSyncExternalStore(
    session.position.subscribeSegment,
    () => session.position.getSegmentId() === row.id,
  );
  const saveState = save?.kind;
  // Still on its way: it is shown although nobody has answered yet.
  const underWay = save?.kind === 'kept' && canBeSent(save.edit) ? save.edit.draft : null;
  const clock = formatTime(row.startMs);
  const name = speaker?.displayName ?? t('speakers.unknown');
  return (
    <div
      role="article"
      aria-label={t('segment.label', { speaker: name, time: clock })}
      aria-current={current || undefined}
      className="transcript-segment"
      data-turn={opensTurn || undefined}
      data-linked={linked || undefined}
      data-chosen={chosen || undefined}
      style={{ '--speaker': speaker?.color ?? 'gray' } as CSSProperties}
    >
      <button
        type="button"
        className="transcript-time"
        aria-label={t(session.player ? 'segment.playFrom' : 'segment.goTo', { time: clock })}
        onClick={() => goTo(session, row.startMs)}
      >
        {clock}
      </button>
      <div className="transcript-body">
        {opensTurn && (
          <div className="transcript-name">
            <span className="transcript-dot" aria-hidden />
            {name}
          </div>
        )}
        {editing ? (
          <SegmentEditor editing={editing} />
        ) : underWay !== null ? (
          <p className="transcript-text">{underWay}</p>
        ) : (
          <SegmentText row={row} found={found} foundHere={foundHere} unsureTitle={t('segment.unsure')} />
        )}
      </div>
      <div className="transcript-tools">
        <span role="status" className="transcript-save" data-state={saveState}>
          {saveState && !editing ? t(`edit.state.${saveState}`) : ''}
        </span>
        {row.edited && !editing && !saveState && (
          <span className="transcript-edited">{t('segment.edited')}</span>
        )}
        {chosen !== null && (
          <ChoiceBox
            label={t('choice.choose', { speaker: name, time: clock })}
            chosen={chosen}
            onChoose={(through) => onChoose?.(row.id, through)}
          />
        )}
        {onEdit && !editing && chosen === null && (
          <button
            type="button"
            className="transcript-edit"
            title={t('segment.edit')}
            aria-label={t('segment.editOf', { speaker: name, time: clock })}
            onClick={() => onEdit(row)}
          >
            <IconPencil size={16} aria-hidden />
          </button>
        )}
        {onEdit &&
          !editing &&
          chosen === null &&
          (menu ?? (
            <button
              type="button"
              className="transcript-edit"
              title={t('segment.more')}
              aria-label={t('segment.moreOf', { speaker: name, time: clock })}
              aria-haspopup="menu"
              data-menu-of={row.id}
              onClick={() => onMenu(row.id)}
            >
              <IconDots size={16} aria-hidden />
            </button>
          ))}
      </div>
    </div>
  );
});
