import { ClipPlayer, type Clip } from './clip-player.ts';

/** As much of an audio element as a player needs; time passes when told. */
class Tape extends EventTarget {
  src = '';
  currentTime = 0;
  playing = false;
  /** That of the audio that is still loading is refused when other audio takes its place. */
  refuseLast: () => void = () => {};

  play(): Promise<void> {
    this.playing = true;
    this.refuseLast();
    return new Promise((_resolve, reject) => {
      this.refuseLast = () => reject(new DOMException('Interrupted.', 'AbortError'));
    });
  }

  pause(): void {
    this.playing = false;
  }

  reach(seconds: number): void {
    this.currentTime = seconds;
    this.dispatchEvent(new Event('timeupdate'));
  }
}

const clip: Clip = {
  key: 'a',
  audioUrl: '/audio/a',
  intervals: [
    { startMs: 1_000, endMs: 3_000 },
    { startMs: 10_000, endMs: 11_000 },
  ],
};

function open() {
  const tape = new Tape();
  return { tape, player: new ClipPlayer(tape as unknown as HTMLAudioElement) };
}

test('plays the stretches of a clip after each other, and nothing else', () => {
  const { tape, player } = open();
  player.toggle(clip);
  expect(tape).toMatchObject({ src: '/audio/a', currentTime: 1, playing: true });
  tape.reach(2.9);
  expect(tape.currentTime).toBe(2.9);
  tape.reach(3.05);
  expect(tape).toMatchObject({ currentTime: 10, playing: true });
  tape.reach(11.1);
  expect(tape.playing).toBe(false);
  expect(player.getSnapshot()).toBeNull();
});

test('stops when asked again, and for another clip', () => {
  const { tape, player } = open();
  player.toggle(clip);
  player.toggle(clip);
  expect(tape.playing).toBe(false);
  player.toggle(clip);
  player.toggle({ ...clip, key: 'b', intervals: [{ startMs: 20_000, endMs: 21_000 }] });
  expect(tape).toMatchObject({ currentTime: 20, playing: true });
  expect(player.getSnapshot()).toBe('b');
});

test('plays another clip while the first is still loading', async () => {
  const { tape, player } = open();
  player.toggle(clip);
  player.toggle({ ...clip, key: 'b', audioUrl: '/audio/b' });
  await Promise.resolve();
  expect(player.getSnapshot()).toBe('b');
  expect(tape.playing).toBe(true);
});

test('says that nothing plays when the audio is gone', () => {
  const { tape, player } = open();
  const heard: (string | null)[] = [];
  player.subscribe(() => heard.push(player.getSnapshot()));
  player.toggle(clip);
  tape.dispatchEvent(new Event('error'));
  expect(heard.at(-1)).toBeNull();
});
