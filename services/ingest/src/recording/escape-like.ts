/** Text for a `like` pattern, with nothing in it that stands for something else. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);
