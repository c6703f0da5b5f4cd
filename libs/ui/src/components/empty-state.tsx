import { Center, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** It is all there is on the page, so its title is the page's heading. */
  wholePage?: boolean;
}

/** Says why nothing is here and what to do about it. */
export function EmptyState({ icon, title, children, actions, wholePage = false }: EmptyStateProps) {
  return (
    <Center py="3rem" px="md">
      <Stack align="center" gap="sm" maw="30rem" ta="center">
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          {icon}
        </ThemeIcon>
        <Title
          order={wholePage ? 1 : 2}
          size="h2"
          {...(wholePage && { tabIndex: -1, 'data-page-heading': true })}
        >
          {title}
        </Title>
        {children && <Text c="dimmed">{children}</Text>}
        {actions && (
          <Group justify="center" mt="xs">
            {actions}
          </Group>
        )}
      </Stack>
    </Center>
  );
}
