import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { navigate } from './history.ts';
import { paths, type Moment } from './route.ts';

const toRecording = (recordingId: string, moment?: Moment) => navigate(paths.recording(recordingId, moment));
const toChat = (conversationId?: string, options?: { replace?: boolean }) =>
  navigate(paths.chat(conversationId), options);
const toChatAbout = (recordingIds: readonly string[]) => navigate(paths.chatAbout(recordingIds));
const toLibrary = () => navigate(paths.library());

/** Opens a recording's transcript, at a moment when one is given; `play` starts the audio there. */
export const useNavigateToRecording = () => toRecording;
/** Opens a conversation, or an empty one. */
export const useNavigateToChat = () => toChat;
/** Opens an empty conversation about some recordings. */
export const useNavigateToChatAbout = () => toChatAbout;
export const useNavigateToLibrary = () => toLibrary;

/** A link inside the web app: a real address (copy, new tab), followed without loading the page anew. */
export function RouteLink({
  href,
  onClick,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const leavesThePage =
      event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (event.defaultPrevented || leavesThePage || rest.target === '_blank') return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
