import { Button, EmptyState, IconMessages, IconUpload, SampleButton } from '@colloquy/ui';
import { paths, RouteLink, useMessages } from '@colloquy/web-kit';

/** The library holds nothing that could answer: upload, or look at the sample. */
export function NothingToAsk() {
  const { t } = useMessages('chat');
  return (
    <EmptyState
      icon={<IconMessages size={28} />}
      title={t('empty.title')}
      actions={
        <>
          <Button component={RouteLink} href={paths.upload()} leftSection={<IconUpload size={16} />}>
            {t('empty.upload')}
          </Button>
          <SampleButton variant="default" />
        </>
      }
    >
      {t('empty.body')}
    </EmptyState>
  );
}
