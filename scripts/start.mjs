// `npm start`: sets up what is missing, then starts everything on embedded defaults.
import { spawn } from 'node:child_process';
import { build, checkNode, environment, installPackages, installPrograms, root } from './setup.mjs';

const parent = process.ppid;

checkNode();
installPackages();
installPrograms(['ffmpeg', 'pocketsphinx_batch']);
build();

// From here on Node 24, which the packages brought along.
const child = spawn('node', ['--disable-warning=ExperimentalWarning', 'scripts/launcher/main.mjs'], {
  cwd: root,
  stdio: 'inherit',
  env: environment(),
});
// Ctrl-C reaches the whole process group: the launcher stops everything, and this process waits for it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
// npm passes a signal on to its shell alone, which ends and leaves this process to somebody else.
const watching = setInterval(() => {
  if (!process.env.npm_lifecycle_event || process.ppid === parent) return;
  clearInterval(watching);
  child.kill('SIGTERM');
}, 1_000);
child.on('exit', (code) => process.exit(code ?? 1));
