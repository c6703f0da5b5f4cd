// Starts processes, keeps them running, stops them in order.
import { spawn } from 'node:child_process';
import { createWriteStream, renameSync, statSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { environment, root } from '../setup.mjs';
import { StartError } from './settings.mjs';

const STOP_TIMEOUT_MS = 10_000;
const MAX_LOG_BYTES = 20 << 20;
const RESTART_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];
/** After so long a run is a good one, and the next crash is the first again. */
const STABLE_MS = 60_000;

const LEASH = new URL('leash.mjs', import.meta.url).href;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether something listens there. */
export const portOpens = (port) =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });

export async function checkPorts({ ports, embedded, host }) {
  const variables = {
    gateway: 'PORT',
    database: 'DATABASE_PORT',
    ingest: 'INGEST_PORT',
    transcript: 'TRANSCRIPT_PORT',
    chat: 'CHAT_PORT',
  };
  for (const [name, port] of Object.entries(ports)) {
    if (name === 'database' && !embedded) continue;
    const free = await new Promise((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, name === 'gateway' ? host : '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (!free) {
      throw new StartError(`Port ${port} (for the ${name}) is taken by another program.`, [
        `Stop that program, or choose another port: ${variables[name]}=${port + 1000} npm start`,
      ]);
    }
  }
}

export class Supervisor {
  #running = new Map();
  #stopping = false;

  /**
   * @param onCrash told of a process that ended by itself, before it is started again
   * @param onStart told of all process ids by name whenever one has been started
   */
  constructor(dataDir, onCrash, onStart) {
    this.logDir = join(dataDir, 'logs');
    this.onCrash = onCrash;
    this.onStart = onStart;
  }

  start(definition, crashes = 0) {
    const log = this.#openLog(definition.name);
    const child = spawn(
      'node',
      ['--enable-source-maps', '--disable-warning=ExperimentalWarning', '--import', LEASH, definition.script],
      {
        cwd: root,
        env: { ...environment(), ...definition.env },
        stdio: ['pipe', 'pipe', 'pipe'],
        // A group of its own: Ctrl-C must reach the launcher only, which then stops the processes in order.
        detached: true,
      },
    );
    const startedAt = Date.now();
    let lastWords = '';
    child.stdout.pipe(log, { end: false });
    child.stderr.on('data', (data) => {
      lastWords = `${lastWords}${data}`.slice(-2_000);
      log.write(data);
    });
    const exited = new Promise((resolve) => {
      child.once('error', resolve);
      child.once('exit', (code, signal) => {
        log.end();
        this.#running.delete(definition.name);
        resolve({ code, signal, lastWords });
        if (!this.#stopping)
          this.#restart(
            definition,
            { code, signal, lastWords },
            Date.now() - startedAt > STABLE_MS ? 0 : crashes,
          );
      });
    });
    this.#running.set(definition.name, { child, exited });
    this.onStart(Object.fromEntries(Array.from(this.#running, ([name, entry]) => [name, entry.child.pid])));
    return exited;
  }

  #restart(definition, { code, signal, lastWords }, crashes) {
    const delay = RESTART_MS[Math.min(crashes, RESTART_MS.length - 1)];
    this.onCrash({ name: definition.name, code, signal, lastWords, delay });
    setTimeout(() => {
      if (!this.#stopping) void this.start(definition, crashes + 1);
    }, delay);
  }

  #openLog(name) {
    const file = join(this.logDir, `${name}.log`);
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
    // A full disk costs lines of the log, not the product.
    return createWriteStream(file, { flags: 'a' }).on('error', () => undefined);
  }

  /** Waits until an address answers 2xx. */
  async ready({ name, ready }, timeoutMs) {
    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
      if (this.#stopping) return;
      try {
        const response = await fetch(ready, { signal: AbortSignal.timeout(2_000) });
        if (response.ok) return;
      } catch {
        // Not yet.
      }
      await wait(100);
    }
    throw new StartError(`The ${name} did not become ready within ${timeoutMs / 1000} s.`, [
      `Its log: ${join(this.logDir, `${name}.log`)}`,
    ]);
  }

  /** Last started, first stopped: whoever depends on another goes before it. */
  async stop(order) {
    this.#stopping = true;
    for (const names of order) {
      await Promise.all(
        names.map(async (name) => {
          const entry = this.#running.get(name);
          if (!entry) return;
          entry.child.kill('SIGTERM');
          const stubborn = setTimeout(() => entry.child.kill('SIGKILL'), STOP_TIMEOUT_MS);
          await entry.exited;
          clearTimeout(stubborn);
        }),
      );
    }
  }
}
