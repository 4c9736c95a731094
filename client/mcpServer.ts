import type { McpServerStart } from './newerEditor.js';

/** What of a folder's settings the server of the Model Context Protocol is given. */
export interface McpFolder {
  readonly name: string;
  readonly path: string;
  readonly sources: readonly string[];
  readonly sentenceReader: string;
  readonly spelling: string;
}

/** How the command that ships with the extension is started. */
export interface CommandLine {
  /** A program that runs Node's scripts. */
  readonly node: string;
  /** The path of the script. */
  readonly script: string;
  readonly version: string;
}

/** A glob for files outside the folder, which no assistant may see. */
const OUTSIDE = /^(?:[/\\~]|[a-z]:)|(?:^|[/{,])\.\.(?:[/},]|$)/iu;

/** How an assistant's server for a folder is started. */
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
    // Of the editor's own program, makes Node.
    { ELECTRON_RUN_AS_NODE: '1' },
    command.version,
  ];
}
