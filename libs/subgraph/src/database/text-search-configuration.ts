/** BCP 47 primary language → PostgreSQL's built-in text search configuration (those PostgreSQL 15 has as well). */
const CONFIGURATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'arabic',
    hy: 'armenian',
    eu: 'basque',
    ca: 'catalan',
    da: 'danish',
    nl: 'dutch',
    en: 'english',
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
  }),
);

/**
 * The text search configuration that stems a language, `simple` (no stemming, no stop words) where there is none.
 * The language `en-GB` is stemmed as `en`.
 */
export function textSearchConfigurationOf(language: string | null): string {
  return CONFIGURATIONS.get(language?.toLowerCase().split(/[-_]/)[0] ?? '') ?? 'simple';
}
