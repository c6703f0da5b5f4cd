import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import {
  Button,
  Drawer,
  EmptyState,
  Group,
  IconMessages,
  ProblemAlert,
  Skeleton,
  Stack,
  standsOnFoot,
  Title,
  useDisclosure,
  VisuallyHidden,
} from '@colloquy/ui';
import { paths, RouteLink, useMessages, usePageTitle, type RouteOf } from '@colloquy/web-kit';
import { ConversationList } from './conversations/conversation-list.tsx';
import { readFragment } from './gql/index.ts';
import { NothingToAsk } from './scope/nothing-to-ask.tsx';
import { ScopePicker } from './scope/scope-picker.tsx';
import { ScopePill } from './scope/scope-pill.tsx';
import { AskableRecordingsQuery } from './scope/scope.operations.ts';
import { Composer } from './thread/composer.tsx';
import { Suggestions } from './thread/suggestions.tsx';
import { Thread } from './thread/thread.tsx';
import { MessageFragment, ThreadQuery } from './thread/thread.operations.ts';
import { useAsking } from './thread/use-asking.ts';
import { useQuotedChanges } from './thread/use-quoted-changes.ts';

/** A conversation about the recordings, and the ones before it. */
export function ChatPage({ route }: { readonly route: RouteOf<'chat'> }) {
  const { t } = useMessages('chat');
  const [listOpen, { open, close }] = useDisclosure(false);
  const conversationId = route.conversationId ?? null;
  return (
    <div className="chat-page">
      <aside className="chat-side">
        <ConversationList currentId={conversationId} onChosen={close} />
      </aside>
      <Drawer.Root opened={listOpen} onClose={close}>
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Body>
            {/* Not Drawer.Header: a <header> there counts as a second banner of the page. */}
            <Group justify="space-between" py="sm">
              <Drawer.Title>{t('list.label')}</Drawer.Title>
              <Drawer.CloseButton aria-label={t('common:close')} />
            </Group>
            <ConversationList currentId={conversationId} onChosen={close} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <div className="chat-main">
        <Button
          className="chat-open-list"
          variant="default"
          size="xs"
          leftSection={<IconMessages size={16} />}
          onClick={open}
        >
          {t('list.label')}
        </Button>
        <Conversation id={conversationId} offeredScope={route.recordingIds} />
      </div>
    </div>
  );
}

interface ConversationProps {
  /** Null: a new one. */
  readonly id: string | null;
  readonly offeredScope: readonly string[];
}

function Conversation({ id, offeredScope }: ConversationProps) {
  const { t } = useMessages('chat');
  const [scope, setScope] = useState(offeredScope);
  const [{ data, error, fetching }, askThread] = useQuery({
    query: ThreadQuery,
    variables: { id: id ?? '' },
    pause: id === null,
    requestPolicy: 'cache-and-network',
  });
  const reload = useCallback(() => askThread({ requestPolicy: 'network-only' }), [askThread]);
  const asking = useAsking(id, scope);
  const conversation = id !== null && data?.conversation?.id === id ? data.conversation : null;
  usePageTitle(conversation?.title);
  const messages = conversation ? readFragment(MessageFragment, conversation.messages) : [];
  useQuotedChanges(
    id,
    messages.flatMap(({ citations }) => citations.map(({ recordingId }) => recordingId)),
  );
  const writing = messages.findLast(({ role, status }) => role === 'ASSISTANT' && status === 'STREAMING');

  if (id !== null && !conversation && (fetching || error || data)) {
    if (!fetching && !error) return <Missing />;
    return (
      <>
        <PageName />
        {fetching ? <ThreadSkeleton /> : error && <ProblemAlert problem={error} onRetry={reload} />}
      </>
    );
  }
  const fresh = id === null && asking.pending === null;
  return (
    <>
      {fresh ? (
        <Welcome onAsk={(question) => void asking.ask(question)} />
      ) : (
        <>
          <Title order={1} size="h3" className="chat-title" tabIndex={-1} data-page-heading>
            {conversation?.title ?? t('title')}
          </Title>
          <Thread
            messages={messages}
            pending={asking.pending}
            onEnd={reload}
            onAsk={(question) => void asking.ask(question)}
          />
        </>
      )}
      <div className="chat-foot" ref={standsOnFoot}>
        {asking.trouble && <ProblemAlert problem={asking.trouble} onClose={asking.clearTrouble} />}
        <Composer
          draft={asking.draft}
          onDraft={asking.setDraft}
          onAsk={(question) => void asking.ask(question)}
          onStop={writing ? () => asking.stop(writing.id) : null}
          busy={asking.pending !== null}
        >
          {id === null ? (
            <ScopePicker chosen={scope} onChoose={setScope} />
          ) : (
            <FixedScope recordings={conversation?.scope.filter((recording) => recording !== null) ?? []} />
          )}
        </Composer>
        <p className="chat-note">{t('composer.note')}</p>
      </div>
    </>
  );
}

/** The start of a new conversation, or what to do first when there is nothing to ask about. */
function Welcome({ onAsk }: { onAsk(question: string): void }) {
  const { t } = useMessages('chat');
  const [{ data }] = useQuery({
    query: AskableRecordingsQuery,
    variables: { search: null, first: 1 },
    requestPolicy: 'cache-and-network',
  });
  if (data?.recordings?.totalCount === 0) {
    return (
      <div className="chat-welcome">
        <PageName />
        <NothingToAsk />
      </div>
    );
  }
  return (
    <div className="chat-welcome">
      <Title order={1} className="chat-welcome-title" tabIndex={-1} data-page-heading>
        {t('welcome.title')}
      </Title>
      <p className="chat-welcome-body">{t('welcome.body')}</p>
      <Suggestions onAsk={onAsk} />
    </div>
  );
}

/** The heading of a page whose own words begin at the second level. */
function PageName() {
  const { t } = useMessages('chat');
  return (
    <VisuallyHidden component="h1" tabIndex={-1} data-page-heading>
      {t('title')}
    </VisuallyHidden>
  );
}

function FixedScope({ recordings }: { readonly recordings: readonly { readonly id: string }[] }) {
  const { t } = useMessages('chat');
  return (
    <div className="chat-scope">
      <span className="chat-scope-label">{t('scope.label')}</span>
      {recordings.length === 0 ? (
        <span className="chat-scope-all">{t('scope.all')}</span>
      ) : (
        recordings.map(({ id }) => <ScopePill key={id} id={id} />)
      )}
    </div>
  );
}

function Missing() {
  const { t } = useMessages('chat');
  return (
    <EmptyState
      wholePage
      icon={<IconMessages size={28} />}
      title={t('missing.title')}
      actions={
        <Button component={RouteLink} href={paths.chat()}>
          {t('list.new')}
        </Button>
      }
    >
      {t('missing.body')}
    </EmptyState>
  );
}

function ThreadSkeleton() {
  const { t } = useMessages('common');
  return (
    <Stack role="status" aria-label={t('loading')} gap="md">
      <Skeleton h={28} w="45%" />
      <Skeleton h={44} w="60%" ml="auto" />
      <Skeleton h={120} />
    </Stack>
  );
}
