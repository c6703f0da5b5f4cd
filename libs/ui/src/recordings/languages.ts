import { messages } from '@colloquy/web-kit';

const CODES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'uk',
  'ru',
  'tr',
  'el',
  'ro',
  'hu',
  'ar',
  'he',
  'hi',
  'zh',
  'ja',
  'ko',
  'vi',
  'id',
  'th',
];

/**
 * Languages by their names in the reader's language, sorted.
 * @param also one that is to be among them, for example a regional one
 */
export function languageOptions(also: string | null): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([messages.language], { type: 'language' });
  const codes = also === null || CODES.includes(also) ? CODES : [...CODES, also];
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, messages.language));
}
