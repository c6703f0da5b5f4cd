import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import {
  Button,
  Checkbox,
  Group,
  Modal,
  ProblemAlert,
  Select,
  Skeleton,
  Stack,
  Text,
  useMediaQuery,
} from '@colloquy/ui';
import { formatDateTime, useMessages } from '@colloquy/web-kit';
import { RestoreTranscriptMutation } from '../corrections/correction.operations.ts';
import { SpeakerDifferences } from '../corrections/speaker-difference.tsx';
import { readFragment } from '../gql/index.ts';
import { useSession } from '../session/transcript-session.ts';
import { useVersions } from './use-versions.ts';
import { VersionText } from './version-text.tsx';
import { machineVersionName, madeBy } from './machine-version-name.ts';
import { MachineVersionFragment, VersionNamesQuery } from './version.operations.ts';

interface VersionsDialogProps {
  /** To be shown first. */
  readonly version: number;
  /** Of the transcript, as it is now. */
  readonly current: number;
  onClose(): void;
}

const NONE = 'none';

/** Any version of the transcript, marked where another differs, and the way back to it. */
export function VersionsDialog({ version: first, current, onClose }: VersionsDialogProps) {
  const { t } = useMessages('transcript');
  const { recordingId, corrections } = useSession();
  const [shown, setShown] = useState(first);
  const [other, setOther] = useState<number | null>(first === current ? first - 1 : current);
  // What others correct while this is open is not in what is compared: going back must not take it away unseen.
  const [seen, setSeen] = useState(current);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const narrow = useMediaQuery('(max-width: 48em)');
  const { names, machines } = useVersionNames(recordingId, [first, current]);

  const { text, problem } = useVersions(recordingId, shown, other);
  const changed = useMemo(() => text?.rows.filter(({ differs }) => differs) ?? [], [text]);
  const visible = onlyChanges && other !== null ? changed : text?.rows;

  const showNow = () => {
    if (seen === current) return;
    setSeen(current);
    setOther(current);
  };
  const restore = async () => {
    const variables = { recordingId, version: shown, expectedVersion: seen };
    if (await corrections.make(RestoreTranscriptMutation, variables)) onClose();
    else showNow();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="70rem"
      fullScreen={narrow}
      title={t('versions.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Group gap="sm" grow preventGrowOverflow={false} align="end">
          <Select
            label={t('versions.shown')}
            description={madeBy(machines, shown, t)}
            data={names}
            value={String(shown)}
            allowDeselect={false}
            onChange={(value) => setShown(Number(value))}
            data-autofocus
          />
          <Select
            label={t('versions.other')}
            description={other === null ? undefined : madeBy(machines, other, t)}
            data={[{ value: NONE, label: t('versions.none') }, ...names]}
            value={other === null ? NONE : String(other)}
            allowDeselect={false}
            onChange={(value) => setOther(value === NONE ? null : Number(value))}
          />
        </Group>
        {other !== null && text && (
          <Group justify="space-between" gap="xs">
            <Text size="sm" role="status">
              {changed.length === 0
                ? t('versions.same')
                : t('versions.differ', {
                    count: changed.length,
                    before: Math.min(shown, other),
                    after: Math.max(shown, other),
                  })}
            </Text>
            <Checkbox
              label={t('versions.onlyChanges')}
              checked={onlyChanges}
              onChange={(event) => setOnlyChanges(event.currentTarget.checked)}
            />
          </Group>
        )}
        {text && text.speakers.length > 0 && (
          <Text size="sm" component="div">
            {t('versions.speakers')}
            <SpeakerDifferences speakers={text.speakers} />
          </Text>
        )}
        {problem && <ProblemAlert problem={problem} />}
        {!problem && !visible && <Skeleton h={240} role="status" aria-label={t('common:loading')} />}
        {visible && <VersionText key={`${shown} ${other} ${onlyChanges}`} rows={visible} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          <Button disabled={shown === current || problem !== null} onClick={() => void restore()}>
            {t('versions.restore', { version: shown })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** The latest hundred versions and those of machines by what made them, and whichever else is needed. */
function useVersionNames(recordingId: string, needed: readonly number[]) {
  const { t } = useMessages('transcript');
  const [{ data }] = useQuery({
    query: VersionNamesQuery,
    variables: { recordingId },
    requestPolicy: 'network-only',
  });
  const transcript = data?.recording?.transcript;
  const machines = readFragment(MachineVersionFragment, transcript?.machineVersions) ?? [];
  const names = new Map<number, string>(
    needed.map((version) => [version, t('versions.number', { version })]),
  );
  const tell = (version: number, what: string, createdAt: string) => {
    names.set(version, t('versions.named', { version, what, when: formatDateTime(createdAt) }));
    if (version > 1 && !names.has(version - 1))
      names.set(version - 1, t('versions.number', { version: version - 1 }));
  };
  for (const { node } of transcript?.corrections.edges ?? [])
    tell(node.version, t(`history.kind.${node.kind}`), node.createdAt);
  for (const machine of machines) tell(machine.version, machineVersionName(machine, t), machine.createdAt);
  return {
    machines,
    names: Array.from(names, ([version, label]) => ({ value: String(version), label })).toSorted(
      (a, b) => Number(b.value) - Number(a.value),
    ),
  };
}
