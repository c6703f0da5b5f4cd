import { exportFileName } from './file-name.ts';

describe('exportFileName', () => {
  it.each([
    ['Sales call', 'Sales call.srt'],
    ['../../etc/passwd', 'etc passwd.srt'],
    ['a\r\nSet-Cookie: x', 'a Set-Cookie x.srt'],
    ['C:\\temp\\"x"|?*<>', 'C temp x.srt'],
    ['  ...hidden.  ', 'hidden.srt'],
    ['Größe 😀', 'Größe 😀.srt'],
    ['con', 'con transcript.srt'],
    ['evil\u202etxt.exe', 'evil txt.exe.srt'],
    ['///', 'transcript.srt'],
    ['', 'transcript.srt'],
    ['😀'.repeat(300), `${'😀'.repeat(100)}.srt`],
  ])('%j becomes %j', (title, fileName) => {
    expect(exportFileName(title, 'srt')).toBe(fileName);
  });
});
