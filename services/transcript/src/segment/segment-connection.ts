import { connectionOf } from '@colloquy/subgraph';
import { Segment } from './segment.entity.ts';

const segment = connectionOf('Segment', () => Segment);

export const SegmentConnection = segment.Connection;
export type SegmentConnection = InstanceType<typeof SegmentConnection>;
