import { PageHeader } from '@colloquy/ui';
import { useMessages, type TabProps } from '@colloquy/web-kit';

export default function UploadTab(_: TabProps<'upload'>) {
  const { t } = useMessages('upload');
  return <PageHeader title={t('title')} />;
}
