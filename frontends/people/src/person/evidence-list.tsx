import { Button, Group, Text, Title, toast, useDisclosure, told } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useClipPlayer } from '../clip/clip-button.tsx';
import { readFragment, type FragmentType } from '../gql/index.ts';
import type { PersonRowFragment } from '../gql/graphql.ts';
import { EnrolClip } from './enrol-clip.tsx';
import { EnrolmentList, type Enrolments } from './enrolment-list.tsx';
import { EvidenceSampleFragment, RemoveSampleMutation } from './person.operations.ts';
import { SampleItem } from './sample-item.tsx';
import { SplitDialog } from './split-dialog.tsx';

interface EvidenceProps {
  readonly samples: readonly FragmentType<typeof EvidenceSampleFragment>[];
  /** Of which somebody else is said to be the speaker by now. */
  readonly outdatedSamples: readonly FragmentType<typeof EvidenceSampleFragment>[];
}

interface EvidenceListProps {
  readonly person: PersonRowFragment;
  readonly evidence: EvidenceProps;
  readonly enrolments: Enrolments;
  onChanged(): void;
}

/** What the voice is known by, to be heard; what is not theirs can be taken out or made somebody else. */
export function EvidenceList({ person, evidence, enrolments, onChanged }: EvidenceListProps) {
  const { t } = useMessages('people');
  const samples = readFragment(EvidenceSampleFragment, evidence.samples);
  const outdated = readFragment(EvidenceSampleFragment, evidence.outdatedSamples);
  const player = useClipPlayer();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [splitting, split] = useDisclosure(false);
  const [, remove] = useMutation(RemoveSampleMutation);
  const ids = samples.map(({ id }) => id).filter((id) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const takeOut = async (id: string) => {
    const { data, error } = await remove({ id });
    if (!told(data?.removeVoiceSample, error)) return;
    toast.done({ message: t('evidence.removed') });
    onChanged();
  };
  return (
    <section className="people-panel" aria-labelledby="people-evidence">
      <Group justify="space-between" align="flex-start">
        <div className="people-grow">
          <Title order={2} size="h5" id="people-evidence">
            {t('evidence.title')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t(samples.length === 0 ? 'evidence.none' : 'evidence.body', { name: person.name })}
          </Text>
        </div>
        {ids.length > 0 && ids.length < samples.length ? (
          <Button size="xs" variant="light" onClick={split.open}>
            {t('evidence.split')}
          </Button>
        ) : (
          <EnrolClip person={person} onEnrolled={onChanged} />
        )}
      </Group>
      <EnrolmentList profileId={person.id} enrolments={enrolments} onChanged={onChanged} />
      <ul className="people-list" aria-label={t('evidence.title')}>
        {samples.map((sample) => (
          <SampleItem
            key={sample.id}
            sample={sample}
            player={player}
            chosen={chosen.has(sample.id)}
            {...(samples.length > 1 && { onToggle: () => toggle(sample.id) })}
            onRemove={() => void takeOut(sample.id)}
          />
        ))}
        {outdated.map((sample) => (
          <SampleItem
            key={sample.id}
            sample={sample}
            player={player}
            chosen={false}
            outdated
            onRemove={() => void takeOut(sample.id)}
          />
        ))}
      </ul>
      <SplitDialog
        profileId={person.id}
        sampleIds={ids}
        opened={splitting}
        onClose={split.close}
        onSplit={() => {
          setChosen(new Set());
          onChanged();
        }}
      />
    </section>
  );
}
