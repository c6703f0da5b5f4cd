import { useState, type FormEvent } from 'react';
import {
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  ProblemAlert,
  Radio,
  Select,
  Stack,
  type ProblemValue,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import {
  exportUrl,
  rememberChoice,
  rememberedChoice,
  type ExportChoice,
  type TranscriptExport,
} from './export-choice.ts';

interface ExportDialogProps {
  readonly exports: readonly TranscriptExport[];
  readonly version: number;
  onClose(): void;
}

const TEXTS = ['corrected', 'original', 'version'] as const;

/** How a transcript is to be taken away: the format, who and when, and which text. */
export function ExportDialog({ exports, version: current, onClose }: ExportDialogProps) {
  const { t } = useMessages('transcript');
  const [choice, setChoice] = useState(rememberedChoice);
  const [version, setVersion] = useState(current);
  const [problem, setProblem] = useState<ProblemValue | null>(null);
  const [asking, setAsking] = useState(false);
  const chosen = exports.find(({ format }) => format === choice.format) ?? exports[0];
  const change = (part: Partial<ExportChoice>) => {
    setChoice({ ...choice, ...part });
    setProblem(null);
  };
  if (!chosen) return null;

  const download = async (event: FormEvent) => {
    event.preventDefault();
    const url = exportUrl(chosen, choice, version);
    setAsking(true);
    const refusal = await refusalOf(url).catch(() => unreachable(t('common:problem.network')));
    setAsking(false);
    setProblem(refusal);
    if (refusal) return;
    rememberChoice(choice);
    follow(url, chosen.fileName);
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('export.dialog')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={(event) => void download(event)}>
        <Stack gap="md">
          <Select
            label={t('export.as')}
            data={exports.map(({ format }) => ({
              value: format,
              label: `${t(`export.format.${format}`)} (${t(`export.short.${format}`)})`,
            }))}
            value={chosen.format}
            allowDeselect={false}
            onChange={(format) => change({ format: format ?? chosen.format })}
            data-autofocus
          />
          {chosen.options.includes('NAMES') && (
            <Checkbox
              label={t('export.names')}
              checked={choice.names}
              onChange={(event) => change({ names: event.currentTarget.checked })}
            />
          )}
          {chosen.options.includes('TIMES') && (
            <Checkbox
              label={t('export.times')}
              checked={choice.times}
              onChange={(event) => change({ times: event.currentTarget.checked })}
            />
          )}
          <Radio.Group
            label={t('export.text')}
            value={choice.text}
            onChange={(value) => change({ text: TEXTS.find((text) => text === value) ?? 'corrected' })}
          >
            <Stack gap="xs" mt="xs">
              {TEXTS.map((text) => (
                <Radio key={text} value={text} label={t(`export.texts.${text}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {choice.text === 'version' && (
            <NumberInput
              label={t('export.version')}
              description={t('export.versionHint', { version: current })}
              value={version}
              min={1}
              max={current}
              allowDecimal={false}
              onChange={(value) => setVersion(Number(value))}
            />
          )}
          {problem && <ProblemAlert problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={asking}>
              {t('export.download')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Why the server does not give the file, asked before the browser goes there; null when it does. */
async function refusalOf(url: string): Promise<ProblemValue | null> {
  if ((await fetch(url, { method: 'HEAD' })).ok) return null;
  const response = await fetch(url);
  return response.ok ? null : ((await response.json()) as ProblemValue);
}

const unreachable = (message: string): ProblemValue => ({
  code: 'UNREACHABLE',
  message,
  troubleshooting: [],
  recovery: [],
});

function follow(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
