import {
  Button,
  EmptyState,
  IconPlus,
  IconStack2,
  PageHeader,
  ProblemAlert,
  Skeleton,
  Stack,
  useDisclosure,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CollectionCardFragment, CollectionsQuery } from '../collections.operations.ts';
import classes from '../collections.module.css';
import { readFragment } from '../gql/index.ts';
import { CollectionCard } from './collection-card.tsx';
import { CreateDialog } from './create-dialog.tsx';

const PAGE = 20;
const MOST = 100;

export function CollectionList() {
  const { t } = useMessages('collections');
  const [first, setFirst] = useState(PAGE);
  const [creating, dialog] = useDisclosure(false);
  const [{ data, error }, ask] = useQuery({
    query: CollectionsQuery,
    variables: { first },
    requestPolicy: 'cache-and-network',
  });
  const connection = data?.collections;
  const collections = connection?.edges.map(({ node }) => readFragment(CollectionCardFragment, node));
  const failed = error && !collections;
  const create = (
    <Button leftSection={<IconPlus size={17} stroke={1.75} />} onClick={dialog.open}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={collections && collections.length > 0 && create}
      />
      {failed && <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!failed && !collections && (
        <Stack gap="sm" role="status" aria-busy="true" aria-label={t('common:loading')}>
          <Skeleton h={84} />
          <Skeleton h={84} />
        </Stack>
      )}
      {collections?.length === 0 && (
        <EmptyState icon={<IconStack2 size={28} stroke={1.6} />} title={t('empty.title')} actions={create}>
          {t('empty.body')}
        </EmptyState>
      )}
      {collections && collections.length > 0 && (
        <ul className={classes.list} aria-label={t('list')}>
          {collections.map((collection) => (
            <CollectionCard key={collection.id} collection={collection} />
          ))}
        </ul>
      )}
      {connection && connection.totalCount > first && first < MOST && (
        <Button variant="default" mt="md" onClick={() => setFirst(Math.min(MOST, first + PAGE))}>
          {t('more')}
        </Button>
      )}
      <CreateDialog opened={creating} onClose={dialog.close} />
    </>
  );
}
