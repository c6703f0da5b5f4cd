import { useState, type CSSProperties } from 'react';
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconDots,
  IconPencil,
  IconTrash,
  IconUserCheck,
  IconUserPlus,
  Menu,
  NameDialog,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { focusMenuOf } from '../segments/focus-menu.ts';
import type { SegmentRow } from '../segments/segment.store.ts';
import { useSession } from '../session/transcript-session.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';
import { useEnrolment } from '../speakers/use-identity.ts';
import {
  AssignSpeakerMutation,
  MergeSegmentsMutation,
  RemoveSegmentsMutation,
} from './correction.operations.ts';
import { seen } from './seen.ts';

const LONGEST_SPEAKER_NAME = 80;

interface SegmentMenuProps {
  readonly row: SegmentRow;
  readonly label: string;
  readonly speakers: ReadonlyMap<string, SpeakerCard>;
  onEdit(): void;
  onClosed(): void;
}

/** What can be done to one segment. Made when it is opened: a closed one in each row would slow scrolling down. */
export function SegmentMenu({ row, label, speakers, onEdit, onClosed }: SegmentMenuProps) {
  const { t } = useMessages('transcript');
  const { store, corrections } = useSession();
  const [opened, setOpened] = useState(true);
  const [naming, setNaming] = useState(false);
  const { rows } = store.getSnapshot();
  const { enrol } = useEnrolment();
  const person = speakers.get(row.speakerId)?.profile;
  const position = store.positionOf(row.id);
  const [before, after] = [rows[position - 1], rows[position + 1]];
  const close = () => {
    setOpened(false);
    if (!naming) onClosed();
  };
  const give = (speaker: { speakerId: string } | { newSpeakerName: string }) =>
    corrections.make(AssignSpeakerMutation, { input: { segments: [seen(row)], speaker } });
  const join = async (segments: readonly SegmentRow[]) => {
    const made = await corrections.make(MergeSegmentsMutation, { input: { segments: segments.map(seen) } });
    if (made) focusMenuOf(segments[0]?.id);
  };
  const remove = async () => {
    const made = await corrections.make(RemoveSegmentsMutation, { input: { segments: [seen(row)] } });
    if (made) focusMenuOf((after ?? before)?.id);
  };
  return (
    <>
      <Menu
        opened={opened}
        onChange={(open) => !open && close()}
        position="bottom-end"
        withinPortal={false}
        width={240}
        trapFocus
      >
        <Menu.Target>
          <button type="button" className="transcript-edit" aria-label={label}>
            <IconDots size={16} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {t('segment.editOrSplit')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowUp size={16} />}
            disabled={!before}
            onClick={() => before && void join([before, row])}
          >
            {t('segment.joinPrevious')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={16} />}
            disabled={!after}
            onClick={() => after && void join([row, after])}
          >
            {t('segment.joinNext')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
            {t('segment.remove')}
          </Menu.Item>
          {person && (
            <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={() => void enrol(person, [row.id])}>
              {t('identity.enrol', { name: person.name })}
            </Menu.Item>
          )}
          <Menu.Label>{t('segment.saidBy')}</Menu.Label>
          {[...speakers.values()].map(({ id, displayName, color }) => (
            <Menu.Item
              key={id}
              leftSection={
                <span
                  className="transcript-dot"
                  style={{ '--speaker': color } as CSSProperties}
                  aria-hidden
                />
              }
              rightSection={id === row.speakerId && <IconCheck size={16} aria-label={t('segment.now')} />}
              onClick={() => void give({ speakerId: id })}
            >
              {displayName}
            </Menu.Item>
          ))}
          <Menu.Item
            leftSection={<IconUserPlus size={16} />}
            closeMenuOnClick={false}
            onClick={() => {
              setNaming(true);
              setOpened(false);
            }}
          >
            {t('segment.somebodyElse')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NameDialog
          opened
          optional
          title={t('newSpeaker.title')}
          label={t('newSpeaker.name')}
          hint={t('newSpeaker.hint')}
          action={t('newSpeaker.add')}
          maxLength={LONGEST_SPEAKER_NAME}
          onClose={onClosed}
          onName={(newSpeakerName) => {
            void give({ newSpeakerName });
            return Promise.resolve(true);
          }}
        />
      )}
    </>
  );
}
