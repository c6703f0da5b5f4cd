import {
  exportUrl,
  rememberChoice,
  rememberedChoice,
  type ExportChoice,
  type TranscriptExport,
} from './export-choice.ts';

const plain: ExportChoice = { format: 'TXT', names: false, times: true, text: 'corrected' };
const txt: TranscriptExport = {
  format: 'TXT',
  url: '/exports/1.txt',
  fileName: 'Call.txt',
  options: ['NAMES', 'TIMES', 'TEXT', 'VERSION'],
};
const csv: TranscriptExport = {
  ...txt,
  format: 'CSV',
  url: '/exports/1.csv',
  options: ['TEXT', 'VERSION'],
};

describe('the address of an export', () => {
  it('names what the format leaves to choose', () => {
    expect(exportUrl(txt, plain, 3)).toBe('/exports/1.txt?names=no&times=yes');
    expect(exportUrl(csv, plain, 3)).toBe('/exports/1.csv');
  });

  it('says which text', () => {
    expect(exportUrl(csv, { ...plain, text: 'original' }, 3)).toBe('/exports/1.csv?text=original');
    expect(exportUrl(csv, { ...plain, text: 'version' }, 3)).toBe('/exports/1.csv?version=3');
  });
});

describe('what was chosen', () => {
  it('is remembered, but for the version', () => {
    rememberChoice({ ...plain, text: 'version' });
    expect(rememberedChoice()).toEqual(plain);
  });

  it('begins anew where it cannot be read', () => {
    localStorage.setItem('colloquy.export', '{');
    expect(rememberedChoice()).toMatchObject({ format: 'DOCX', text: 'corrected' });
  });
});
