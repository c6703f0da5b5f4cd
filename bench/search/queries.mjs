/** One word, several, phrases, beginnings of words, negation, alternatives. */
export const QUERIES = [
  'discount',
  'renewal',
  'invoices',
  'deadline',
  'prototype',
  'budgets',
  'hiring',
  'outage',
  'annual plan',
  'battery remote',
  'security audit',
  'support ticket',
  '"annual plan"',
  '"security audit"',
  'migrat*',
  'onboard*',
  'invoice -deadline',
  'outage or renewal',
];

/** Reported, not bounded: nothing to compare them with. */
export const HARD = {
  'a frequent word': 'yeah',
  'similar spelling': 'renewl',
  'two similar spellings': 'secrity adit',
};
