import { Group, Text, Title } from '@colloquy/ui';
import { formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import type { PersonRowFragment } from '../gql/graphql.ts';
import { HealthBadge } from './health-badge.tsx';

/** What there is to do so that the person is recognised, and nobody else for them. */
export function HealthPanel({ health }: { readonly health: PersonRowFragment['health'] }) {
  const { t } = useMessages('people');
  const names = health.confusable.flatMap(({ profile }) => profile?.name ?? []).join(', ');
  return (
    <section className="people-panel" aria-labelledby="people-health">
      <Group gap="sm" mb={4}>
        <Title order={2} size="h5" id="people-health">
          {t('person.health')}
        </Title>
        <HealthBadge health={health} />
      </Group>
      <Text size="sm">{t(`healthHint.${health.state}`, { names })}</Text>
      {health.confusable.length > 0 && (
        <ul className="people-alike" aria-label={t('person.confusable')}>
          {health.confusable.map(
            ({ profile, similarity, draft }) =>
              profile && (
                <li key={profile.id}>
                  <RouteLink href={paths.person(profile.id)} className="people-link">
                    {profile.name}
                  </RouteLink>{' '}
                  <Text component="span" size="sm" c="dimmed">
                    {t('person.alike', { percent: formatPercent(Math.max(0, similarity)) })}
                    {draft && ` · ${t('draft')}`}
                  </Text>
                </li>
              ),
          )}
        </ul>
      )}
    </section>
  );
}
