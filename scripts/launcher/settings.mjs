// The launcher's settings and the environment each process gets from it.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { isIPv6 } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { root } from '../setup.mjs';

export class StartError extends Error {
  constructor(message, advice = []) {
    super(message);
    this.advice = advice;
  }
}

function port(name, fallback) {
  const text = process.env[name] || String(fallback);
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new StartError(`${name} is "${text}", which is not a port.`, [
      'Set it to a number from 1 to 65535.',
    ]);
  }
  return value;
}

const newSecret = () => randomBytes(24).toString('base64url');

/** Passwords nobody has to choose: made once, readable by the owner alone. */
function readSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets = {
    databasePassword: newSecret(),
    serviceToken: newSecret(),
    shareLinkSecret: newSecret(),
    ...known,
  };
  if (Object.keys(secrets).some((name) => !(name in known))) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}

/** One by one: where nothing can be made, as in /proc, Node's `recursive` tries again for ever. */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

export function makeDataFolder(dataDir) {
  try {
    makeFolder(join(dataDir, 'logs'));
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new StartError(`The data folder ${dataDir} cannot be written: ${error.message}`, [
      'Set COLLOQUY_DATA to a folder that you own.',
    ]);
  }
}

/** Without the secrets: nothing is written. */
export function readSettings() {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  // `NAME=` in .env means "not set", for every process alike.
  for (const [name, value] of Object.entries(process.env)) if (value === '') delete process.env[name];
  const dataDir = resolve(root, process.env.COLLOQUY_DATA || 'data');
  const ports = {
    gateway: port('PORT', 4000),
    database: port('DATABASE_PORT', 4100),
    ingest: port('INGEST_PORT', 4101),
    transcript: port('TRANSCRIPT_PORT', 4102),
    chat: port('CHAT_PORT', 4103),
  };
  const taken = new Map();
  for (const [name, value] of Object.entries(ports)) {
    const other = taken.get(value);
    if (other)
      throw new StartError(`Port ${value} is set for both the ${other} and the ${name}.`, [
        'Give each its own: see .env.example.',
      ]);
    taken.set(value, name);
  }
  return { dataDir, ports, embedded: !process.env.DATABASE_URL, host: process.env.HOST || '127.0.0.1' };
}

/** The settings with what only the owner may know; made at the first start. */
export function withSecrets(settings) {
  const { dataDir, ports, embedded } = settings;
  const secrets = readSecrets(dataDir);
  const password = embedded ? secrets.databasePassword : undefined;
  return {
    ...settings,
    password,
    serviceToken: process.env.SERVICE_TOKEN || secrets.serviceToken,
    shareLinkSecret: process.env.SHARE_LINK_SECRET || secrets.shareLinkSecret,
    databaseUrl:
      process.env.DATABASE_URL || `postgresql://postgres:${password}@127.0.0.1:${ports.database}/postgres`,
  };
}

const EVERY_ADDRESS = ['0.0.0.0', '::'];

/** Where the gateway is asked from this machine: what listens at one address only is not found at another. */
function gatewayAddress({ host, ports }) {
  const name = EVERY_ADDRESS.includes(host) ? '127.0.0.1' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${ports.gateway}`;
}

/**
 * The processes of one installation in order of start.
 * @returns {{ name: string, script: string, env: Record<string, string>, port?: number, ready?: string }[]}
 */
export function processesOf(settings) {
  const { dataDir, ports, embedded, password, serviceToken, shareLinkSecret, databaseUrl, host } = settings;
  const shared = {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    COLLOQUY_DATA: dataDir,
    GRAPH_URL: `${gatewayAddress(settings)}/graphql`,
  };
  const service = (name, env = {}) => ({
    name,
    script: `services/${name}/dist/main.js`,
    port: ports[name],
    env: { ...shared, HOST: '127.0.0.1', PORT: String(ports[name]), SERVICE_TOKEN: serviceToken, ...env },
    ready: `http://127.0.0.1:${ports[name]}/readyz`,
  });
  return [
    ...(embedded
      ? [
          {
            name: 'database',
            script: 'libs/embedded-postgres/dist/main.js',
            port: ports.database,
            env: {
              NODE_ENV: 'production',
              EMBEDDED_PG_DATA: join(dataDir, 'postgres'),
              DATABASE_PORT: String(ports.database),
              DATABASE_PASSWORD: password,
            },
            first: true,
          },
        ]
      : []),
    service('ingest', { SHARE_LINK_SECRET: shareLinkSecret }),
    service('transcript'),
    service('chat'),
    { name: 'worker', script: 'services/ingest/dist/worker.js', env: shared },
    {
      name: 'gateway',
      script: 'gateway/dist/main.js',
      port: ports.gateway,
      env: {
        NODE_ENV: 'production',
        HOST: host,
        PORT: String(ports.gateway),
        SERVICE_TOKEN: serviceToken,
        INGEST_URL: `http://127.0.0.1:${ports.ingest}`,
        TRANSCRIPT_URL: `http://127.0.0.1:${ports.transcript}`,
        CHAT_URL: `http://127.0.0.1:${ports.chat}`,
      },
      ready: `${gatewayAddress(settings)}/readyz`,
    },
  ];
}
