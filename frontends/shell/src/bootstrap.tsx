import '@colloquy/ui/styles';
import { UiProvider } from '@colloquy/ui';
import { ConfigProvider, createGraphClient, currentRoute, keepFocus, loadConfig } from '@colloquy/web-kit';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Provider } from 'urql';
import { App } from './app.tsx';
import { register } from './remotes.ts';
import { SharedApp } from './shared/shared-app.tsx';
import { StartFailed } from './start-failed.tsx';

async function start(root: Root): Promise<void> {
  const config = await loadConfig();
  register(config.remotes);
  const route = currentRoute();
  // Whoever was given a link to one transcript has no business with the graph.
  if (route.tab === 'share')
    return root.render(
      <StrictMode>
        <UiProvider>
          <SharedApp token={route.token} />
        </UiProvider>
      </StrictMode>,
    );
  const client = createGraphClient(config);
  keepFocus(() => document.getElementById('content'));
  root.render(
    <StrictMode>
      <UiProvider>
        <ConfigProvider config={config}>
          <Provider value={client}>
            <App />
          </Provider>
        </ConfigProvider>
      </UiProvider>
    </StrictMode>,
  );
}

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root.');
const root = createRoot(container);
start(root).catch(() =>
  root.render(
    <UiProvider>
      <StartFailed />
    </UiProvider>,
  ),
);
