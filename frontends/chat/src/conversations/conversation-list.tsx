import { useState } from 'react';
import { useQuery } from 'urql';
import { Button, IconMessagePlus, ProblemAlert, Skeleton, Text } from '@colloquy/ui';
import { paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { ConversationItem } from './conversation-item.tsx';
import { ConversationListQuery } from './conversation.operations.ts';

const PAGE = 30;

interface ConversationListProps {
  readonly currentId: string | null;
  /** Something was chosen: a drawer may close. */
  onChosen(): void;
}

/** Earlier conversations, newest first. */
export function ConversationList({ currentId, onChosen }: ConversationListProps) {
  const { t } = useMessages('chat');
  const [count, setCount] = useState(PAGE);
  const [{ data, error, fetching }, ask] = useQuery({
    query: ConversationListQuery,
    variables: { first: count },
    requestPolicy: 'cache-and-network',
  });
  const connection = data?.conversations;
  const conversations = connection?.edges.map(({ node }) => node) ?? [];
  return (
    <nav className="chat-list" aria-label={t('list.label')}>
      <Button
        component={RouteLink}
        href={paths.chat()}
        fullWidth
        variant="light"
        justify="flex-start"
        leftSection={<IconMessagePlus size={18} />}
        onClick={onChosen}
        mb="sm"
      >
        {t('list.new')}
      </Button>
      {!connection && fetching && <ListSkeleton />}
      {error && !connection && (
        <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {connection && conversations.length === 0 && (
        <Text size="sm" c="dimmed" px="xs">
          {t('list.none')}
        </Text>
      )}
      <ul className="chat-conversations">
        {conversations.map((conversation) => (
          <ConversationItem
            key={conversation.id}
            conversation={conversation}
            current={conversation.id === currentId}
            onChosen={onChosen}
          />
        ))}
      </ul>
      {connection?.pageInfo.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          fullWidth
          onClick={() => setCount(count + PAGE)}
          loading={fetching}
        >
          {t('list.more')}
        </Button>
      )}
    </nav>
  );
}

function ListSkeleton() {
  const { t } = useMessages('common');
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} h={36} mt={6} />
      ))}
    </div>
  );
}
