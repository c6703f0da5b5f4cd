import { formatDateTime, type useMessages } from '@colloquy/web-kit';
import { recognizerLabel } from '../page/engine-label.ts';
import type { MachineVersionFragment } from '../gql/graphql.ts';

type Translate = ReturnType<typeof useMessages<'transcript'>>['t'];

/** What processing did, and with which engine where that is known. */
export function machineVersionName({ engines }: MachineVersionFragment, t: Translate): string {
  const engine = recognizerLabel(engines)?.name;
  if (engine) return t('versions.writtenBy', { engine });
  return engines.some(({ stage }) => stage === 'import') ? t('versions.imported') : t('versions.processed');
}

/** The same with when, for versions that corrections made of it. @param machines the earliest first */
export function madeBy(
  machines: readonly MachineVersionFragment[],
  version: number,
  t: Translate,
): string | undefined {
  const machine = machines.findLast((one) => one.version <= version);
  return machine && `${machineVersionName(machine, t)}, ${formatDateTime(machine.createdAt)}`;
}
