import { Kbd, Modal, Table, Text, Title } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { Fragment } from 'react';

interface ShortcutsHelpProps {
  opened: boolean;
  onClose: () => void;
}

export function ShortcutsHelp({ opened, onClose }: ShortcutsHelpProps) {
  const { t } = useMessages('shell');
  const everywhere: [keys: string[], meaning: string][] = [
    [['/'], t('shortcuts.search')],
    [['Enter'], t('shortcuts.openBest')],
    [['Ctrl+Enter'], t('shortcuts.showAll')],
    [['?'], t('shortcuts.help')],
    [['g', 'l'], t('shortcuts.goLibrary')],
    [['g', 'c'], t('shortcuts.goCollections')],
    [['g', 'u'], t('shortcuts.goUpload')],
    [['g', 'a'], t('shortcuts.goChat')],
    [['g', 'p'], t('shortcuts.goPeople')],
    [['g', 'w'], t('shortcuts.goWebhooks')],
  ];
  const inTranscript: [keys: string[], meaning: string][] = [
    [['space', 'k'], t('shortcuts.playPause')],
    [['←', 'j'], t('shortcuts.back')],
    [['→', 'l'], t('shortcuts.forward')],
    [['<', '>'], t('shortcuts.slower')],
    [['e'], t('shortcuts.edit')],
    [['Ctrl+F'], t('shortcuts.find')],
    [['Ctrl+Z'], t('shortcuts.undo')],
    [['Ctrl+Shift+Z', 'Ctrl+Y'], t('shortcuts.redo')],
  ];
  const whileEditing: [keys: string[], meaning: string][] = [
    [['Enter'], t('shortcuts.save')],
    [['Esc'], t('shortcuts.discard')],
    [['Ctrl+Enter'], t('shortcuts.split')],
    [['Ctrl+Shift+↑'], t('shortcuts.up')],
    [['Ctrl+Shift+↓'], t('shortcuts.down')],
    [['Backspace'], t('shortcuts.join')],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ShortcutTable title={t('shortcuts.everywhere')} joint={t('shortcuts.then')} rows={everywhere} />
      <ShortcutTable title={t('shortcuts.inTranscript')} joint={t('shortcuts.or')} rows={inTranscript} />
      <ShortcutTable title={t('shortcuts.whileEditing')} joint={t('shortcuts.or')} rows={whileEditing} />
    </Modal>
  );
}

interface ShortcutTableProps {
  title: string;
  /** Word between two keys. */
  joint: string;
  rows: [keys: string[], meaning: string][];
}

function ShortcutTable({ title, joint, rows }: ShortcutTableProps) {
  return (
    <>
      <Title order={3} mt="sm" mb={4}>
        {title}
      </Title>
      <Table withRowBorders={false} verticalSpacing={6}>
        <Table.Tbody>
          {rows.map(([keys, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td w={130}>
                {keys.map((key, index) => (
                  <Fragment key={key}>
                    {index > 0 && (
                      <Text component="span" size="xs" c="dimmed" mx={6}>
                        {joint}
                      </Text>
                    )}
                    <Kbd>{key}</Kbd>
                  </Fragment>
                ))}
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
