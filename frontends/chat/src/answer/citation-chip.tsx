import { Tooltip } from '@colloquy/ui';
import { formatTime, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import type { Citation } from './citation.ts';

/** A reference in the text: hovering or focusing shows the quote, following it plays the moment. */
export function CitationChip({ citation }: { readonly citation: Citation }) {
  const { t } = useMessages('chat');
  const time = formatTime(citation.startMs);
  return (
    <Tooltip
      events={{ hover: true, focus: true, touch: false }}
      multiline
      // Inside the page's landmark, and out of the paragraph a <div> must not stand in.
      portalProps={{ target: '.chat-main' }}
      openDelay={120}
      classNames={{ tooltip: 'chat-card' }}
      label={
        <>
          <span className="chat-card-quote">{citation.quote}</span>
          <span className="chat-card-source">
            <b>{citation.speakerName}</b> · {time}
            <br />
            {citation.recordingTitle}
          </span>
        </>
      }
    >
      <RouteLink
        className="chat-chip"
        href={momentOf(citation)}
        aria-label={t('citation.label', {
          index: citation.index,
          speaker: citation.speakerName,
          time,
          recording: citation.recordingTitle,
        })}
      >
        {citation.index}
      </RouteLink>
    </Tooltip>
  );
}

/** Where a citation plays. */
export function momentOf({ recordingId, segmentId, startMs }: Citation): string {
  return paths.recording(recordingId, { atMs: startMs, segmentId, play: true });
}
