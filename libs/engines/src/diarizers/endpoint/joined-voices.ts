import { assignSpeakers, cosineSimilarity, meanVector, speakerLabel, type Voice } from '@colloquy/speech';
import type { LocalSpeaker } from '../../ports.ts';

/** A speaker of one part of a slice; null when too little was said for a vector. */
export interface PartSpeaker {
  label: string;
  vector: readonly number[] | null;
  speechMs: number;
}

/** A vector that a reference's cannot differ from by chance. */
const SAME_VECTOR = 1 - 1e-6;

/** Tells the speakers of a slice apart that an engine hears in parts. */
export class JoinedVoices {
  readonly speakers: LocalSpeaker[] = [];
  readonly #references: readonly Voice[];
  readonly #threshold: number;
  #count = 0;

  constructor(references: readonly Voice[], threshold: number) {
    this.#references = references;
    this.#threshold = threshold;
  }

  /** Every voice known so far by the label that the engine may call it. */
  get known(): Voice[] {
    const own = this.speakers.filter(({ reference }) => reference === undefined);
    return [...this.#references, ...own];
  }

  /** The slice's label of each speaker of the next part. No two of them become one. */
  join(heard: readonly PartSpeaker[]): Map<string, string> {
    const voices = heard.flatMap(({ label, vector, speechMs }) =>
      vector ? [{ label, vector: meanVector([vector]), speechMs }] : [],
    );
    const assigned = assignSpeakers({
      references: this.speakers,
      local: voices,
      threshold: this.#threshold,
    });
    const labels = new Map<string, string>();
    voices.forEach((voice, i) => {
      const earlier = this.speakers.find(({ label }) => label === assigned[i]?.reference);
      if (earlier) remember(earlier, voice);
      labels.set(voice.label, earlier?.label ?? this.#add(voice));
    });
    for (const { label } of heard) if (!labels.has(label)) labels.set(label, this.#newLabel());
    return labels;
  }

  #add(voice: Omit<LocalSpeaker, 'reference'>): string {
    const label = this.#newLabel();
    const reference = this.#references.find(
      ({ vector }) => cosineSimilarity(vector, voice.vector) > SAME_VECTOR,
    );
    this.speakers.push({ ...voice, label, ...(reference && { reference: reference.label }) });
    return label;
  }

  /** None that a reference has. */
  #newLabel(): string {
    for (;;) {
      const label = speakerLabel(this.#count++);
      if (!this.#references.some((reference) => reference.label === label)) return label;
    }
  }
}

function remember(voice: LocalSpeaker, heard: Omit<LocalSpeaker, 'reference'>): void {
  voice.vector = meanVector([voice.vector, heard.vector], [voice.speechMs, heard.speechMs]);
  voice.speechMs += heard.speechMs;
}
