import { Button, Group, IconUserCheck, IconUserQuestion, Text, Tooltip } from '@colloquy/ui';
import { formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { HearSpeaker } from './hear-speaker.tsx';
import type { Identification, SpeakerCard } from './speaker-card.ts';
import { useIdentity } from './use-identity.ts';

/** Which known person a speaker is, and whether that is asked. */
export function SpeakerIdentity({ speaker }: { readonly speaker: SpeakerCard }) {
  const { t } = useMessages('transcript');
  const identity = useIdentity(speaker);
  const { profile, identification } = speaker;
  // In words, wherever it is shown: what this model finds is a draft.
  const facts = (fact: string, { draft }: Identification) =>
    draft ? `${fact} · ${t('identity.draft')}` : fact;
  const byVoiceOf = (found: Identification) =>
    facts(t('identity.byVoice', { percent: formatPercent(found.confidence) }), found);
  if (profile) {
    const byVoice = identification && !identification.decidedBy;
    return (
      <Group gap={6} wrap="nowrap" className="transcript-identity">
        <IconUserCheck size={14} aria-hidden />
        <Tooltip
          label={t(identification?.draft ? 'identity.foundDraft' : 'identity.found')}
          disabled={!byVoice}
          multiline
          maw={280}
          events={{ hover: true, focus: true, touch: true }}
        >
          <RouteLink href={paths.person(profile.id)}>
            {byVoice ? byVoiceOf(identification) : t('identity.confirmed')}
          </RouteLink>
        </Tooltip>
      </Group>
    );
  }
  const maybe = identification?.outcome === 'MAYBE' ? identification.profile : null;
  if (!maybe || !identification) return null;
  // Called so by hand, or after the person was deleted and came back: another may bear the name.
  const isNamesake = speaker.displayName.toLowerCase() === maybe.name.toLowerCase();
  const question = t(isNamesake ? 'identity.questionNamesake' : 'identity.question', { name: maybe.name });
  const named = { speaker: speaker.displayName, name: maybe.name };
  return (
    <Group gap={6} className="transcript-identity" role="group" aria-label={question}>
      <IconUserQuestion size={14} aria-hidden />
      <HearSpeaker speaker={speaker} />
      <Text size="xs" component="span">
        {question}{' '}
        <Text size="xs" c="dimmed" component="span">
          {facts(formatPercent(identification.confidence), identification)}
        </Text>
      </Text>
      <Button
        size="compact-xs"
        variant="light"
        disabled={identity.busy}
        aria-label={t(isNamesake ? 'identity.isNamesake' : 'identity.isNamed', named)}
        onClick={() => void identity.is(maybe.id)}
      >
        {t('identity.yes')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        disabled={identity.busy}
        aria-label={t(isNamesake ? 'identity.isNotNamesake' : 'identity.isNotNamed', named)}
        onClick={() => void identity.isNot()}
      >
        {t('identity.no')}
      </Button>
    </Group>
  );
}
