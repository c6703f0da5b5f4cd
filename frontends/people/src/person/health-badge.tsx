import { Badge, Tooltip } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { PersonRowFragment } from '../gql/graphql.ts';

type Health = PersonRowFragment['health'];

const COLORS: Record<Health['state'], string> = {
  GOOD: 'green',
  EMPTY: 'red',
  THIN: 'yellow',
  MIXED: 'orange',
  CONFUSABLE: 'orange',
};

/** How good a profile is for recognising somebody, and what there is to do about it. */
export function HealthBadge({ health }: { readonly health: Health }) {
  const { t } = useMessages('people');
  const names = health.confusable.flatMap(({ profile }) => profile?.name ?? []).join(', ');
  return (
    <Tooltip
      label={t(`healthHint.${health.state}`, { names })}
      multiline
      maw={300}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Badge color={COLORS[health.state]} tabIndex={0}>
        {t(`health.${health.state}`)}
      </Badge>
    </Tooltip>
  );
}
