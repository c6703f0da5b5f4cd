import { PageHeader } from '@colloquy/ui';
import { useMessages, type TabProps } from '@colloquy/web-kit';

export default function LibraryTab(_: TabProps<'library'>) {
  const { t } = useMessages('library');
  return <PageHeader title={t('title')} />;
}
