import {
  Button,
  Group,
  List,
  PageHeader,
  Paper,
  ProblemAlert,
  Stack,
  Text,
  Textarea,
  Title,
  confirm,
  toast,
  told,
  type ProblemValue,
} from '@colloquy/ui';
import { formatDateTime, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import type { VoiceProfileSettingsQuery } from '../gql/graphql.ts';
import { SetVoiceProfilesMutation } from './settings.operations.ts';

export type Settings = VoiceProfileSettingsQuery['voiceProfileSettings'];

const SHORTEST_REASON = 10;
const LONGEST_REASON = 2_000;

/** What recognising voices means, and the form that turns it on: only with the reason why it is allowed here. */
export function TurnOn({ settings }: { readonly settings: Settings }) {
  const { t } = useMessages('people');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemValue | CombinedError | null>(null);
  const [{ fetching }, set] = useMutation(SetVoiceProfilesMutation);
  const turnOn = async () => {
    setProblem(null);
    const { data, error } = await set({ input: { enabled: true, reason: reason.trim() } });
    const answer = data?.setVoiceProfiles;
    if (answer?.__typename === 'Problem') setProblem(answer);
    else if (!answer) setProblem(error ?? null);
  };
  const deleteKept = async () => {
    const sure = await confirm({
      title: t('off.deleteTitle'),
      body: t('off.deleteBody'),
      confirm: t('common:delete'),
      cancel: t('common:cancel'),
      dangerous: true,
    });
    if (!sure) return;
    const { data, error } = await set({ input: { enabled: false, deleteProfiles: true } });
    if (told(data?.setVoiceProfiles, error)) toast.done({ message: t('off.deleted') });
  };
  return (
    <>
      <PageHeader title={t('title')} description={t('off.description')} />
      <Paper className="people-panel" maw="46rem">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void turnOn();
          }}
        >
          <Stack gap="md">
            <Title order={2} size="h4">
              {t('off.title')}
            </Title>
            <Text>{t('off.body')}</Text>
            <List size="sm" spacing={6}>
              <List.Item>{t('off.kept')}</List.Item>
              <List.Item>{t('off.law')}</List.Item>
              <List.Item>{t('off.away')}</List.Item>
            </List>
            <Textarea
              label={t('off.reason')}
              description={t('off.reasonHint')}
              required
              autosize
              minRows={3}
              maxLength={LONGEST_REASON}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {problem && <ProblemAlert problem={problem} />}
            <Group justify="space-between">
              {settings.changedAt && (
                <Button variant="subtle" color="red" loading={fetching} onClick={() => void deleteKept()}>
                  {t('off.deleteKept')}
                </Button>
              )}
              <Text size="xs" c="dimmed">
                {settings.changedAt &&
                  t('off.since', {
                    time: formatDateTime(settings.changedAt),
                    name: settings.changedBy ?? t('somebody'),
                  })}
              </Text>
              <Button type="submit" loading={fetching} disabled={reason.trim().length < SHORTEST_REASON}>
                {t('off.turnOn')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </>
  );
}
