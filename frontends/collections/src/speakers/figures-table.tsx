import { Button, IconUnlink, Table, Text } from '@colloquy/ui';
import { formatDuration, formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import classes from '../collections.module.css';
import { FiguresFragment } from '../collections.operations.ts';
import type { FiguresFragment as Figures } from '../gql/graphql.ts';
import { readFragment } from '../gql/index.ts';
import { DeniedName } from './denied-name.tsx';
import type { Person } from './person-card.tsx';

interface FiguresTableProps {
  person: Person;
  titles: ReadonlyMap<string, string>;
  onSeparate: (speakerId: string) => Promise<boolean>;
  onCorrect: (speakerId: string, name: string) => Promise<void>;
}

const HEADS = [
  'talkTime',
  'shareHead',
  'turns',
  'words',
  'wordsPerMinute',
  'longest',
  'overlap',
  'interruptions',
] as const;

/** How much somebody says in each recording, and why it is taken for them. */
export function FiguresTable({ person, titles, onSeparate, onCorrect }: FiguresTableProps) {
  const { t } = useMessages('collections');
  const { displayName: name, appearances } = person;
  return (
    <div className={classes.scroll} role="region" tabIndex={0} aria-label={t('speakers.where', { name })}>
      <Table verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('speakers.recording')}</Table.Th>
            {HEADS.map((head) => (
              <Table.Th key={head} ta="right">
                {t(`speakers.${head}`)}
              </Table.Th>
            ))}
            <Table.Th>{t('speakers.why', { name })}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {appearances.map((one) => {
            const title = titles.get(one.recording?.id ?? '') ?? '';
            return (
              <Table.Tr key={one.speakerId}>
                <Table.Th scope="row" fw={500}>
                  <RouteLink href={paths.recording(one.recording?.id ?? '')}>{title}</RouteLink>
                </Table.Th>
                <FigureCells figures={readFragment(FiguresFragment, one.statistics)} />
                <Table.Td>
                  <Why appearance={one} />
                  <DeniedName appearance={one} title={title} onCorrect={onCorrect} />
                  {appearances.length > 1 && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      leftSection={<IconUnlink size={14} />}
                      aria-label={t('speakers.separateHere', { title, name })}
                      onClick={() => void onSeparate(one.speakerId)}
                    >
                      {t('speakers.separate', { name })}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
          {appearances.length > 1 && (
            <Table.Tr>
              <Table.Th scope="row">{t('speakers.all')}</Table.Th>
              <FigureCells figures={readFragment(FiguresFragment, person.statistics)} />
              <Table.Td />
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function FigureCells({ figures }: { figures: Figures }) {
  const { talkTimeMs, share, turns, words, wordsPerMinute, longestMonologueMs, overlapMs, interruptions } =
    figures;
  const cells = [
    formatDuration(talkTimeMs),
    formatPercent(share),
    turns,
    words,
    typeof wordsPerMinute === 'number' ? Math.round(wordsPerMinute) : '–',
    formatDuration(longestMonologueMs),
    `${(overlapMs / 1000).toFixed(1)} s`,
    interruptions,
  ];
  return cells.map((cell, column) => (
    <Table.Td key={HEADS[column]} ta="right">
      {cell}
    </Table.Td>
  ));
}

function Why({ appearance }: { appearance: Person['appearances'][number] }) {
  const { match, speaker } = appearance;
  const { reason, similarity, embedder } = match;
  const { t } = useMessages('collections');
  const told = t(`speakers.match.${reason}`);
  const compared = typeof similarity === 'number' && embedder && reason !== 'ALONE';
  // Who they are may have been found by the voice, whatever told that they are the same here.
  const draft = Boolean((compared && match.draft) || (speaker?.profile && speaker.identification?.draft));
  return (
    <Text component="span" size="sm">
      {compared
        ? t('speakers.similarity', { reason: told, similarity: similarity.toFixed(2), embedder })
        : told}
      {draft && (
        <Text component="span" size="xs" c="dimmed" display="block">
          {t('speakers.draft')}
        </Text>
      )}
    </Text>
  );
}
