export interface Example {
  query: string;
  /** JSON, shown in the variables pane. */
  variables?: string;
}

export const variables = (value: Record<string, unknown>) => JSON.stringify(value, null, 2);
