import { confirm, toast, told } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import type { WebhookCardFragment as Webhook } from '../gql/graphql.ts';
import {
  DeleteWebhookMutation,
  RotateWebhookSecretMutation,
  SendTestWebhookMutation,
  UpdateWebhookMutation,
} from './webhooks.operations.ts';

/** What can be done with a webhook in the list. */
export function useWebhookActions({ id, url, enabled }: Webhook) {
  const { t } = useMessages('webhooks');
  const [, update] = useMutation(UpdateWebhookMutation);
  const [, remove] = useMutation(DeleteWebhookMutation);
  const [, rotate] = useMutation(RotateWebhookSecretMutation);
  const [, test] = useMutation(SendTestWebhookMutation);

  return {
    toggle: async () => {
      const { data, error } = await update({ input: { id, enabled: !enabled } });
      told(data?.updateWebhook, error);
    },
    /** True when it is on its way. */
    sendTest: async () => {
      const { data, error } = await test({ id });
      const sent = told(data?.sendTestWebhook, error) !== null;
      if (sent) toast.done({ message: t('testSent') });
      return sent;
    },
    /** The new secret, unless there is none. */
    rotate: async () => {
      const sure = await confirm({
        title: t('confirmRotate.title'),
        body: t('confirmRotate.body'),
        confirm: t('confirmRotate.action'),
        cancel: t('common:cancel'),
      });
      if (!sure) return null;
      const { data, error } = await rotate({ id });
      return told(data?.rotateWebhookSecret, error)?.secret ?? null;
    },
    remove: async () => {
      const sure = await confirm({
        title: t('confirmDelete.title'),
        body: t('confirmDelete.body', { url }),
        confirm: t('confirmDelete.action'),
        cancel: t('common:cancel'),
        dangerous: true,
      });
      if (!sure) return;
      const { data, error } = await remove({ id });
      if (told(data?.deleteWebhook, error)) toast.done({ message: t('deleted') });
    },
  };
}
