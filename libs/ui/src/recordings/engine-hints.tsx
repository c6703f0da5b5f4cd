import { useMessages } from '@colloquy/web-kit';
import { useMemo } from 'react';
import { NumberInput, Select } from '../mantine.ts';
import { languageOptions } from './languages.ts';

const MOST_SPEAKERS = 20;

interface HintProps<T> {
  value: T | null;
  /** Null: it is found out. */
  onChange: (value: T | null) => void;
  description?: string;
  autoFocus?: boolean;
}

/** Which language is spoken, BCP 47. */
export function LanguageSelect({ value, onChange, ...shown }: HintProps<string>) {
  const { t } = useMessages('common');
  const languages = useMemo(() => languageOptions(value), [value]);
  return (
    <Select
      {...shown}
      label={t('hints.language')}
      placeholder={t('hints.detect')}
      data={languages}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('hints.detect') }}
    />
  );
}

/** How many people talk. */
export function ExpectedSpeakersInput({ value, onChange, ...shown }: HintProps<number>) {
  const { t } = useMessages('common');
  return (
    <NumberInput
      {...shown}
      label={t('hints.speakers')}
      placeholder={t('hints.detect')}
      min={1}
      max={MOST_SPEAKERS}
      allowDecimal={false}
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
    />
  );
}
