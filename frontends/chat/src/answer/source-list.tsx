import { useState } from 'react';
import { Button, IconPlayerPlayFilled } from '@colloquy/ui';
import { formatTime, RouteLink, useMessages } from '@colloquy/web-kit';
import { hasAudio, momentOf, speakerOf, type Citation } from './citation.ts';

const SHOWN_AT_FIRST = 3;

/** What an answer rests on; each leads to its moment, and plays it where there is audio. */
export function SourceList({ citations }: { readonly citations: readonly Citation[] }) {
  const { t } = useMessages('chat');
  const [all, setAll] = useState(false);
  if (citations.length === 0) return null;
  const shown = all ? citations : citations.slice(0, SHOWN_AT_FIRST);
  return (
    <div role="group" className="chat-sources" aria-label={t('sources.title')}>
      <h2 className="chat-sources-title">{t('sources.title')}</h2>
      <ol className="chat-source-grid">
        {shown.map((citation) => (
          <li key={citation.index}>
            <RouteLink className="chat-source" href={momentOf(citation)}>
              <span className="chat-source-head">
                <span className="chat-chip" aria-hidden>
                  {citation.index}
                </span>
                <b>{speakerOf(citation)}</b>
                <span className="chat-source-time">
                  {hasAudio(citation) && <IconPlayerPlayFilled size={11} aria-hidden />}{' '}
                  {formatTime(citation.startMs)}
                </span>
              </span>
              <span className="chat-source-quote">{citation.quote}</span>
              <span className="chat-source-recording">{citation.recordingTitle}</span>
              {citation.changed && <span className="chat-source-changed">{t('citation.changed')}</span>}
            </RouteLink>
          </li>
        ))}
      </ol>
      {!all && citations.length > shown.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('sources.all', { count: citations.length })}
        </Button>
      )}
    </div>
  );
}
