export interface Statement {
  text: string;
  values: unknown[];
}

/** Collects values and hands out their placeholders: nothing from outside is ever part of the statement's text. */
export class Parameters {
  readonly values: unknown[] = [];
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
