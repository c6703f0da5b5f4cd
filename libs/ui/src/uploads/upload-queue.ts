import type { ProblemValue } from '../components/problem.ts';
import { SpeedMeter } from './speed-meter.ts';
import type { StartTransfer, Transfer } from './transfer.ts';
import { isUnderWay, type RecordingDetails, type UploadItem } from './upload-item.ts';

/** What became of a finished upload. */
export type CreationResult =
  | { recordingId: string; duplicateOf: UploadItem['duplicateOf'] }
  | { problem: ProblemValue }
  /** The server could not be asked: to be tried again. */
  | 'unreachable';

/** Makes a recording of an upload whose bytes are all there. */
export type CreateRecording = (uploadId: string, details: RecordingDetails) => Promise<CreationResult>;

interface Entry {
  item: UploadItem;
  transfer: Transfer;
  create: CreateRecording;
  speed: SpeedMeter;
  uploadId: string | null;
}

const AT_ONCE = 3;

/** The server removes by itself what it refuses for its content, not what it refuses for its details. */
const isRemovedAfter = ({ code }: ProblemValue): boolean => code.startsWith('UPLOAD_');

/**
 * Files on their way to becoming recordings, a few at once, in the order they were added. It lives longer than the
 * page that shows it: uploads go on while the user is elsewhere in the app.
 */
export class UploadQueue {
  private entries: Entry[] = [];
  private shown: readonly UploadItem[] = [];
  private readonly watchers = new Set<() => void>();
  private nextId = 1;

  constructor(
    private readonly startTransfer: StartTransfer,
    private readonly refusalOf: (httpStatus: number) => ProblemValue,
    private readonly now: () => number = () => performance.now(),
  ) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** The newest first; the same array until something changes. */
  readonly items = (): readonly UploadItem[] => this.shown;

  add(file: File, details: RecordingDetails, create: CreateRecording): string {
    const id = `upload-${this.nextId++}`;
    const transfer = this.startTransfer(file, {
      onProgress: (sentBytes) => this.progressed(id, sentBytes),
      onDone: (uploadId) => {
        const entry = this.find(id);
        if (!entry) return;
        entry.uploadId = uploadId;
        void this.finish(entry);
      },
      onInterrupted: () => this.leave(id, 'interrupted'),
      onRefused: (status) => this.refuse(id, this.refusalOf(status)),
    });
    const item: UploadItem = {
      id,
      fileName: file.name,
      sizeBytes: file.size,
      details,
      phase: 'waiting',
      sentBytes: 0,
      bytesPerSecond: null,
      problem: null,
      recordingId: null,
      duplicateOf: null,
    };
    this.entries.unshift({ item, transfer, create, speed: new SpeedMeter(), uploadId: null });
    this.startNext();
    return id;
  }

  /** Changes what is said about the recording; without effect once it is made. */
  describe(id: string, details: Partial<RecordingDetails>): void {
    const entry = this.find(id);
    if (entry && entry.item.recordingId === null)
      this.change(entry, { details: { ...entry.item.details, ...details } });
  }

  pause(id: string): void {
    const entry = this.find(id);
    if (!entry || (entry.item.phase !== 'uploading' && entry.item.phase !== 'waiting')) return;
    if (entry.item.phase === 'uploading') entry.transfer.pause();
    this.leave(id, 'paused');
  }

  /** Goes on after a pause or an interruption. */
  resume(id: string): void {
    const entry = this.find(id);
    if (!entry || (entry.item.phase !== 'paused' && entry.item.phase !== 'interrupted')) return;
    if (entry.uploadId !== null) return void this.finish(entry);
    this.change(entry, { phase: 'waiting' });
    this.startNext();
  }

  /** Goes on with everything the network interrupted. */
  resumeInterrupted(): void {
    for (const { item } of this.entries) if (item.phase === 'interrupted') this.resume(item.id);
  }

  /** Gives an upload up, or takes a finished one off the list; a recording that exists stays. */
  async remove(id: string): Promise<void> {
    const entry = this.find(id);
    if (!entry) return;
    this.entries = this.entries.filter((other) => other !== entry);
    this.publish();
    this.startNext();
    if (entry.item.recordingId === null && entry.item.phase !== 'refused') await entry.transfer.abandon();
  }

  hasUnfinished(): boolean {
    return this.entries.some(({ item }) => isUnderWay(item));
  }

  private async finish(entry: Entry): Promise<void> {
    if (entry.uploadId === null) return;
    this.change(entry, { phase: 'finishing', sentBytes: entry.item.sizeBytes, bytesPerSecond: null });
    this.startNext();
    const result = await entry.create(entry.uploadId, entry.item.details);
    if (!this.entries.includes(entry)) return;
    if (result === 'unreachable') return this.leave(entry.item.id, 'interrupted');
    if ('problem' in result)
      return this.refuse(entry.item.id, result.problem, isRemovedAfter(result.problem));
    this.change(entry, { phase: 'created', ...result });
    await entry.transfer.settle();
  }

  private progressed(id: string, sentBytes: number): void {
    const entry = this.find(id);
    if (entry?.item.phase !== 'uploading') return;
    this.change(entry, { sentBytes, bytesPerSecond: entry.speed.measure(sentBytes, this.now()) });
  }

  private refuse(id: string, problem: ProblemValue, removed = false): void {
    const entry = this.find(id);
    if (!entry) return;
    this.change(entry, { phase: 'refused', problem, bytesPerSecond: null });
    // The bytes are of no use to anyone: nothing is left behind, here or there.
    void (removed ? entry.transfer.settle() : entry.transfer.abandon());
    this.startNext();
  }

  private leave(id: string, phase: 'paused' | 'interrupted'): void {
    const entry = this.find(id);
    if (!entry) return;
    entry.speed.reset();
    this.change(entry, { phase, bytesPerSecond: null });
    this.startNext();
  }

  private startNext(): void {
    const busy = this.entries.filter(({ item }) => item.phase === 'uploading').length;
    const waiting = this.entries.filter(({ item }) => item.phase === 'waiting').reverse();
    for (const entry of waiting.slice(0, Math.max(0, AT_ONCE - busy))) {
      this.change(entry, { phase: 'uploading' });
      entry.transfer.start();
    }
    this.publish();
  }

  private find(id: string): Entry | undefined {
    return this.entries.find(({ item }) => item.id === id);
  }

  private change(entry: Entry, changes: Partial<UploadItem>): void {
    entry.item = { ...entry.item, ...changes };
    this.publish();
  }

  private publish(): void {
    this.shown = this.entries.map(({ item }) => item);
    for (const watcher of this.watchers) watcher();
  }
}
