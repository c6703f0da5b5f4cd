import { Button, Checkbox, Group, Modal, Stack, Text, Title, useDisclosure, told } from '@colloquy/ui';
import { formatDateTime, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation } from 'urql';
import { SetVoiceProfilesMutation } from './settings.operations.ts';
import type { Settings } from './turn-on.tsx';

/** Why voices are kept here, and the way out. */
export function SettingsPanel({ settings }: { readonly settings: Settings }) {
  const { t } = useMessages('people');
  const [opened, { open, close }] = useDisclosure(false);
  const [deletes, setDeletes] = useState(false);
  const [{ fetching }, set] = useMutation(SetVoiceProfilesMutation);
  const turnOff = async () => {
    const { data, error } = await set({ input: { enabled: false, deleteProfiles: deletes } });
    if (told(data?.setVoiceProfiles, error)) close();
  };
  return (
    <section className="people-panel" aria-labelledby="people-settings">
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <div className="people-grow">
          <Title order={2} size="h5" id="people-settings">
            {t('settings.title')}
          </Title>
          <Text size="sm" className="people-text">
            {settings.reason}
          </Text>
          {settings.changedAt && (
            <Text size="xs" c="dimmed" mt={4}>
              {t('settings.since', {
                time: formatDateTime(settings.changedAt),
                name: settings.changedBy ?? t('somebody'),
              })}
            </Text>
          )}
        </div>
        <Button variant="default" size="xs" onClick={open}>
          {t('settings.turnOff')}
        </Button>
      </Group>
      <Modal
        opened={opened}
        onClose={close}
        title={t('settings.offTitle')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack gap="md">
          <Text size="sm">{t('settings.offBody')}</Text>
          <Checkbox
            label={t('settings.deleteAll')}
            description={t('settings.deleteAllHint')}
            checked={deletes}
            onChange={(event) => setDeletes(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button {...(deletes && { color: 'red' })} loading={fetching} onClick={() => void turnOff()}>
              {t(deletes ? 'settings.offAndDelete' : 'settings.turnOff')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </section>
  );
}
