import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  type CallToolResult,
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  type ReadResourceResult,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { ASSISTANT_TOOLS, inputSchemaOf } from '../../protocol/assistants.js';
import type { AssistantDesk } from '../assistants/desk.js';
import type { SourceTexts } from '../assistants/sourceTexts.js';
import { UnreadableError } from '../workspace/workspace.js';

const INSTRUCTIONS =
  'Copydesk holds a news draft to the reporter’s own sources. Ask it before you write a name, a fact or a quote, and check the draft after you have written. Do not state what no source supports, and do not change what a source records.';

/**
 * The maximum size of a message in bytes; longer ones are refused. Twice the size of the longest
 * draft that may be checked.
 */
const LONGEST_MESSAGE = 8 * 1024 * 1024;

/**
 * Answers an assistant with the Model Context Protocol on the standard streams; resolves when the
 * assistant has hung up and has all answers. Rejects with an `UnreadableError` if a message is too
 * long.
 */
export async function serveAssistants(
  desk: AssistantDesk,
  texts: SourceTexts,
  version: string,
): Promise<void> {
  // The class that is recommended instead needs the schemas in the form of another library, three times as large.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is kept for servers that bring JSON schemas
  const server = new Server(
    { name: 'copydesk', title: 'Copydesk', version },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: ASSISTANT_TOOLS.map((tool) => {
      const { name, title, description } = tool;
      const { properties, required, ...schema } = inputSchemaOf(tool);
      return {
        ...{ name, title, description },
        inputSchema: { ...schema, properties: { ...properties }, required: [...required] },
        annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      };
    }),
  }));
  const unanswered = new Set<Promise<unknown>>();
  const awaited = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const done = answer.catch(() => undefined).finally(() => unanswered.delete(done));
    unanswered.add(done);
    return answer;
  };
  const callTool = async (name: string, given: unknown): Promise<CallToolResult> => {
    const answer = await desk.answer(name, given);
    const isError = 'refusal' in answer;
    const text = isError ? answer.refusal : JSON.stringify(answer.value);
    return { content: [{ type: 'text', text }], isError };
  };
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    awaited(callTool(params.name, params.arguments)),
  );
  server.setRequestHandler(ListResourcesRequestSchema, () =>
    awaited(
      texts.list().then((sources) => ({ resources: sources.map((source) => ({ ...source })) })),
    ),
  );
  const readResource = async (uri: string): Promise<ReadResourceResult> => {
    try {
      return { contents: [{ ...(await texts.read(uri)) }] };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      throw new McpError(ErrorCode.InvalidParams, error.message);
    }
  };
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) =>
    awaited(readResource(params.uri)),
  );

  const hungUp = new Promise<void>((resolve, reject) => {
    process.stdin.once('end', resolve);
    // The connection closes itself only after a message that is too long.
    server.onclose = () => {
      const limit = LONGEST_MESSAGE / 1024 / 1024;
      reject(new UnreadableError(`the assistant sent a message of more than ${limit} MB`));
    };
  });
  server.onerror = ({ message }) => {
    process.stderr.write(
      `copydesk: a message could not be read: ${message.split('\n')[0] ?? ''}\n`,
    );
  };
  await server.connect(
    new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: LONGEST_MESSAGE }),
  );
  await hungUp;
  await Promise.all(unanswered);
  // The library writes an answer with a short delay.
  await new Promise((resolve) => setImmediate(resolve));
  await server.close();
}
