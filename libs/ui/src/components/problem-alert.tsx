import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMessages } from '@colloquy/web-kit';
import type { ReactNode } from 'react';
import { problemOf, type CombinedErrorLike, type ProblemValue } from './problem.ts';

interface ProblemAlertProps {
  /** A `Problem` of the graph, or what went wrong on the way to it. */
  problem: ProblemValue | CombinedErrorLike;
  onRetry?: () => void;
  onClose?: () => void;
  /** Further buttons. */
  actions?: ReactNode;
}

/** What happened, what to look at, what to do. Announced to screen readers as it appears. */
export function ProblemAlert({ problem, onRetry, onClose, actions }: ProblemAlertProps) {
  const { t } = useMessages('common');
  const { code, message, troubleshooting, recovery } = problemOf(problem, {
    unexpected: t('problem.unexpected'),
    network: t('problem.network'),
    networkRecovery: t('problem.networkRecovery'),
  });
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertTriangle size={20} />}
      title={message}
      withCloseButton={onClose !== undefined}
      closeButtonLabel={t('close')}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Advice title={t('problem.whatToLookAt')} lines={troubleshooting} />
        <Advice title={t('problem.whatToDo')} lines={recovery} />
        <Group gap="sm">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          {actions}
          <Code c="dimmed" bg="transparent">
            {code}
          </Code>
        </Group>
      </Stack>
    </Alert>
  );
}

function Advice({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm" spacing={2}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </div>
  );
}
