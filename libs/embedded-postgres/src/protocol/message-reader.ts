import { ProtocolViolation } from './frontend-message.ts';

/**
 * Cuts the bytes of a socket into messages. Chunks are kept as they came and joined once, when a message is whole,
 * so that a 64 MB value costs time in proportion to its size.
 *
 * A message is `type (1) length (4) body`; a startup packet has no type. `length` counts itself.
 */
export class MessageReader {
  private chunks: Buffer[] = [];
  private buffered = 0;

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
  }

  /** A startup packet without its length, or undefined until it is whole. */
  nextStartupPacket(maxBytes: number): Buffer | undefined {
    return this.next(0, maxBytes)?.subarray(4);
  }

  /** A whole message with type and length, or undefined until it is whole. */
  nextMessage(maxBytes: number): Buffer | undefined {
    return this.next(1, maxBytes);
  }

  private next(typeBytes: 0 | 1, maxBytes: number): Buffer | undefined {
    const header = this.peek(typeBytes + 4);
    if (!header) return undefined;
    const length = header.readInt32BE(typeBytes);
    // Judged on the header alone: an oversize message is refused before its body is held.
    if (length < 4 || length > maxBytes)
      throw new ProtocolViolation(
        `invalid message length ${length}; at most ${maxBytes} bytes are accepted here`,
      );
    return this.buffered < typeBytes + length ? undefined : this.take(typeBytes + length);
  }

  private peek(size: number): Buffer | undefined {
    if (this.buffered < size) return undefined;
    let first = this.chunks[0] as Buffer;
    let used = 1;
    while (first.length < size) first = Buffer.concat([first, this.chunks[used++] as Buffer]);
    if (used > 1) this.chunks.splice(0, used, first);
    return first;
  }

  private take(size: number): Buffer {
    const parts: Buffer[] = [];
    let missing = size;
    let used = 0;
    while (missing > 0) {
      const chunk = this.chunks[used++] as Buffer;
      parts.push(chunk.length > missing ? chunk.subarray(0, missing) : chunk);
      missing -= chunk.length;
    }
    const last = this.chunks[used - 1] as Buffer;
    this.chunks.splice(0, used, ...(missing < 0 ? [last.subarray(last.length + missing)] : []));
    this.buffered -= size;
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts, size);
  }
}
