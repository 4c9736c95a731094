import type { Severity } from '../../checks/rules.js';
import { replaceControlCharacters } from '../colour.js';
import type { CheckedFile } from './checkedDraft.js';

/** GitHub limits the annotations of a step, so hints are left out. */
const COMMANDS: Readonly<Record<Exclude<Severity, 'hint'>, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

/** The findings as workflow commands, which GitHub Actions shows as annotations of the draft. */
export function githubFormat(drafts: readonly CheckedFile[]): string {
  const commands: string[] = [];
  for (const { path, prose, report } of drafts) {
    for (const { severity, code, message, span, related = [] } of report.findings) {
      if (severity === 'hint') continue;
      const { start, end } = prose.lines.range(span);
      const properties = [
        `file=${escapeProperty(path)}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        `col=${start.character + 1}`,
        `endColumn=${end.character + 1}`,
        `title=${escapeProperty(code)}`,
      ];
      const others = related.map(
        (place) => ` Line ${prose.lines.position(place.span.start).line + 1}: ${place.text}`,
      );
      commands.push(
        `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData([message, ...others].join(''))}\n`,
      );
    }
  }
  return commands.join('');
}

function escapeData(text: string): string {
  return replaceControlCharacters(
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
  );
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
