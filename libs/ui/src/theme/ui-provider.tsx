import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from './theme.ts';

const NARROW = '(max-width: 47.99em)';

/** Theme, dialogs and toasts for the whole page; the colour scheme is remembered by the browser. */
export function UiProvider({ children }: { children: ReactNode }) {
  const narrow = useMediaQuery(NARROW);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <ModalsProvider>
        {children}
        <Notifications
          position="bottom-left"
          limit={narrow ? 1 : 3}
          notificationMaxHeight={400}
          classNames={{ root: 'cq-toasts', notification: 'cq-toast' }}
        />
      </ModalsProvider>
    </MantineProvider>
  );
}
