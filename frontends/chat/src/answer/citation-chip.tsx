import { IconPencil, Tooltip } from '@colloquy/ui';
import { formatTime, RouteLink, useMessages } from '@colloquy/web-kit';
import { hasAudio, momentOf, speakerOf, type Citation } from './citation.ts';

/** A reference in the text: hovering or focusing shows the quote, following it leads to the moment. */
export function CitationChip({ citation }: { readonly citation: Citation }) {
  const { t } = useMessages('chat');
  const time = formatTime(citation.startMs);
  const label = t(hasAudio(citation) ? 'citation.label' : 'citation.silentLabel', {
    index: citation.index,
    speaker: speakerOf(citation),
    time,
    recording: citation.recordingTitle,
  });
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
            <b>{speakerOf(citation)}</b> · {time}
            <br />
            {citation.recordingTitle}
            {citation.changed && (
              <>
                <br />
                {t('citation.changed')}
              </>
            )}
          </span>
        </>
      }
    >
      <RouteLink
        className="chat-chip"
        href={momentOf(citation)}
        data-changed={citation.changed || undefined}
        aria-label={citation.changed ? `${label} ${t('citation.changed')}.` : label}
      >
        {citation.index}
        {citation.changed && <IconPencil size={11} aria-hidden />}
      </RouteLink>
    </Tooltip>
  );
}
