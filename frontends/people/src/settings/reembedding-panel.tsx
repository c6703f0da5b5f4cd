import { Button, Group, Progress, Text, Title } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { Reembedding } from './use-reembedding.ts';

/** Listens to all voices anew after another embedder was chosen; says how far it is, and why it should be done. */
export function ReembeddingPanel({ reembedding }: { readonly reembedding: Reembedding }) {
  const { t } = useMessages('people');
  const { now, embedder, knownOtherwise } = reembedding;
  if (!now) return null;
  const running = now.state === 'RUNNING';
  const offered = knownOtherwise > 0 && !running;
  const { state, done, total, failed, skipped, problem, model } = now;
  return (
    <section className="people-panel" aria-labelledby="people-reembedding">
      <Group justify="space-between" align="flex-start">
        <div className="people-grow">
          <Title order={2} size="h5" id="people-reembedding">
            {t(offered ? 'reembedding.offeredTitle' : 'reembedding.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {offered
              ? t('reembedding.offered', { count: knownOtherwise, model: embedder ?? '' })
              : t('reembedding.body')}
          </Text>
          {model && (
            <Text size="xs" c="dimmed" mt={4}>
              {t('reembedding.model', { model })}
            </Text>
          )}
        </div>
        {running ? (
          <Button
            variant="default"
            size="xs"
            loading={reembedding.stopping}
            onClick={() => void reembedding.stop()}
          >
            {t('reembedding.stop')}
          </Button>
        ) : (
          <Button
            variant={offered ? 'filled' : 'default'}
            size="xs"
            loading={reembedding.starting}
            onClick={() => void reembedding.start()}
          >
            {t(state === 'CANCELLED' ? 'reembedding.goOn' : 'reembedding.start')}
          </Button>
        )}
      </Group>
      {state !== 'IDLE' && (
        <div role="status">
          <Text size="sm" mt="sm">
            {t(`reembedding.state.${state}`, { done, total })}
            {skipped > 0 && ` ${t('reembedding.skipped', { count: skipped })}`}
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
