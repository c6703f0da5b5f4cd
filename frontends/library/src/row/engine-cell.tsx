import { Popover, Text, UnstyledButton } from '@colloquy/ui';
import { recognizerName, useMessages } from '@colloquy/web-kit';
import type { RecordingRowFragment } from '../gql/graphql.ts';
import classes from '../list/list.module.css';

const NAMED = ['diarize', 'transcribe', 'import'] as const;

const isNamed = (stage: string): stage is (typeof NAMED)[number] => NAMED.some((each) => each === stage);

/** The recogniser that wrote the transcript; pressing it tells every engine with its model, version and time. */
export function EngineCell({ title, engineRuns }: Pick<RecordingRowFragment, 'title' | 'engineRuns'>) {
  const { t } = useMessages('library');
  // Beside the title stands already that it was imported.
  const recognizer = engineRuns.findLast(({ stage }) => stage === 'transcribe');
  if (!recognizer) return null;
  const name = recognizerName(recognizer);
  return (
    <Popover position="bottom-start" shadow="md" withArrow withinPortal={false}>
      <Popover.Target>
        <UnstyledButton className={classes.engine} aria-label={t('enginesOf', { engine: name, title })}>
          {name}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('enginesOf', { engine: name, title })} className={classes.engineRuns}>
        {engineRuns.map(({ stage, seconds, ...run }) => (
          <Text key={`${stage} ${run.engine} ${run.model}`} size="xs">
            {t('engineRun', {
              ...run,
              stage: isNamed(stage) ? t(`engineStage.${stage}`) : stage,
              seconds: Number(seconds.toFixed(1)),
            })}
          </Text>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
