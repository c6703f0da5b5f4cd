import { keepFocus } from './keep-focus.ts';

const page = document.createElement('main');
page.tabIndex = -1;
document.body.append(page);
afterAll(keepFocus(() => page));

const show = (html: string) => (page.innerHTML = html);
const named = (id: string) => document.getElementById(id) as HTMLElement;
const settled = () => new Promise((resolve) => setTimeout(resolve, 150));

test('gives the focus to what takes the place of what had it', async () => {
  show('<ul><li id="a"><button id="x">A</button></li><li><button id="y">B</button></li></ul>');
  named('x').focus();
  named('a').remove();
  await settled();
  expect(document.activeElement).toBe(named('y'));
});

test('gives it to what stands before where nothing follows, and to the page where nothing is left', async () => {
  show('<ul id="list"><li><button id="x">A</button></li><li id="b"><button id="y">B</button></li></ul>');
  named('y').focus();
  named('b').remove();
  await settled();
  expect(document.activeElement).toBe(named('x'));
  named('list').remove();
  await settled();
  expect(document.activeElement).toBe(page);
});

test('leaves alone who has left by themselves, and lists that are scrolled', async () => {
  show(
    '<div><input id="x"><p id="p"></p></div><div data-loses-focus><button id="y">B</button></div><a href="#">C</a>',
  );
  named('x').focus();
  named('x').blur();
  await settled();
  named('p').remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
  named('y').focus();
  named('y').remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
});

test('leaves alone who points, until they work by keyboard', async () => {
  const lose = async () => {
    show('<ul><li id="a"><button id="x">A</button></li><li><button id="y">B</button></li></ul>');
    named('x').focus();
    named('a').remove();
    await settled();
    return document.activeElement;
  };
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(await lose()).toBe(document.body);
  document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
  expect(await lose()).toBe(named('y'));
});

test('comes back to where a dialog was opened', async () => {
  show('<button id="x">Open</button>');
  named('x').focus();
  const dialog = document.createElement('div');
  dialog.innerHTML = '<div role="dialog" aria-modal="true"><button id="close">Close</button></div>';
  document.body.append(dialog);
  named('close').focus();
  named('close').replaceWith(Object.assign(document.createElement('button'), { id: 'closed' }));
  await settled();
  expect(document.activeElement).toBe(named('closed'));
  dialog.remove();
  await settled();
  expect(document.activeElement).toBe(named('x'));
});
