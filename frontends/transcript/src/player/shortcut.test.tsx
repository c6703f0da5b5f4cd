import { shortcutFor } from './shortcut.ts';

const press = (
  key: string,
  target: Element = document.body,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => shortcutFor({ key, ctrlKey: false, metaKey: false, altKey: false, ...held, target });

const element = (html: string): Element => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild as Element;
};

describe('shortcutFor', () => {
  it('plays, skips and changes speed', () => {
    expect(press(' ')).toEqual({ kind: 'toggle' });
    expect(press('ArrowLeft')).toEqual({ kind: 'skip', ms: -5000 });
    expect(press('l')).toEqual({ kind: 'skip', ms: 10000 });
    expect(press('>')).toEqual({ kind: 'speed', step: 1 });
    expect(press('x')).toBeNull();
  });

  it('opens the text, but not from what lies over it', () => {
    expect(press('e')).toEqual({ kind: 'edit' });
    expect(press('e', element('<button>Play</button>'))).toEqual({ kind: 'edit' });
    const button = element('<div role="dialog"><button>Close</button></div>').firstElementChild as Element;
    expect(press('e', button)).toBeNull();
    expect(press('e', element('<textarea></textarea>'))).toBeNull();
  });

  it('stays out of the way while somebody types', () => {
    for (const html of [
      '<input type="text">',
      '<textarea></textarea>',
      '<div contenteditable="true"></div>',
    ]) {
      expect(press(' ', element(html))).toBeNull();
      expect(press('j', element(html))).toBeNull();
    }
  });

  it('leaves space to buttons and arrows to sliders, but not the letters', () => {
    expect(press(' ', element('<button>Play</button>'))).toBeNull();
    expect(press('k', element('<button>Play</button>'))).toEqual({ kind: 'toggle' });
    expect(press('ArrowRight', element('<div role="slider"></div>'))).toBeNull();
  });

  it('leaves shortcuts of the browser alone', () => {
    expect(press('l', document.body, { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', document.body, { altKey: true })).toBeNull();
  });
});
