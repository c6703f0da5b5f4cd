import { paletteSize, speakerColor } from './speaker-color.ts';

const channels = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** WCAG 2.2 relative luminance. */
const luminance = (hex: string): number => {
  const [r, g, b] = channels(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const palette = Array.from({ length: paletteSize }, (_, position) => speakerColor(position));

describe('speakerColor', () => {
  it.each(palette)('%s can be read on light and on dark', (color) => {
    expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(color, '#1a1b1e')).toBeGreaterThanOrEqual(3);
  });

  it('tells any two of the palette apart', () => {
    for (const a of palette) {
      for (const b of palette) {
        if (a === b) continue;
        const [first, second] = [channels(a), channels(b)];
        expect(Math.hypot(...first.map((channel, i) => channel - (second[i] ?? 0)))).toBeGreaterThan(40);
      }
    }
  });

  it('goes on without repeating', () => {
    expect(new Set(Array.from({ length: 200 }, (_, position) => speakerColor(position))).size).toBe(200);
  });
});
