import { Button, Group, Progress, Text, Title, told } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useEffect } from 'react';
import { useMutation, useQuery } from 'urql';
import { readFragment } from '../gql/index.ts';
import {
  CancelReembeddingMutation,
  ReembeddingFragment,
  ReembeddingQuery,
  ReembedMutation,
} from './reembedding.operations.ts';

const LOOK_EVERY_MS = 2_000;

/** Listens to all voices anew after another embedder was chosen; says how far it is. */
export function ReembeddingPanel() {
  const { t } = useMessages('people');
  const [{ data }, ask] = useQuery({ query: ReembeddingQuery, requestPolicy: 'cache-and-network' });
  const [starting, start] = useMutation(ReembedMutation);
  const [stopping, stop] = useMutation(CancelReembeddingMutation);
  const now = readFragment(ReembeddingFragment, data?.voiceReembedding);
  const running = now?.state === 'RUNNING';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [running, ask]);
  if (!now) return null;
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const begin = async () => {
    const { data: answer, error } = await start({});
    if (told(answer?.reembedVoices, error)) refresh();
  };
  const cancel = async () => {
    const { data: answer, error } = await stop({});
    if (told(answer?.cancelVoiceReembedding, error)) refresh();
  };
  const { state, done, total, failed, problem, model } = now;
  return (
    <section className="people-panel" aria-labelledby="people-reembedding">
      <Group justify="space-between" align="flex-start">
        <div className="people-grow">
          <Title order={2} size="h5" id="people-reembedding">
            {t('reembedding.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('reembedding.body')}
          </Text>
          {model && (
            <Text size="xs" c="dimmed" mt={4}>
              {t('reembedding.model', { model })}
            </Text>
          )}
        </div>
        {running ? (
          <Button variant="default" size="xs" loading={stopping.fetching} onClick={() => void cancel()}>
            {t('reembedding.stop')}
          </Button>
        ) : (
          <Button variant="default" size="xs" loading={starting.fetching} onClick={() => void begin()}>
            {t(state === 'CANCELLED' ? 'reembedding.goOn' : 'reembedding.start')}
          </Button>
        )}
      </Group>
      {state !== 'IDLE' && (
        <div role="status">
          <Text size="sm" mt="sm">
            {t(`reembedding.state.${state}`, { done, total })}
            {failed > 0 && ` ${t('reembedding.failed', { count: failed })}`}
          </Text>
          {problem && (
            <Text size="sm" c="dimmed">
              {[problem.message, ...problem.recovery].join(' ')}
            </Text>
          )}
        </div>
      )}
      {running && (
        <Progress
          mt="xs"
          value={total === 0 ? 0 : (100 * done) / total}
          aria-label={t('reembedding.state.RUNNING', { done, total })}
        />
      )}
    </section>
  );
}
