import type { WriteStream } from 'node:tty';

const WIDTH = 30;
const REDRAW_MS = 100;

/** Draws `name ███░░ 42 % 12 / 30 MB` in place on a terminal; elsewhere one line per tenth. */
export function progressBar(
  name: string,
  out: WriteStream,
): { update: (received: number, total: number | null) => void; end: () => void } {
  let drawnAt = 0;
  let tenth = -1;
  let drawn = false;
  const draw = (line: string) => {
    drawn = true;
    out.write(out.isTTY ? `\r${line}\x1b[K` : `${line}\n`);
  };
  return {
    update(received, total) {
      const share = total ? received / total : null;
      const sizes = `${megabytes(received)}${total ? ` / ${megabytes(total)}` : ''} MB`;
      const line =
        share === null
          ? `${name} ${sizes}`
          : `${name} ${'█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')} ${String(Math.floor(share * 100)).padStart(3)} % ${sizes}`;
      const nextTenth = Math.floor((share ?? received / 1e8) * 10);
      if (out.isTTY ? Date.now() - drawnAt < REDRAW_MS && share !== 1 : nextTenth === tenth) return;
      drawnAt = Date.now();
      tenth = nextTenth;
      draw(line);
    },
    end: () => void (drawn && out.isTTY && out.write('\n')),
  };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
