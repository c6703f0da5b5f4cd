import type { TabProps } from '@colloquy/web-kit';
import { TranscriptPage } from './page/transcript-page.tsx';
import './transcript.css';

export default function TranscriptTab({ route }: TabProps<'transcript'>) {
  return <TranscriptPage key={route.recordingId} route={route} />;
}
