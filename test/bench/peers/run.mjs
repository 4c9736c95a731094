// Runs in the folder where a peer is installed: checks what its parent sends, and answers how many milliseconds that
// took and where something was found. Arguments: the peer's file, and what that is to be told.
import process from 'node:process';

const [, , file, variant] = process.argv;
const { start } = await import(file);
const check = await start(variant);

process.on('message', async (text) => {
  const begin = performance.now();
  const found = await check(text);
  process.send({ milliseconds: performance.now() - begin, found });
});
process.send('ready');
