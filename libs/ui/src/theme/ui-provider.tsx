import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from './theme.ts';

/** Theme, dialogs and toasts for the whole page; the colour scheme is remembered by the browser. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <ModalsProvider>
        {children}
        {/* Below the header: pagers and the player have the lower edge. */}
        <Notifications position="top-right" limit={4} styles={{ root: { marginTop: 56 } }} />
      </ModalsProvider>
    </MantineProvider>
  );
}
