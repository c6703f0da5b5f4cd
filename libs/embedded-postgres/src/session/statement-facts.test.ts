import { statementFacts } from './statement-facts.ts';

test.each([
  ['LISTEN news', [{ action: 'listen', channel: 'news' }]],
  [
    'listen NEWS; LISTEN "Big ""News"""',
    [
      { action: 'listen', channel: 'news' },
      { action: 'listen', channel: 'Big "News"' },
    ],
  ],
  ['/* a /* nested */ comment */ -- and a line\n UNLISTEN *', [{ action: 'unlisten', channel: '*' }]],
  ["SELECT 'x; LISTEN news'", []],
  ["SELECT E'it\\'s; LISTEN news'", []],
  ["SELECT 'ends with \\'; LISTEN news", [{ action: 'listen', channel: 'news' }]],
  ['SELECT $$; LISTEN news$$, $a$; LISTEN $$ news$a$', []],
  ['SELECT "; LISTEN news"', []],
  ["SELECT 'never closed; LISTEN news", []],
])('finds what %s listens to', (sql, listens) => {
  expect(statementFacts(sql).listens).toEqual(listens);
});

test.each([
  ["SET work_mem = '1MB'", true],
  ['select 1; RESET ALL', true],
  ["SELECT set_config('app.user', 'x', false)", true],
  ["DO $$ BEGIN PERFORM set_config('a.b', 'c', false); END $$", true],
  ["SET LOCAL work_mem = '1MB'", false],
  ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE', false],
  ['UPDATE t SET a = 1', false],
  ['SELECT 1', false],
])('%s touches settings: %s', (sql, touches) => {
  expect(statementFacts(sql).touchesSettings).toBe(touches);
});

test('customised options are noticed by their dot', () => {
  expect(statementFacts("SET app.viewer = 'anna'").dottedNames).toEqual(['app.viewer']);
});

test.each([
  ['COPY t (a, "from") FROM STDIN WITH (FORMAT csv)', true],
  ['copy t from stdin', true],
  ['COPY (SELECT 1) TO STDOUT', false],
  ["COPY t FROM '/file'", false],
])('%s copies from the client: %s', (sql, copies) => {
  expect(statementFacts(sql)).toMatchObject({ copiesFromClient: copies, refusal: undefined });
});

test.each([
  'PREPARE p AS SELECT 1',
  'SELECT 1; deallocate all',
  'DISCARD ALL',
  'EXECUTE p',
  'BEGIN; COPY t FROM STDIN',
  "COPY (SELECT 1) TO PROGRAM 'id'",
  "copy t from /* ? */ program 'cat'",
])('%s is refused', (sql) => {
  expect(statementFacts(sql).refusal).toEqual(expect.any(String));
});

test('a long literal costs time in proportion to its length', () => {
  const time = (length: number): number => {
    const sql = `UPDATE t SET a = '${"it''s ".repeat(length / 6)}' WHERE b = "${'c'.repeat(length)}"`;
    const started = performance.now();
    statementFacts(sql);
    return performance.now() - started;
  };
  time(600_000);
  expect(time(6_000_000) / Math.max(time(600_000), 0.5)).toBeLessThan(40);
});
