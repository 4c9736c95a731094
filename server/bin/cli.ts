const [command, ...options] = process.argv.slice(2);

// Each is a bundle of its own: an editor that starts the server does not wait for the other commands.
void (command === 'serve' && options.join() === '--stdio'
  ? import('./node.js')
  : import('./terminal.js'));
