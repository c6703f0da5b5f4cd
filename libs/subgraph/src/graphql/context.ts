import type { Log } from '../log.ts';
import { newId } from '../ids.ts';

export interface Viewer {
  id: string;
  name: string;
}

/** What every resolver is given: who asks, in which workspace, and where to log. */
export interface Context {
  requestId: string;
  viewer: Viewer;
  workspaceId: string;
  log: Log;
}

/** There is one workspace and one owner until accounts come; both are ordinary rows' values from the start. */
export const LOCAL_WORKSPACE_ID = '00000000-0000-7000-8000-000000000001';
export const LOCAL_OWNER: Viewer = { id: '00000000-0000-7000-8000-000000000002', name: 'Owner' };

const REQUEST_ID = /^[\w-]{8,64}$/;

/** @param requestIdHeader taken over when it is harmless, so that one id runs through all services' logs. */
export function createContext(log: Log, requestIdHeader: string | undefined): Context {
  const requestId = requestIdHeader && REQUEST_ID.test(requestIdHeader) ? requestIdHeader : newId();
  return { requestId, viewer: LOCAL_OWNER, workspaceId: LOCAL_WORKSPACE_ID, log: log.child({ requestId }) };
}
