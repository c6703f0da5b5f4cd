import type { TabProps } from '@colloquy/web-kit';
import { ChatPage } from './chat-page.tsx';
import './chat.css';

export default function ChatTab({ route }: TabProps<'chat'>) {
  return <ChatPage route={route} />;
}
