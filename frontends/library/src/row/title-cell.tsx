import { Anchor, Badge, Group, Text, TextInput } from '@colloquy/ui';
import { paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useRef } from 'react';
import type { RecordingRowFragment } from '../gql/graphql.ts';
import classes from '../list/list.module.css';

const TITLE_LIMIT = 200;

interface TitleCellProps {
  recording: RecordingRowFragment;
  renaming: boolean;
  onRename: (title: string) => void;
  onStop: () => void;
}

/** The title, a link to the transcript; while renaming, a field: Enter and leaving it save, Escape does not. */
export function TitleCell({ recording, renaming, onRename, onStop }: TitleCellProps) {
  const { t } = useMessages('library');
  const { id, title, source, duplicateOf } = recording;
  const dropped = useRef(false);
  const save = (value: string) => {
    const changed = value.trim();
    if (!dropped.current && changed && changed !== title) onRename(changed);
    dropped.current = false;
    onStop();
  };
  if (renaming) {
    return (
      <TextInput
        size="xs"
        aria-label={t('renameLabel', { title })}
        defaultValue={title}
        maxLength={TITLE_LIMIT}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => save(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') dropped.current = true;
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    );
  }
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Anchor
          className={classes.title}
          renderRoot={(props) => <RouteLink {...props} href={paths.recording(id)} />}
        >
          {title}
        </Anchor>
        {source !== 'UPLOAD' && (
          <Badge size="xs" color="gray" flex="none">
            {t(`source.${source}`)}
          </Badge>
        )}
      </Group>
      {duplicateOf && (
        <Text size="xs" c="dimmed" truncate>
          {t('duplicate', { title: duplicateOf.title })}
        </Text>
      )}
    </>
  );
}
