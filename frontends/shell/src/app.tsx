import { RouteLink, useConfig, useRoute } from '@colloquy/web-kit';
import { Suspense } from 'react';
import { tabOf } from './remotes.ts';

export function App() {
  const { remotes } = useConfig();
  const route = useRoute();
  if (route.tab === 'not-found') return null;
  const Tab = tabOf(route.tab);
  return (
    <>
      <nav>
        {remotes.map(({ name, title }) => (
          <RouteLink key={name} href={`/${name}`}>
            {title}
          </RouteLink>
        ))}
      </nav>
      <main>
        <Suspense>
          <Tab route={route} />
        </Suspense>
      </main>
    </>
  );
}
