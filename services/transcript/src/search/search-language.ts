/** BCP 47 primary language → PostgreSQL's built-in text search configuration. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  hy: 'armenian',
  eu: 'basque',
  ca: 'catalan',
  da: 'danish',
  nl: 'dutch',
  en: 'english',
  et: 'estonian',
  fi: 'finnish',
  fr: 'french',
  de: 'german',
  el: 'greek',
  hi: 'hindi',
  hu: 'hungarian',
  id: 'indonesian',
  ga: 'irish',
  it: 'italian',
  lt: 'lithuanian',
  ne: 'nepali',
  no: 'norwegian',
  nb: 'norwegian',
  nn: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  es: 'spanish',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** Every configuration PostgreSQL 15 has as well; `estonian` is newer. */
const NEWER_THAN_15 = new Set(['estonian']);

/**
 * The text search configuration that stems a language, `simple` (no stemming, no stop words) where there is none.
 * The language `en-GB` is stemmed as `en`.
 */
export function searchConfiguration(language: string | null): string {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? '';
  const configuration = Object.hasOwn(CONFIGURATIONS, primary) ? CONFIGURATIONS[primary] : undefined;
  return configuration === undefined || NEWER_THAN_15.has(configuration) ? 'simple' : configuration;
}
