import { useMemo, useSyncExternalStore, type ComponentProps } from 'react';
import { useSession } from '../session/transcript-session.ts';
import { SegmentList } from './segment-list.tsx';
import { UnsavedTexts } from './unsaved-texts.tsx';
import { useEditKey } from './use-edit-key.ts';
import { useSegmentEdit } from './use-segment-edit.ts';

/** The text, to be corrected where it stands and to be chosen from. Typing draws this and nothing around it. */
export function EditableSegmentList(props: Omit<ComponentProps<typeof SegmentList>, 'editing' | 'choice'>) {
  const { rows } = props;
  const { chosen: store } = useSession();
  const chosen = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const toggle = useMemo(() => {
    const shown = rows.map(({ id }) => id);
    return (id: string, through: boolean) => store.toggle(id, shown, through);
  }, [rows, store]);
  const editing = useSegmentEdit();
  useEditKey(rows, editing.begin);
  return (
    <>
      <UnsavedTexts editing={editing} />
      <SegmentList {...props} editing={editing} choice={chosen && { ids: chosen, toggle }} />
    </>
  );
}
