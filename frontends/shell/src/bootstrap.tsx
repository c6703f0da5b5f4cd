import '@colloquy/ui/styles';
import { UiProvider } from '@colloquy/ui';
import { ConfigProvider, createGraphClient, loadConfig, type WebConfig } from '@colloquy/web-kit';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { App } from './app.tsx';
import { register } from './remotes.ts';

async function start(container: HTMLElement): Promise<void> {
  const config: WebConfig = await loadConfig();
  register(config.remotes);
  createRoot(container).render(
    <StrictMode>
      <UiProvider>
        <ConfigProvider config={config}>
          <Provider value={createGraphClient(config)}>
            <App />
          </Provider>
        </ConfigProvider>
      </UiProvider>
    </StrictMode>,
  );
}

const container = document.getElementById('root');
if (container) void start(container);
