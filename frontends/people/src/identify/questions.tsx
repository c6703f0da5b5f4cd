import { Button, Text, Title } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useClipPlayer } from '../clip/clip-button.tsx';
import { QuestionItem } from './question-item.tsx';
import { QuestionsQuery } from './question.operations.ts';

const FIRST = 5;
const MORE = 50;

/** Speakers who may be somebody known; nothing when there are none. */
export function Questions({ onAnswered }: { onAnswered(): void }) {
  const { t } = useMessages('people');
  const [first, setFirst] = useState(FIRST);
  const player = useClipPlayer();
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
            player={player}
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
