export { DELIVERY_CALL, speakDialogue, type Line, type Voice } from './dialogue.ts';
export { disposableDatabase, type DisposableDatabase } from './disposable-database.ts';
export { eventually } from './eventually.ts';
export { GraphClient, type GraphAnswer } from './graph-client.ts';
export { commandOf, isAlive } from './process-tree.ts';
export { rowsOf, rowsWith } from './rows-of.ts';
export { startStack, type Stack } from './stack.ts';
export { silentWav, wavOf } from './wav.ts';
