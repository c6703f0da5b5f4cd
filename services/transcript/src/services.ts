import type { Bus, JobQueue } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { CorrectionHistory } from './correction/correction.history.ts';
import { CorrectionService } from './correction/correction.service.ts';
import { TranscriptVersionService } from './correction/transcript-version.service.ts';
import { ExportService } from './export/export.service.ts';
import { ExportSource } from './export/export-source.ts';
import { ImportFailure } from './import/import-failure.ts';
import { ImportResultService, type OpenResult } from './import/import-result.service.ts';
import { LanguageService } from './language/language.service.ts';
import { LeftBehindService } from './left-behind/left-behind.service.ts';
import { PropagationService } from './propagation/propagation.service.ts';
import { RecordingService } from './recording/recording.service.ts';
import { SearchService } from './search/search.service.ts';
import { SegmentPages } from './segment/segment-page.ts';
import { TranscriptChangeFeed } from './transcript/transcript-change.feed.ts';
import { TranscriptEvents } from './transcript/transcript-events.ts';
import { TranscriptFinder } from './transcript/transcript.finder.ts';

export interface ServiceDependencies {
  dataSource: DataSource;
  jobs: Pick<JobQueue, 'publish' | 'enqueue'>;
  bus: Bus;
  openResult: OpenResult;
}

export type Services = ReturnType<typeof createServices>;

/** Everything this service can do, wired up. */
export function createServices({ dataSource, jobs, bus, openResult }: ServiceDependencies) {
  const events = new TranscriptEvents(jobs, bus);
  const finder = new TranscriptFinder(dataSource);
  const language = new LanguageService(dataSource, jobs, events);
  const importFailure = new ImportFailure(dataSource, jobs);
  return {
    dataSource,
    changes: new TranscriptChangeFeed(finder, bus),
    corrections: new CorrectionService(dataSource, events, finder),
    finder,
    pages: new SegmentPages(dataSource),
    exports: new ExportService(dataSource, finder, new ExportSource(dataSource, openResult)),
    history: new CorrectionHistory(dataSource),
    importFailure,
    imports: new ImportResultService(dataSource, openResult, events, importFailure, language),
    language,
    leftBehind: new LeftBehindService(dataSource),
    propagation: new PropagationService(dataSource, finder, bus),
    recordings: new RecordingService(dataSource, language),
    search: new SearchService(dataSource),
    versions: new TranscriptVersionService(dataSource, finder),
  };
}
