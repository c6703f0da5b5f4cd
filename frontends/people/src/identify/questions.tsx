import { Button, Group, Text, Title, told } from '@colloquy/ui';
import { formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { QuestionsQuery as QuestionsData } from '../gql/graphql.ts';
import { ConfirmMutation, DenyMutation, QuestionsQuery } from './question.operations.ts';

type Question = QuestionsData['speakersInQuestion']['edges'][number]['node'];

const FIRST = 5;
const MORE = 50;

/** Speakers who may be somebody known; nothing when there are none. */
export function Questions({ onAnswered }: { onAnswered(): void }) {
  const { t } = useMessages('people');
  const [first, setFirst] = useState(FIRST);
  const [{ data }, ask] = useQuery({
    query: QuestionsQuery,
    variables: { first },
    requestPolicy: 'cache-and-network',
  });
  const found = data?.speakersInQuestion;
  if (!found || found.totalCount === 0) return null;
  return (
    <section className="people-panel people-questions" aria-labelledby="people-questions">
      <Title order={2} size="h5" id="people-questions">
        {t('question.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('question.body')}
      </Text>
      <ul className="people-list" aria-label={t('question.title')}>
        {found.edges.map(({ node }) => (
          <QuestionItem
            key={node.id}
            question={node}
            onAnswered={() => {
              ask({ requestPolicy: 'network-only' });
              onAnswered();
            }}
          />
        ))}
      </ul>
      {found.totalCount > found.edges.length && first < MORE && (
        <Button size="xs" variant="default" onClick={() => setFirst(MORE)}>
          {t('question.more')}
        </Button>
      )}
    </section>
  );
}

function QuestionItem({ question, onAnswered }: { readonly question: Question; onAnswered(): void }) {
  const { t } = useMessages('people');
  const [confirming, confirm] = useMutation(ConfirmMutation);
  const [denying, deny] = useMutation(DenyMutation);
  const { id, displayName: speaker, recording, identification } = question;
  const person = identification?.profile;
  if (!person || !recording) return null;
  const { title } = recording;
  const busy = confirming.fetching || denying.fetching;
  const answer = async (asked: Promise<Parameters<typeof told>[0]>) => {
    if (told(await asked, undefined)) onAnswered();
  };
  return (
    <li className="people-row">
      <div className="people-grow">
        <RouteLink href={paths.recording(recording.id)} className="people-name">
          {t('question.is', { speaker, title, name: person.name })}
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
          {t('question.yes', { name: person.name })}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          aria-label={t('question.noNamed', { speaker, title, name: person.name })}
          onClick={() => void answer(deny({ speakerId: id }).then(({ data }) => data?.answered))}
        >
          {t('question.no')}
        </Button>
      </Group>
    </li>
  );
}
