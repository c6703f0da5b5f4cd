import { Stack, Text, Title } from '@colloquy/ui';
import { formatDateTime, formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import type { WhyLabelQuery as Answer } from '../gql/graphql.ts';

type Transcript = NonNullable<NonNullable<Answer['recording']>['transcript']>;
export type WhyIdentification = NonNullable<Transcript['speakers'][number]['identification']>;

/** Why a speaker is, or may be, a known person, or is nobody known: who said so, or what the voices are like. */
export function WhyPerson({ identification }: { readonly identification: WhyIdentification }) {
  const { t } = useMessages('transcript');
  const { outcome, confidence, similarity, model, draft, decidedBy, decidedAt, profile } = identification;
  const name = profile?.name ?? t('why.person.gone');
  const said = { author: decidedBy ?? '', when: formatDateTime(decidedAt), name };
  const rejected = decidedBy ? [] : identification.rejected;
  const found = outcome === 'UNKNOWN' && rejected.length > 0 ? 'NOBODY_ELSE' : outcome;
  const reason = decidedBy ? (outcome === 'UNKNOWN' ? 'DENIED' : 'SAID') : found;
  const others = identification.alternatives.map(({ profile: other, confidence: likely }) =>
    t('why.person.other', { name: other?.name ?? t('why.person.gone'), percent: formatPercent(likely) }),
  );
  return (
    <Stack gap={6} component="section" aria-label={t('why.person.title')}>
      <Title order={3} size="h6">
        {t('why.person.title')}
      </Title>
      {rejected.map(({ profile: other, decidedBy: author, decidedAt: when }) => (
        <Text size="sm" key={other?.id ?? ''}>
          {t(author && when ? 'why.person.REJECTED' : 'why.person.REJECTED_ONCE', {
            author: author ?? '',
            when: when ? formatDateTime(when) : '',
            name: other?.name ?? t('why.person.gone'),
          })}
        </Text>
      ))}
      <Text size="sm">{t(`why.person.${reason}`, { ...said, percent: formatPercent(confidence) })}</Text>
      {!decidedBy && typeof similarity === 'number' && model && (
        <Text size="xs" c="dimmed">
          {t('why.person.similarity', { similarity: similarity.toFixed(2), model })}
          {draft && ` ${t('why.draftPiece')}`}
        </Text>
      )}
      {!decidedBy && others.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('why.others', { others: others.join(', ') })}
        </Text>
      )}
      {profile && (
        <Text size="sm" className="transcript-identity">
          <RouteLink href={paths.person(profile.id)}>
            {t('why.person.evidence', { name: profile.name })}
          </RouteLink>
        </Text>
      )}
    </Stack>
  );
}
