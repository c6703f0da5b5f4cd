import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraphClient } from './graph-client.ts';

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
  output(): string;
  stop(): Promise<void>;
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

/** @param env settings on top of the defaults; `COLLOQUY_DATA` to start again on what an earlier one left. */
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
  const exited = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const failed = () => reject(new Error(`the product did not start:\n${output}`));
    const timer = setTimeout(failed, BOOT_TIMEOUT_MS);
    const listen = (data: Buffer) => {
      output += data.toString();
      if (!output.includes('Colloquy is ready')) return;
      clearTimeout(timer);
      resolve();
    };
    launcher.stdout.on('data', listen);
    launcher.stderr.on('data', listen);
    void exited.then(failed);
  });

  const pid = (name: ProcessName): number => {
    const note = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as {
      processes: Record<string, number>;
    };
    const found = note.processes[name];
    if (!found) throw new Error(`${name} does not run`);
    return found;
  };
  const url = `http://localhost:${gateway}`;
  const graph = new GraphClient(`${url}/graphql`);
  return {
    url,
    graph,
    dataDir,
    ports,
    pid,
    kill: (name) => process.kill(pid(name), 'SIGKILL'),
    output: () => output,
    stop: async () => {
      await graph.close();
      launcher.kill('SIGTERM');
      await exited;
      if (ownData) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
