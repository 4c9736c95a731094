const [command, ...options] = process.argv.slice(2);

// Separate bundles, so that an editor that starts the server does not wait for the other commands to load.
void (command === 'serve' && options.join() === '--stdio'
  ? import('./node.js')
  : import('./terminal.js'));
