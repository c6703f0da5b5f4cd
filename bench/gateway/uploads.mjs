// 500 MB by the tus protocol, straight to ingest and through the gateway, byte for byte the same.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { peakMegabytes } from './processes.mjs';

export const UPLOAD_BYTES = 500_000_000;
const PIECE = randomBytes(1_000_000);

/** One request of the tus protocol; rejects on any other answer than the expected one. */
function tus(url, method, expected, headers = {}, body) {
  return new Promise((resolve, reject) => {
    const req = request(url, { method, headers: { 'tus-resumable': '1.0.0', ...headers } }, (res) => {
      res.resume().on('end', () => {
        if (res.statusCode === expected) resolve(res.headers);
        else reject(new Error(`${method} ${url} answered ${res.statusCode}`));
      });
    });
    req.on('error', reject);
    if (body) pipeline(body, req).catch(reject);
    else req.end();
  });
}

function* pieces() {
  for (let sent = 0; sent < UPLOAD_BYTES; sent += PIECE.length) yield PIECE;
}

function expectedHash() {
  const hash = createHash('sha256');
  for (const piece of pieces()) hash.update(piece);
  return hash.digest('hex');
}

async function hashOf(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Seconds of one upload; `check` gets the upload's id before it is removed again. */
async function upload(base, check) {
  const { location } = await tus(`${base}/upload`, 'POST', 201, { 'upload-length': UPLOAD_BYTES });
  const url = new URL(location, `${base}/upload`).href;
  const begin = performance.now();
  const headers = {
    'upload-offset': 0,
    'content-type': 'application/offset+octet-stream',
    'content-length': UPLOAD_BYTES,
  };
  const answer = await tus(url, 'PATCH', 204, headers, Readable.from(pieces()));
  const seconds = (performance.now() - begin) / 1000;
  if (Number(answer['upload-offset']) !== UPLOAD_BYTES) throw new Error('not everything arrived');
  await check(url.split('/').at(-1));
  await tus(url, 'DELETE', 204);
  return seconds;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Median seconds of each way, in turns; the gateway's and ingest's peak memory afterwards. */
export async function measureUploads({ gateway, ingest, dataDir }, rounds) {
  const expected = expectedHash();
  const check = async (id) => {
    const got = await hashOf(join(dataDir, 'uploads', id));
    if (got !== expected) throw new Error(`upload ${id} arrived changed`);
  };
  const direct = [];
  const piped = [];
  await upload(ingest.url, check); // The first one fills the disk cache's free pages; not counted.
  for (let round = 0; round < rounds; round += 1) {
    direct.push(await upload(ingest.url, check));
    piped.push(await upload(gateway.url, check));
  }
  return {
    direct: median(direct),
    piped: median(piped),
    gatewayMb: await peakMegabytes(gateway.pid),
    ingestMb: await peakMegabytes(ingest.pid),
  };
}
