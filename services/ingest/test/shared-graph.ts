import { createServer, type Server } from 'node:http';

export interface AskedPage {
  recordingId: string;
  first?: number;
  after?: string | null;
}

/** In the place of the gateway's graph: one transcript, and no page after `garbage`. @param asked takes what was asked */
export function answerGraph(asked: AskedPage[]): Promise<Server> {
  const speakers = [
    { id: 's1', color: '#111', displayName: 'Anna', talkTimeMs: 900, share: 0.6 },
    { id: 's2', color: '#222', displayName: 'Ben', talkTimeMs: 600, share: 0.4 },
  ];
  const node = { id: 'g1', startMs: 0, endMs: 900, text: 'Hello there', speaker: { id: 's1' }, words: [] };
  const segments = { pageInfo: { hasNextPage: true, endCursor: 'next' }, edges: [{ node }] };
  const overview = { version: 3, durationMs: 1_500, language: 'en', wordCount: 2, speakers };
  const refused = { message: 'No.', extensions: { code: 'CURSOR_INVALID' } };
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += String(chunk);
    const { query, variables } = JSON.parse(body) as { query: string; variables: AskedPage };
    asked.push(variables);
    const transcript = query.includes('segments') ? { segments } : overview;
    response.end(
      JSON.stringify(
        variables.after === 'garbage'
          ? { data: null, errors: [refused] }
          : { data: { recording: { transcript } } },
      ),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
