import { useState, type KeyboardEvent } from 'react';
import { useMutation } from 'urql';
import { ActionIcon, confirm, IconDots, IconPencil, IconTrash, Menu, TextInput, toast } from '@colloquy/ui';
import { formatAgo, paths, RouteLink, useMessages, useNavigateToChat } from '@colloquy/web-kit';
import { DeleteConversationMutation, RenameConversationMutation } from './conversation.operations.ts';

interface ConversationItemProps {
  readonly conversation: { readonly id: string; readonly title: string; readonly updatedAt: string };
  readonly current: boolean;
  onChosen(): void;
}

export function ConversationItem({
  conversation: { id, title, updatedAt },
  current,
  onChosen,
}: ConversationItemProps) {
  const { t } = useMessages('chat');
  const [draft, setDraft] = useState<string | null>(null);
  const [, rename] = useMutation(RenameConversationMutation);
  const [, remove] = useMutation(DeleteConversationMutation);
  const open = useNavigateToChat();

  const save = async (next: string) => {
    setDraft(null);
    if (!next.trim() || next.trim() === title) return;
    const { data, error } = await rename({ id, title: next.trim() });
    const answer = data?.renameConversation;
    if (answer?.__typename !== 'Conversation')
      toast.failed({ message: answer?.message ?? error?.message ?? t('list.renameFailed') });
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') void save(event.currentTarget.value);
    if (event.key === 'Escape') setDraft(null);
  };
  const askAndRemove = async () => {
    const sure = await confirm({
      title: t('list.deleteTitle'),
      body: t('list.deleteBody', { title }),
      confirm: t('common:delete'),
      cancel: t('common:cancel'),
      dangerous: true,
    });
    if (!sure) return;
    const { data, error } = await remove({ id });
    const answer = data?.deleteConversation;
    if (answer?.__typename !== 'DeletedConversation')
      toast.failed({ message: answer?.message ?? error?.message ?? t('list.deleteFailed') });
    else if (current) open(undefined, { replace: true });
  };

  if (draft !== null) {
    return (
      <li>
        <TextInput
          autoFocus
          size="sm"
          maxLength={200}
          aria-label={t('list.rename')}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={keyDown}
          onBlur={(event) => void save(event.currentTarget.value)}
        />
      </li>
    );
  }
  return (
    <li className="chat-conversation" data-current={current || undefined}>
      <RouteLink href={paths.chat(id)} aria-current={current ? 'page' : undefined} onClick={onChosen}>
        <span className="chat-conversation-title">{title}</span>
        <span className="chat-conversation-time">{formatAgo(updatedAt)}</span>
      </RouteLink>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('list.menu', { title })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setDraft(title)}>
            {t('list.rename')}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => void askAndRemove()}>
            {t('list.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
