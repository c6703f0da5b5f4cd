import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraphClient } from './graph-client.ts';
import { childrenOf, descendantsOf } from './process-tree.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const BOOT_TIMEOUT_MS = 90_000;

type ProcessName = 'database' | 'ingest' | 'transcript' | 'chat' | 'worker' | 'gateway';

/** The whole product as `npm start` runs it, on free ports with a folder of its own. */
export interface Stack {
  url: string;
  graph: GraphClient;
  dataDir: string;
  ports: Record<'gateway' | 'ingest' | 'transcript' | 'chat' | 'database', number>;
  pid(name: ProcessName): number;
  /** Ends one process as a power cut would; the launcher starts it again. */
  kill(name: ProcessName): void;
  /** Process ids of the speech engines and decoders that the worker runs at this moment. */
  enginePids(): number[];
  /** Process ids of everything that belongs to it: the launcher, its processes, and theirs. */
  pids(): number[];
  /** As the services see it; the embedded one by default. */
  databaseUrl: string;
  output(): string;
  /**
   * Ends it and waits until the launcher is gone; a data folder of its own is removed.
   * @returns the launcher's exit code, null when the signal ended it
   */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) =>
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
        ),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function embeddedUrl(dataDir: string, port: number): string {
  const secrets = readFileSync(join(dataDir, 'secrets.json'), 'utf8');
  const { databasePassword } = JSON.parse(secrets) as { databasePassword: string };
  return `postgresql://postgres:${databasePassword}@127.0.0.1:${port}/postgres`;
}

/**
 * @param env settings on top of the defaults; `COLLOQUY_DATA` to start again on what an earlier one left.
 * @throws with all that the launcher printed when it ends before the product is ready
 */
export async function startStack(env: Record<string, string> = {}): Promise<Stack> {
  const [gateway = 0, database = 0, ingest = 0, transcript = 0, chat = 0] = await freePorts(5);
  const ports = { gateway, database, ingest, transcript, chat };
  const ownData = env['COLLOQUY_DATA'] === undefined;
  const dataDir = env['COLLOQUY_DATA'] ?? mkdtempSync(join(tmpdir(), 'colloquy-stack-'));
  const launcher = spawn('node', ['--disable-warning=ExperimentalWarning', 'scripts/launcher/main.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(gateway),
      DATABASE_PORT: String(database),
      INGEST_PORT: String(ingest),
      TRANSCRIPT_PORT: String(transcript),
      CHAT_PORT: String(chat),
      ...env,
      COLLOQUY_DATA: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => launcher.once('exit', resolve));
  const removeOwnData = () => ownData && rmSync(dataDir, { recursive: true, force: true });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(failed, BOOT_TIMEOUT_MS);
    function failed() {
      clearTimeout(timer);
      reject(new Error(`the product did not start:\n${output}`));
    }
    const listen = (data: Buffer) => {
      output += data.toString();
      if (!output.includes('Colloquy is ready')) return;
      clearTimeout(timer);
      resolve();
    };
    launcher.stdout.on('data', listen);
    launcher.stderr.on('data', listen);
    // What it printed last arrives after its exit.
    launcher.once('close', failed);
  }).catch(async (error: unknown) => {
    launcher.kill('SIGTERM');
    await exited;
    removeOwnData();
    throw error;
  });

  const pid = (name: ProcessName): number => {
    const note = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as {
      processes: Record<string, number>;
    };
    const found = note.processes[name];
    if (!found) throw new Error(`${name} does not run`);
    return found;
  };
  const url = `http://${env['HOST'] ?? 'localhost'}:${gateway}`;
  const graph = new GraphClient(`${url}/graphql`);
  return {
    url,
    graph,
    dataDir,
    ports,
    pid,
    kill: (name) => process.kill(pid(name), 'SIGKILL'),
    enginePids: () => childrenOf(pid('worker')),
    pids: () => (launcher.pid === undefined ? [] : [launcher.pid, ...descendantsOf(launcher.pid)]),
    databaseUrl: env['DATABASE_URL'] ?? process.env['DATABASE_URL'] ?? embeddedUrl(dataDir, database),
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      await graph.close();
      launcher.kill(signal);
      const code = await exited;
      removeOwnData();
      return code;
    },
  };
}
