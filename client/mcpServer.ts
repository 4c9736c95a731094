import type { McpServerStart } from './newerEditor.js';

/** The settings of a folder that the server of the Model Context Protocol gets. */
export interface McpFolder {
  readonly name: string;
  readonly path: string;
  readonly sources: readonly string[];
  readonly sentenceReader: string;
  readonly spelling: string;
}

/** How to start the command that ships with the extension. */
export interface CommandLine {
  /** A program that runs Node's scripts. */
  readonly node: string;
  /** The path of the script. */
  readonly script: string;
  readonly version: string;
}

/** A glob for files outside the folder, which no assistant may see. */
const OUTSIDE = /^(?:[/\\~]|[a-z]:)|(?:^|[/{,])\.\.(?:[/},]|$)/iu;

/** How to start an assistant's server for a folder. */
export function mcpServerStart(folder: McpFolder, command: CommandLine): McpServerStart {
  const { name, path, sources, sentenceReader, spelling } = folder;
  const inside = sources.filter((glob) => glob.trim() !== '' && !OUTSIDE.test(glob));
  return [
    `Copydesk: ${name}`,
    command.node,
    [
      command.script,
      'mcp',
      ...inside.map((glob) => `--sources=${glob}`),
      ...(sentenceReader === 'off' ? ['--no-reader'] : []),
      `--spelling=${spelling}`,
      '--',
      path,
    ],
    // Turns the editor's own program into Node.
    { ELECTRON_RUN_AS_NODE: '1' },
    command.version,
  ];
}
