import { RouteLink } from '@colloquy/web-kit';
import { Anchor, Box, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** The list that this page is one of. */
  back?: { href: string; label: string };
  /** Buttons at the far side. */
  actions?: ReactNode;
}

/** A page's one level-1 heading; focus moves to it when the page changes. */
export function PageHeader({ title, description, back, actions }: PageHeaderProps) {
  return (
    <Group justify="space-between" align="flex-start" mb="lg" gap="md" wrap="wrap">
      <Box flex="1 1 20rem" miw={0}>
        {back && (
          <Anchor
            component={RouteLink}
            href={back.href}
            c="dimmed"
            size="sm"
            underline="hover"
            display="inline-flex"
            mb={8}
            style={{ gap: 4, alignItems: 'center' }}
          >
            <IconChevronLeft size={16} aria-hidden />
            {back.label}
          </Anchor>
        )}
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
