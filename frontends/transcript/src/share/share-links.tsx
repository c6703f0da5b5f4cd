import { useCallback, useEffect, useState } from 'react';
import { useMutation, useQuery, type CombinedError } from 'urql';
import {
  Button,
  Checkbox,
  Group,
  ProblemAlert,
  Select,
  Skeleton,
  Stack,
  Text,
  Title,
  type ProblemValue,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { readFragment } from '../gql/index.ts';
import { ShareLinkItem } from './share-link-item.tsx';
import { CreateShareLinkMutation, ShareLinkFragment, ShareLinksQuery } from './share.operations.ts';

const DAYS = { day: 1, week: 7, month: 30, quarter: 90, year: 365 } as const;
type Period = keyof typeof DAYS;
const PERIODS = Object.keys(DAYS) as Period[];
const DAY_MS = 86_400_000;

/** Whoever opens a link does so while the dialog is open, too. */
const LOOK_AGAIN_MS = 10_000;

interface ShareLinksProps {
  readonly recordingId: string;
  readonly hasAudio: boolean;
}

/** Makes links, and lists those that were made. */
export function ShareLinks({ recordingId, hasAudio }: ShareLinksProps) {
  const { t } = useMessages('share');
  const [period, setPeriod] = useState<Period>('week');
  const [audio, setAudio] = useState(true);
  const [names, setNames] = useState(true);
  const [newest, setNewest] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemValue | CombinedError | null>(null);
  const [{ fetching }, create] = useMutation(CreateShareLinkMutation);
  const [{ data, error }, ask] = useQuery({
    query: ShareLinksQuery,
    variables: { recordingId },
    requestPolicy: 'cache-and-network',
  });
  const askAgain = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEffect(() => {
    const timer = setInterval(askAgain, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [askAgain]);
  const links = readFragment(ShareLinkFragment, data?.shareLinks);

  const send = async () => {
    setProblem(null);
    const expiresAt = new Date(Date.now() + DAYS[period] * DAY_MS).toISOString();
    const result = await create({ input: { recordingId, expiresAt, audio: audio && hasAudio, names } });
    const answer = result.data?.createShareLink;
    if (answer?.__typename === 'ShareLink') setNewest(readFragment(ShareLinkFragment, answer).id);
    else setProblem(answer ?? result.error ?? null);
  };

  return (
    <Stack gap="md">
      <Text size="sm">{t('explained')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('expires')}
            data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
            value={period}
            allowDeselect={false}
            onChange={(value) => setPeriod(value ?? 'week')}
          />
          {hasAudio && (
            <Checkbox
              label={t('audio')}
              checked={audio}
              onChange={(event) => setAudio(event.currentTarget.checked)}
            />
          )}
          <Checkbox
            label={t('names')}
            description={t('namesHint')}
            checked={names}
            onChange={(event) => setNames(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={fetching}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
      {problem && <ProblemAlert problem={problem} />}
      {links && links.length > 0 && (
        <section aria-label={t('links')}>
          <Title order={3} size="h6" mb="xs">
            {t('links')}
          </Title>
          <Stack gap="sm" role="list">
            {links.map((link) => (
              <ShareLinkItem key={link.id} link={link} isNew={link.id === newest} />
            ))}
          </Stack>
        </section>
      )}
      {!links && (error ? <ProblemAlert problem={error} onRetry={askAgain} /> : <Skeleton h={60} />)}
    </Stack>
  );
}
