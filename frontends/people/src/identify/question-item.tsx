import { Button, Group, Text, told } from '@colloquy/ui';
import { formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import type { QuestionsQuery as QuestionsData } from '../gql/graphql.ts';
import { PlayButton } from '../clip/clip-button.tsx';
import type { ClipPlayer } from '../clip/clip-player.ts';
import { ConfirmMutation, DenyMutation } from './question.operations.ts';
import { useSpeech } from './use-speech.ts';

export type Question = QuestionsData['speakersInQuestion']['edges'][number]['node'];

interface QuestionItemProps {
  readonly question: Question;
  readonly player: ClipPlayer;
  onAnswered(): void;
}

export function QuestionItem({ question, player, onAnswered }: QuestionItemProps) {
  const { t } = useMessages('people');
  const [confirming, confirm] = useMutation(ConfirmMutation);
  const [denying, deny] = useMutation(DenyMutation);
  const speech = useSpeech();
  const { id, displayName: speaker, recording, identification } = question;
  const person = identification?.profile;
  if (!person || !recording) return null;
  const { title } = recording;
  // Called so by hand, or after the person was deleted and came back: another may bear the name.
  const isNamesake = speaker.toLowerCase() === person.name.toLowerCase();
  const named = { speaker, title, name: person.name };
  const busy = confirming.fetching || denying.fetching;
  const answer = async (asked: Promise<Parameters<typeof told>[0]>) => {
    if (told(await asked, undefined)) onAnswered();
  };
  const play = async () => {
    if (player.getSnapshot() === id) return player.stop();
    const clip = await speech(recording.id, id);
    if (clip) player.toggle(clip);
  };
  return (
    <li className="people-row">
      {recording.audioUrl && (
        <PlayButton
          player={player}
          clipKey={id}
          label={t('question.play', named)}
          onPress={() => void play()}
        />
      )}
      <div className="people-grow">
        <RouteLink href={paths.recording(recording.id)} className="people-name">
          {t(isNamesake ? 'question.isNamesake' : 'question.is', named)}
        </RouteLink>
        <Text size="sm" c="dimmed">
          {formatPercent(identification.confidence)}
          {identification.draft && ` · ${t('draft')}`}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="xs"
          variant="light"
          disabled={busy}
          onClick={() =>
            void answer(confirm({ speakerId: id, profileId: person.id }).then(({ data }) => data?.answered))
          }
        >
          {t(isNamesake ? 'question.yesNamesake' : 'question.yes', named)}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          aria-label={t(isNamesake ? 'question.noNamesake' : 'question.noNamed', named)}
          onClick={() => void answer(deny({ speakerId: id }).then(({ data }) => data?.answered))}
        >
          {t('question.no')}
        </Button>
      </Group>
    </li>
  );
}
