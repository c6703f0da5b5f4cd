import type { Storage } from '@colloquy/storage';
import { createContext, type Log } from '@colloquy/subgraph';
import type { Express, Request } from 'express';
import type { Recording } from '../recording/recording.entity.ts';
import type { LoaderRegistry } from '../recording/recording.loader.ts';
import { audioNotFound, peaksNotFound } from './audio.errors.ts';
import { audioFile, fileServer, peaksFile, refuse } from './serve-file.ts';

export const audioPath = (recordingId: string): string => `/audio/${recordingId}`;
export const peaksPath = (recordingId: string): string => `/audio/${recordingId}/peaks.json`;

/** Serves the audio of recordings and their waveforms. */
export function audioRoutes(
  app: Express,
  { storage, loaders, log }: { storage: Storage; loaders: LoaderRegistry; log: Log },
): void {
  const serve = fileServer(storage, log);

  const find = async (request: Request<{ id: string }>): Promise<Recording | null> => {
    const context = createContext(log, request.get('x-request-id'));
    return loaders.of(context).recording.load(request.params.id);
  };

  app.get('/audio/:id', async (request, response) => {
    const recording = await find(request);
    const file = recording && audioFile(recording);
    if (!file) return refuse(response, 404, audioNotFound());
    await serve(request, response, file);
  });

  app.get('/audio/:id/peaks.json', async (request, response) => {
    const recording = await find(request);
    const file = recording && peaksFile(recording);
    if (!file) return refuse(response, 404, peaksNotFound());
    await serve(request, response, file);
  });
}
