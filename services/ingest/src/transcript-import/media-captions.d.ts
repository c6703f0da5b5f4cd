/** The package's own declarations import files without extensions, which Node's resolution does not find. */
declare module 'media-captions' {
  export type VTTNode =
    | { type: 'text'; data: string }
    | { type: 'v'; voice: string; children: VTTNode[] }
    | { type: 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt' | 'lang' | 'timestamp'; children: VTTNode[] };

  export class VTTCue {
    /** @param startTime seconds @param endTime seconds @param text with its tags */
    constructor(startTime: number, endTime: number, text: string);
  }

  /** The cue's text as a tree, entities decoded. */
  export function tokenizeVTTCue(cue: VTTCue): VTTNode[];
}
