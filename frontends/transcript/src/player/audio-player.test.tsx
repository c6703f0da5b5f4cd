import { AudioPlayer } from './audio-player.ts';

/** jsdom's audio element plays nothing, so this one stands in: it keeps time and tells events as a browser does. */
class FakeMedia extends EventTarget {
  currentTime = 0;
  duration = 60;
  paused = true;
  ended = false;
  playbackRate = 1;
  volume = 1;
  muted = false;
  readyState = 4;
  refuse: string | null = null;

  async play() {
    if (this.refuse) throw new DOMException('refused', this.refuse);
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    this.dispatchEvent(new Event('playing'));
  }

  pause() {
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }

  load() {
    this.readyState = 0;
  }
}

const make = () => {
  const media = new FakeMedia();
  const player = new AudioPlayer(media as never, 60_000);
  return { media, player, detach: player.attach() };
};

describe('AudioPlayer', () => {
  it('plays and pauses', async () => {
    const { player, detach } = make();
    await player.play();
    expect(player.getSnapshot().playing).toBe(true);
    player.toggle();
    expect(player.getSnapshot().playing).toBe(false);
    detach();
  });

  it('plays a stretch by itself, and plays on where somebody went meanwhile', async () => {
    const { media, player, detach } = make();
    const reach = (seconds: number) => {
      media.currentTime = seconds;
      media.dispatchEvent(new Event('timeupdate'));
    };
    await player.playStretch({ startMs: 2_000, endMs: 5_000 });
    expect(media.currentTime).toBe(2);
    reach(4.9);
    expect(media.paused).toBe(false);
    reach(5);
    expect(media.paused).toBe(true);
    await player.playStretch({ startMs: 2_000, endMs: 5_000 });
    player.seek(20_000);
    reach(21);
    expect(media.paused).toBe(false);
    detach();
  });

  it('falls silent when the page is left', async () => {
    const { media, player, detach } = make();
    await player.play();
    detach();
    expect(media.paused).toBe(true);
    expect(player.getSnapshot().playing).toBe(false);
  });

  it('keeps a jump made before the header is read, and makes it then', () => {
    const { media, player } = make();
    media.readyState = 0;
    player.seek(12_500);
    expect(player.timeMs).toBe(12_500);
    expect(media.currentTime).toBe(0);
    media.readyState = 1;
    media.dispatchEvent(new Event('loadedmetadata'));
    expect(media.currentTime).toBe(12.5);
  });

  it('stays within the recording', () => {
    const { media, player } = make();
    player.skip(-5000);
    expect(media.currentTime).toBe(0);
    player.seek(99_000);
    expect(media.currentTime).toBe(60);
  });

  it('says when the browser refuses to start by itself, and forgets it once playing', async () => {
    const { media, player, detach } = make();
    media.refuse = 'NotAllowedError';
    await player.playFrom(1000);
    expect(player.getSnapshot()).toMatchObject({ blocked: true, failed: false, playing: false });
    media.refuse = null;
    await player.play();
    expect(player.getSnapshot()).toMatchObject({ blocked: false, playing: true });
    detach();
  });

  it('does not call an interrupted start a failure', async () => {
    const { media, player } = make();
    media.refuse = 'AbortError';
    await player.play();
    expect(player.getSnapshot().failed).toBe(false);
    media.refuse = 'NotSupportedError';
    await player.play();
    expect(player.getSnapshot().failed).toBe(true);
  });

  it('steps through the speeds and stops at the ends', () => {
    const { player } = make();
    player.stepSpeed(1);
    expect(player.getSnapshot().speed).toBe(1.25);
    player.setSpeed(2.5);
    player.stepSpeed(1);
    expect(player.getSnapshot().speed).toBe(2.5);
    player.setSpeed(0.5);
    player.stepSpeed(-1);
    expect(player.getSnapshot().speed).toBe(0.5);
  });

  it('tells the position on a jump and stops telling when asked', () => {
    const { player } = make();
    const heard: number[] = [];
    const stop = player.onTime((timeMs) => heard.push(timeMs));
    player.seek(2000);
    stop();
    player.seek(3000);
    expect(heard).toEqual([2000]);
  });
});
