import { pino } from 'pino';
import { RuntimeLog } from './runtime-log.ts';

const refusal = { code: 'RECORDING_NOT_FOUND', troubleshooting: [], recovery: ['Reload the list.'] };

it.each([
  ['a refusal is an answer', 'error', { message: 'There is none.', extensions: refusal }, 0],
  ['what nobody expected', 'error', { message: 'x', extensions: { ...refusal, code: 'INTERNAL_ERROR' } }, 1],
  ['an error without a code', 'error', { message: 'x' }, 1],
  ['an error without anything', 'error', null, 1],
  ['a warning', 'warn', { extensions: refusal }, 1],
] as const)('%s', (_what, level, attributes, count) => {
  const lines: string[] = [];
  new RuntimeLog(pino({}, { write: (line: string) => void lines.push(line) })).write(level, attributes, 'm');
  expect(lines).toHaveLength(count);
});
