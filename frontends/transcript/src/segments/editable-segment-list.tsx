import type { ComponentProps } from 'react';
import { SegmentList } from './segment-list.tsx';
import { useSegmentEdit } from './use-segment-edit.ts';

/** The text, to be corrected where it stands. Typing draws this and nothing around it. */
export function EditableSegmentList(props: Omit<ComponentProps<typeof SegmentList>, 'editing'>) {
  return <SegmentList {...props} editing={useSegmentEdit()} />;
}
