import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the far side. */
  actions?: ReactNode;
}

/** A page's one level-1 heading; focus moves to it when the page changes. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <Group justify="space-between" align="flex-start" mb="lg" gap="md" wrap="wrap">
      <Box flex="1 1 20rem" miw={0}>
        <Title order={1} tabIndex={-1} data-page-heading style={{ outline: 'none' }}>
          {title}
        </Title>
        {description && (
          <Text c="dimmed" mt={4} maw="46rem">
            {description}
          </Text>
        )}
      </Box>
      {actions && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
