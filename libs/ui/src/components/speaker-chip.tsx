import { Group, Text } from '@mantine/core';

interface SpeakerChipProps {
  name: string;
  /** CSS colour of the speaker within the recording. */
  color: string;
  size?: 'xs' | 'sm';
}

/** A speaker's colour and name; the name carries the meaning, the colour only repeats it. */
export function SpeakerChip({ name, color, size = 'sm' }: SpeakerChipProps) {
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex" miw={0}>
      <span
        aria-hidden
        style={{
          flex: 'none',
          width: 10,
          height: 10,
          borderRadius: 3,
          background: color,
          display: 'inline-block',
        }}
      />
      <Text component="span" size={size} fw={550} truncate>
        {name}
      </Text>
    </Group>
  );
}
