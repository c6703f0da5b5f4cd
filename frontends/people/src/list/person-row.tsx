import { Text } from '@colloquy/ui';
import { formatDuration, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import type { PersonRowFragment as Person } from '../gql/graphql.ts';
import { HealthBadge } from '../person/health-badge.tsx';

export function PersonRow({ person }: { readonly person: Person }) {
  const { t } = useMessages('people');
  const { id, name, sampleCount, speechMs, recordingCount, health } = person;
  return (
    <li className="people-row">
      <div className="people-grow">
        <RouteLink href={paths.person(id)} className="people-name">
          {name}
        </RouteLink>
        <Text size="sm" c="dimmed">
          {[
            t('recordings', { count: recordingCount }),
            t('samples', { count: sampleCount }),
            formatDuration(speechMs),
          ].join(' · ')}
        </Text>
      </div>
      <HealthBadge health={health} />
    </li>
  );
}
