import { recognizerLabel } from './engine-label.ts';

const run = (stage: string, engine: string) => ({ stage, engine, model: 'm', version: '1', seconds: 1 });

describe('recognizerLabel', () => {
  it('names the recogniser of the last run, not the diarizer', () => {
    const label = recognizerLabel([
      run('TRANSCRIBE', 'pocketsphinx'),
      run('DIARIZE', 'sherpa-onnx'),
      run('TRANSCRIBE', 'sherpa-onnx'),
    ]);
    expect(label).toEqual({ name: 'M', engine: 'sherpa-onnx', model: 'm', draft: false });
  });

  it('calls the embedded recogniser a draft', () => {
    expect(recognizerLabel([run('TRANSCRIBE', 'PocketSphinx')])?.draft).toBe(true);
  });

  it('is null for an import', () => {
    expect(recognizerLabel([])).toBeNull();
  });
});
