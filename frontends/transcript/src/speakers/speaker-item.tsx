import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import {
  ActionIcon,
  Button,
  Group,
  IconCheck,
  IconDots,
  IconFilter,
  IconFilterFilled,
  IconInfoCircle,
  IconPencil,
  IconPlus,
  IconUserPlus,
  IconX,
  Menu,
  RenamePersonDialog,
  Text,
  TextInput,
  Tooltip,
  useDisclosure,
} from '@colloquy/ui';
import { formatDuration, useMessages } from '@colloquy/web-kit';
import { MergeSpeakersMutation } from '../corrections/correction.operations.ts';
import { useSession } from '../session/transcript-session.ts';
import { isByVoice, type SpeakerCard } from './speaker-card.ts';
import { SpeakerIdentity } from './speaker-identity.tsx';
import { useIdentity, useVoicesRecognised } from './use-identity.ts';
import { useSpeakerName } from './use-speaker-name.ts';
import { WhoIsItDialog } from './who-is-it-dialog.tsx';
import { WhyLabelDrawer } from './why-label-drawer.tsx';

interface SpeakerItemProps {
  readonly speaker: SpeakerCard;
  /** Who else speaks in the recording. */
  readonly others: readonly SpeakerCard[];
  readonly shown: boolean;
  readonly dimmed: boolean;
  onToggle(): void;
}

export function SpeakerItem({ speaker, others, shown, dimmed, onToggle }: SpeakerItemProps) {
  const { t } = useMessages('transcript');
  const [asked, setAsked] = useState(false);
  const { corrections } = useSession();
  const voicesRecognised = useVoicesRecognised();
  const identity = useIdentity(speaker);
  const [asking, question] = useDisclosure(false);
  const naming = useSpeakerName(speaker, question.open);

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') naming.save(event.currentTarget.value);
    if (event.key === 'Escape') naming.discard();
  };
  const taken = naming.name !== null && sameName(naming.name, others);
  const percent = Math.round(speaker.share * 100);
  const FilterIcon = shown ? IconFilterFilled : IconFilter;
  return (
    <div
      role="listitem"
      className="transcript-speaker"
      data-dimmed={dimmed || undefined}
      style={{ '--speaker': speaker.color, '--share': `${percent}%` } as CSSProperties}
    >
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <span className="transcript-dot" aria-hidden />
        {naming.name === null ? (
          <button
            type="button"
            className="transcript-rename"
            onClick={naming.begin}
            aria-label={t('speakers.rename', { name: speaker.displayName })}
          >
            <span>{speaker.displayName}</span>
            <IconPencil size={14} aria-hidden />
          </button>
        ) : (
          <TextInput
            size="xs"
            flex={1}
            autoFocus
            maxLength={80}
            aria-label={t('speakers.nameOf', { name: speaker.displayName })}
            placeholder={speaker.displayName}
            value={naming.name}
            error={naming.trouble}
            description={taken && t('speakers.nameTaken')}
            inputWrapperOrder={['input', 'description', 'error']}
            readOnly={naming.saving}
            onChange={(event) => naming.write(event.currentTarget.value)}
            onKeyDown={keyDown}
            onBlur={(event) => naming.leave(event.currentTarget.value)}
          />
        )}
        <Tooltip label={t(shown ? 'speakers.unfilter' : 'speakers.filter')}>
          <ActionIcon
            variant={shown ? 'light' : 'subtle'}
            color={shown ? undefined : 'gray'}
            aria-label={t('speakers.filterOf', { name: speaker.displayName })}
            aria-pressed={shown}
            onClick={onToggle}
          >
            <FilterIcon size={16} />
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end" width={220} withinPortal={false}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('speakers.moreOf', { name: speaker.displayName })}
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconInfoCircle size={16} />} onClick={() => setAsked(true)}>
              {t('why.ask')}
            </Menu.Item>
            {voicesRecognised && (
              <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={question.open}>
                {t(speaker.profile ? 'identity.somebodyElse' : 'identity.know')}
              </Menu.Item>
            )}
            {speaker.profile && isByVoice(speaker) && (
              <Menu.Item
                leftSection={<IconCheck size={16} />}
                onClick={() => void identity.is(speaker.profile?.id ?? '')}
              >
                {t('identity.is', { name: speaker.profile.name })}
                <Text size="xs" c="dimmed">
                  {t('identity.isHint', { name: speaker.profile.name })}
                </Text>
              </Menu.Item>
            )}
            {speaker.profile && (
              <Menu.Item leftSection={<IconX size={16} />} onClick={() => void identity.isNot()}>
                {t('identity.isNot', { name: speaker.profile.name })}
              </Menu.Item>
            )}
            {others.length > 0 && <Menu.Label>{t('speakers.sameAs')}</Menu.Label>}
            {others.map(({ id, version, displayName, color }) => (
              <Menu.Item
                key={id}
                leftSection={
                  <span
                    className="transcript-dot"
                    style={{ '--speaker': color } as CSSProperties}
                    aria-hidden
                  />
                }
                onClick={() =>
                  void corrections.make(MergeSpeakersMutation, {
                    input: {
                      speakerId: speaker.id,
                      expectedVersion: speaker.version,
                      intoSpeakerId: id,
                      intoExpectedVersion: version,
                    },
                  })
                }
              >
                {displayName}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {asked && <WhyLabelDrawer speaker={speaker} onClose={() => setAsked(false)} />}
      <div className="transcript-share" aria-hidden />
      <SpeakerIdentity speaker={speaker} />
      <Group gap="xs" justify="space-between">
        <Text size="xs" c="dimmed">
          {t('speakers.talk', { time: formatDuration(speaker.talkTimeMs), percent })}
        </Text>
        {!speaker.name && speaker.suggestedRole && naming.name === null && (
          <Button
            size="compact-xs"
            variant="light"
            loading={naming.saving}
            leftSection={<IconPlus size={12} />}
            onClick={() => naming.save(speaker.suggestedRole ?? '')}
            aria-label={t('speakers.useRole', { name: speaker.displayName, role: speaker.suggestedRole })}
          >
            {speaker.suggestedRole}
          </Button>
        )}
      </Group>
      {speaker.profile && naming.ofPerson && (
        <RenamePersonDialog
          person={speaker.profile}
          name={naming.ofPerson.name}
          onSomebodyElse={naming.ofPerson.isSomebodyElse}
          onRenamed={identity.isRenamed}
          onClose={naming.ofPerson.close}
        />
      )}
      <WhoIsItDialog speaker={speaker} opened={asking} onClose={question.close} />
    </div>
  );
}

function sameName(draft: string, others: readonly SpeakerCard[]): boolean {
  const wanted = draft.trim().toLocaleLowerCase();
  return others.some(({ displayName }) => displayName.toLocaleLowerCase() === wanted);
}
