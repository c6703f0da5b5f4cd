import { EngineError } from '../engine.error.ts';

/**
 * Containers that are opened. ffmpeg also reads playlists (hls, concat, dash …), which name other files and addresses,
 * and hundreds of game and image formats: none of them is worth their risk.
 */
const CONTAINERS = ['mp3', 'wav', 'w64', 'mov', 'flac', 'ogg', 'matroska', 'aac', 'aiff', 'caf', 'amr', 'au'];

/** Before `-i`, for every program that reads an uploaded file. */
export const INPUT_OPTIONS = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', CONTAINERS.join(',')];

export const readableFormat = (formatName: string): string =>
  formatName.split(',').slice(0, 2).join('/').toUpperCase();

/** Turns "no such program" into what to do about it; rethrows anything else. */
export function mediaToolMissing(error: NodeJS.ErrnoException, command: string, variable: string): never {
  if (error.code !== 'ENOENT' && error.code !== 'EACCES') throw error;
  throw new EngineError('DECODER_MISSING', `${command} cannot be started.`, {
    recovery: ['Install it: apt-get install ffmpeg', `Or set ${variable} to where it is.`],
    cause: error,
  });
}
