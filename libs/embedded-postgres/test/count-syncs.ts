// Preloaded into the database process: adds a byte to SYNC_LOG for every fdatasync of Node's.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

if (process.env.SYNC_LOG) {
  const log = fs.openSync(process.env.SYNC_LOG, 'a');
  const { fdatasyncSync } = fs;
  fs.fdatasyncSync = (file) => {
    fdatasyncSync(file);
    fs.writeSync(log, '.');
  };
  syncBuiltinESMExports();
}
