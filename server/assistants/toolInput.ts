import type { AssistantTool, ToolArgument } from '../../protocol/assistants.js';
import { isRecord } from '../reference/isRecord.js';

/** Why a question is not answered, in one plain sentence for whoever asked. */
export class ToolInputError extends Error {
  override readonly name = 'ToolInputError';
}

/** The arguments of a question by name; blank ones are left out. */
export type ToolInput = ReadonlyMap<string, string>;

/** Reads the input of a tool, which may be anything. Throws a `ToolInputError`. */
export function readToolInput(tool: AssistantTool, given: unknown): ToolInput {
  const values = given === undefined ? {} : given;
  if (!isRecord(values)) throw new ToolInputError(`${tool.name} takes an object of arguments.`);
  const known = tool.arguments.map(({ name }) => name);
  const stranger = Object.keys(values).find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new ToolInputError(
      `${tool.name} has no argument “${stranger.slice(0, 40)}”; it takes ${known.join(' and ')}.`,
    );
  }
  return new Map(
    tool.arguments.flatMap((argument) => {
      const value = readArgument(argument, values[argument.name], tool.name);
      return value === undefined ? [] : [[argument.name, value]];
    }),
  );
}

function readArgument(
  { name, isRequired, maxLength }: ToolArgument,
  value: unknown,
  tool: string,
): string | undefined {
  if (value === undefined || value === null) {
    if (isRequired) throw new ToolInputError(`${tool} needs “${name}”.`);
    return undefined;
  }
  if (typeof value !== 'string') throw new ToolInputError(`“${name}” must be a string.`);
  if (value.length > maxLength) {
    throw new ToolInputError(
      `“${name}” has more than ${maxLength.toLocaleString('en')} characters.`,
    );
  }
  if (value.trim() !== '') return value;
  if (isRequired) throw new ToolInputError(`“${name}” is empty.`);
  return undefined;
}
