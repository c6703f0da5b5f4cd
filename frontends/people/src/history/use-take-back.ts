import { confirm, toast, told, UndoPersonChangeMutation } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import type { ProfileChangesFragment as Changes } from '../gql/graphql.ts';

type Change = Changes['edges'][number]['node'];

/** What made a person: taken back, nothing of their voice is left. */
const MAKING: readonly Change['kind'][] = ['CREATED', 'IMPORTED'];

/** Takes a change back. Asks first where the person goes by it. */
export function useTakeBack({ id, kind, profile }: Change, onUndone: () => void) {
  const { t } = useMessages('people');
  const [{ fetching }, undo] = useMutation(UndoPersonChangeMutation);
  const isMeant = (name: string) =>
    confirm({
      title: t('history.deletesTitle', { name }),
      body: t('history.deletesBody'),
      confirm: t('common:delete'),
      cancel: t('common:cancel'),
      dangerous: true,
    });
  const takeBack = async () => {
    if (profile && MAKING.includes(kind) && !(await isMeant(profile.name))) return;
    const { data, error } = await undo({ id });
    const undone = told(data?.undone, error);
    if (!undone) return;
    const titles = undone.lostIn.flatMap((recording) => recording.title ?? []).join(', ');
    if (undone.lostIn.length > 0) toast.done({ message: t('history.lostIn', { titles }) });
    onUndone();
  };
  return { fetching, takeBack };
}
