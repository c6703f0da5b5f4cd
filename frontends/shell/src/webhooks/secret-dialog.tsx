import { Button, Code, CopyButton, Group, IconCheck, IconCopy, Modal, Stack, Text } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import classes from './webhooks.module.css';

interface SecretDialogProps {
  opened: boolean;
  secret: string;
  onClose: () => void;
}

/** Shows a new secret, this once; a click beside the dialog does not lose it. */
export function SecretDialog({ opened, secret, onClose }: SecretDialogProps) {
  const { t } = useMessages('webhooks');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('secret.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('secret.body')}</Text>
        <Code block className={classes.secret} aria-label={t('secret.label')} role="group">
          {secret}
        </Code>
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={17} /> : <IconCopy size={17} />}
                onClick={copy}
                data-autofocus
              >
                {t(copied ? 'secret.copied' : 'secret.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('secret.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
