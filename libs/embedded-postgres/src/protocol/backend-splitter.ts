/** What to do with a message the splitter was asked to look at. */
export type Verdict = 'forward' | 'drop';

/**
 * Walks over the engine's output, which arrives in pieces that respect no message boundary, and hands out whole
 * messages of the types asked for; every other byte is passed on untouched and unjoined, so large results stay linear.
 */
export class BackendSplitter {
  /** What goes to the client, in order. */
  output: Buffer[] = [];
  private readonly types: ReadonlySet<number>;
  private readonly inspect: (type: string, message: Buffer) => Verdict;
  private readonly maxBytes: number;
  private readonly header = Buffer.alloc(5);
  private headerBytes = 0;
  private bodyLeft = 0;
  private inspected: Buffer[] | undefined;
  private outputBytes = 0;

  constructor(types: string, maxBytes: number, inspect: (type: string, message: Buffer) => Verdict) {
    this.types = new Set(Buffer.from(types));
    this.maxBytes = maxBytes;
    this.inspect = inspect;
  }

  /** True when the result passed `maxBytes`: `output` was thrown away and the rest is not kept. */
  get overflowed(): boolean {
    return this.outputBytes > this.maxBytes;
  }

  /** `view` lies in the engine's memory and is only valid during the call. */
  push(view: Uint8Array): void {
    const chunk = Buffer.from(view);
    let at = 0;
    let unsent = 0; // start of the run of bytes that pass through
    while (at < chunk.length) {
      if (this.bodyLeft > 0) {
        const size = Math.min(this.bodyLeft, chunk.length - at);
        this.bodyLeft -= size;
        if (this.inspected) {
          this.inspected.push(chunk.subarray(at, at + size));
          unsent = at + size;
        }
        at += size;
        if (this.bodyLeft === 0) this.finish();
        continue;
      }
      const headerStart = at;
      const size = Math.min(5 - this.headerBytes, chunk.length - at);
      chunk.copy(this.header, this.headerBytes, at, at + size);
      this.headerBytes += size;
      at += size;
      if (this.headerBytes < 5) {
        this.emit(chunk.subarray(unsent, headerStart));
        return; // the header's first bytes are sent, if at all, once its type is known
      }
      this.headerBytes = 0;
      this.bodyLeft = this.header.readInt32BE(1) - 4;
      if (this.types.has(this.header[0] as number)) {
        this.emit(chunk.subarray(unsent, headerStart));
        this.inspected = [Buffer.from(this.header)];
        unsent = at;
      } else if (size < 5) {
        this.emit(Buffer.from(this.header));
        unsent = at;
      }
      if (this.bodyLeft === 0) this.finish();
    }
    this.emit(chunk.subarray(unsent));
  }

  private finish(): void {
    if (!this.inspected) return;
    const whole = Buffer.concat(this.inspected);
    this.inspected = undefined;
    if (this.inspect(String.fromCharCode(whole[0] as number), whole) === 'forward') this.emit(whole);
  }

  private emit(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.outputBytes += bytes.length;
    if (this.overflowed) this.output = [];
    else this.output.push(bytes);
  }
}
