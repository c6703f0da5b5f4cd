import { ExpectedSpeakersInput, LanguageSelect, SimpleGrid, TextInput } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { RecordingDetails } from '@colloquy/ui/uploads';

export const TITLE_LIMIT = 200;

interface DetailsFormProps {
  details: RecordingDetails;
  /** The title has its field elsewhere. */
  withoutTitle?: boolean;
  onChange: (changes: Partial<RecordingDetails>) => void;
}

/** What helps the engines, all optional. */
export function DetailsForm({ details, withoutTitle = false, onChange }: DetailsFormProps) {
  const { t } = useMessages('upload');
  return (
    <SimpleGrid cols={withoutTitle ? { base: 1, xs: 3 } : { base: 1, xs: 2, lg: 4 }} spacing="md">
      {!withoutTitle && (
        <TextInput
          label={t('details.recordingTitle')}
          placeholder={t('details.byFile')}
          maxLength={TITLE_LIMIT}
          value={details.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
      )}
      <LanguageSelect
        value={details.language || null}
        onChange={(language) => onChange({ language: language ?? '' })}
      />
      <ExpectedSpeakersInput
        value={details.expectedSpeakers}
        onChange={(expectedSpeakers) => onChange({ expectedSpeakers })}
      />
      <TextInput
        type="datetime-local"
        label={t('details.recordedAt')}
        value={localValue(details.recordedAt)}
        onChange={(event) => onChange({ recordedAt: isoValue(event.currentTarget.value) })}
      />
    </SimpleGrid>
  );
}

/** ISO 8601 → what a `datetime-local` field holds, in the reader's time zone. */
function localValue(iso: string | null): string {
  if (!iso) return '';
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function isoValue(local: string): string | null {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
