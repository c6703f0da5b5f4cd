import { Group, Progress, Text } from '@colloquy/ui';
import { formatAgo, formatDateTime, paths, RouteLink, useMessages, wholePercent } from '@colloquy/web-kit';
import classes from '../collections.module.css';
import type { CollectionCardFragment as Card } from '../gql/graphql.ts';
import { StateLine } from '../clips/state-line.tsx';

export function CollectionCard({ collection }: { collection: Card }) {
  const { t } = useMessages('collections');
  const { id, name, createdAt, expiresAt, progress } = collection;
  return (
    <li className={classes.card}>
      <Group justify="space-between" gap="xs" wrap="wrap">
        <RouteLink href={paths.collection(id)} className={classes.cardLink}>
          {name}
        </RouteLink>
        <Text size="sm" c="dimmed">
          {t('card.madeAt', { time: formatAgo(createdAt) })}
          {expiresAt && <> · {t('card.expires', { time: formatDateTime(expiresAt) })}</>}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" mt={2}>
        {t('card.recordings', { count: progress.total })}
        {progress.total > 0 && <StateLine {...progress} />}
      </Text>
      {progress.inProgress > 0 && (
        <Progress
          mt="xs"
          size="sm"
          value={wholePercent(progress.progress)}
          aria-label={t('card.progress', { name })}
        />
      )}
    </li>
  );
}
