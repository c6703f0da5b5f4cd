/** An engine's own name, where the model's says less. */
const OWN_NAMES: Record<string, string> = { pocketsphinx: 'PocketSphinx' };

/** A recogniser by the name people know: `sherpa-onnx` running `whisper-small` → `Whisper small`. */
export function recognizerName({ engine, model }: { engine: string; model: string }): string {
  const own = OWN_NAMES[engine.toLowerCase()];
  if (own) return own;
  const words = (model.split('/').at(-1) || engine).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
