import {
  Button,
  Checkbox,
  Group,
  Modal,
  ProblemAlert,
  Stack,
  TextInput,
  type ProblemValue,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import type { WebhookCardFragment as Webhook, WebhookEvent } from '../gql/graphql.ts';
import { CreateWebhookMutation, UpdateWebhookMutation } from './webhooks.operations.ts';

const EVENTS: readonly WebhookEvent[] = [
  'RECORDING_READY',
  'RECORDING_FAILED',
  'TRANSCRIPT_CHANGED',
  'SPEAKER_IDENTIFIED',
];

interface WebhookFormProps {
  opened: boolean;
  /** The one to change; without it a new one is made. */
  webhook?: Webhook | undefined;
  onClose: () => void;
  onCreated?: (secret: string) => void;
}

export function WebhookDialog({ opened, onClose, ...form }: WebhookFormProps) {
  const { t } = useMessages('webhooks');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(form.webhook ? 'form.editTitle' : 'form.createTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <WebhookForm onClose={onClose} {...form} />
    </Modal>
  );
}

function WebhookForm({ webhook, onClose, onCreated }: Omit<WebhookFormProps, 'opened'>) {
  const { t } = useMessages('webhooks');
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [description, setDescription] = useState(webhook?.description ?? '');
  const [events, setEvents] = useState<WebhookEvent[]>([...(webhook?.events ?? EVENTS)]);
  const [problem, setProblem] = useState<ProblemValue | CombinedError | null>(null);
  const [creating, create] = useMutation(CreateWebhookMutation);
  const [updating, update] = useMutation(UpdateWebhookMutation);

  const send = async () => {
    setProblem(null);
    const details = { url, events, description: description || null };
    const { answer, error } = webhook
      ? await update({ input: { id: webhook.id, ...details } }).then((result) => ({
          answer: result.data?.updateWebhook,
          error: result.error,
        }))
      : await create({ input: details }).then((result) => ({
          answer: result.data?.createWebhook,
          error: result.error,
        }));
    if (answer?.__typename === 'Problem') return setProblem(answer);
    if (!answer) return setProblem(error ?? null);
    onClose();
    if (answer.__typename === 'IssuedWebhookSecret') onCreated?.(answer.secret);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('form.url')}
          description={t('form.urlHint')}
          required
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          data-autofocus
        />
        <Checkbox.Group
          label={t('form.events')}
          value={events}
          onChange={(chosen) => setEvents(EVENTS.filter((event) => chosen.includes(event)))}
        >
          <Stack gap="xs" mt="xs">
            {EVENTS.map((event) => (
              <Checkbox
                key={event}
                value={event}
                label={t(`event.${event}`)}
                description={t(`eventHint.${event}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          label={t('form.note')}
          description={t('form.noteHint')}
          maxLength={200}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        {problem && <ProblemAlert problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={creating.fetching || updating.fetching}
            disabled={!url.trim() || events.length === 0}
          >
            {t(webhook ? 'form.save' : 'form.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
