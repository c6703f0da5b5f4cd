import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  EmptyState,
  Group,
  IconHelp,
  IconKeyboard,
  Tooltip,
  useDisclosure,
} from '@colloquy/ui';
import { navigate, paths, useConfig, useMessages, useRoute } from '@colloquy/web-kit';
import { useDeferredValue, useEffect, useRef } from 'react';
import { ColorSchemeSwitch } from './frame/color-scheme-switch.tsx';
import { ConnectionBanner } from './frame/connection-banner.tsx';
import classes from './frame/frame.module.css';
import { HealthLine } from './frame/health.tsx';
import { Navigation } from './frame/navigation.tsx';
import { ShortcutsHelp } from './frame/shortcuts-help.tsx';
import { useShortcuts } from './frame/use-shortcuts.ts';
import { Wordmark } from './frame/wordmark.tsx';
import { LiveStatus } from './live/live-status.tsx';
import { preload } from './remotes.ts';
import { SearchBox } from './search/search-box.tsx';
import { SearchPage } from './search/search-page.tsx';
import { RemoteTab } from './tab/remote-tab.tsx';
import { WebhooksPage } from './webhooks/webhooks-page.tsx';

export function App() {
  const { t } = useMessages('shell');
  const { remotes } = useConfig();
  // The page that is left stays until the next one is loaded, instead of a flash of nothing.
  const route = useDeferredValue(useRoute());
  const [navOpened, nav] = useDisclosure(false);
  const [helpOpened, help] = useDisclosure(false);
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ onSearch: () => search.current?.focus(), onHelp: help.open });
  useEffect(() => {
    const idle = setTimeout(() => preload(remotes.map(({ name }) => name)), 1_500);
    return () => clearTimeout(idle);
  }, [remotes]);

  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 228, breakpoint: 'sm', collapsed: { mobile: !navOpened } }}
      padding={{ base: 'md', sm: 'xl' }}
      layout="alt"
    >
      <a href="#content" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <LiveStatus />
      <AppShell.Header className={classes.topbar}>
        <div className={classes.header}>
          <Group hiddenFrom="sm" gap="xs" wrap="nowrap">
            <Burger
              opened={navOpened}
              onClick={nav.toggle}
              size="sm"
              aria-expanded={navOpened}
              aria-label={t(navOpened ? 'closeNavigation' : 'openNavigation')}
            />
            <Wordmark />
          </Group>
          <search className={classes.search}>
            <SearchBox ref={search} />
          </search>
          <Tooltip label={t('shortcuts.open')}>
            <ActionIcon
              ml="auto"
              size="lg"
              variant="subtle"
              color="gray"
              visibleFrom="sm"
              aria-label={t('shortcuts.open')}
              onClick={help.open}
            >
              <IconKeyboard size={20} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} p="md" aria-label={t('navigation')}>
        <Group mb="lg" mt={4} px={6} justify="space-between">
          <Wordmark />
          <Burger hiddenFrom="sm" opened size="sm" onClick={nav.close} aria-label={t('closeNavigation')} />
        </Group>
        <Navigation route={route} onNavigate={nav.close} />
        <Group mt="auto" gap="sm" justify="space-between">
          <HealthLine />
          <ColorSchemeSwitch />
        </Group>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.page}>
          <ConnectionBanner />
          {route.tab === 'search' ? (
            <SearchPage search={route.search} />
          ) : route.tab === 'webhooks' ? (
            <WebhooksPage />
          ) : route.tab === 'not-found' || route.tab === 'share' ? (
            <EmptyState
              wholePage
              icon={<IconHelp size={28} />}
              title={t('notFound.title')}
              actions={<Button onClick={() => navigate(paths.library())}>{t('notFound.action')}</Button>}
            >
              {t('notFound.body')}
            </EmptyState>
          ) : (
            <RemoteTab route={route} />
          )}
        </div>
      </AppShell.Main>
      <ShortcutsHelp opened={helpOpened} onClose={help.close} />
    </AppShell>
  );
}
