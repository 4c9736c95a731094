// Runs in the folder where a peer is installed: checks the texts that its parent sends, and answers
// with the milliseconds and the places of the findings. Arguments: the peer's file, and its
// options.
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
