import { pathToFileURL } from 'node:url';

import messages from '../../../l10n/messages.json';
import type { Severity } from '../../core/problem/problem';
import type { Finding } from './finding';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * The findings as a SARIF 2.1.0 log of one run, for code scanning and other readers. Paths are relative to the folder in which the
 * command ran (`%SRCROOT%`). Messages are in the user's language, the rules' descriptions in English with their placeholders.
 */
export function sarifLog(findings: readonly Finding[], version: string): object {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Verbatim', version, semanticVersion: version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { uri: `${pathToFileURL(process.cwd()).href}/` } },
        invocations: [{ executionSuccessful: true }],
        results: findings.map((finding) => resultOf(finding, codes)),
      },
    ],
  };
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

function ruleOf(code: string): object {
  const text = (messages as Readonly<Record<string, string>>)[code] ?? code;
  return { id: code, shortDescription: { text } };
}

function resultOf(finding: Finding, codes: readonly string[]): object {
  const { file, code, severity, message, line, column, endLine, endColumn } = finding;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(file), region } }],
  };
}

function artifactOf(file: string): object {
  if (/^(?:\/|[A-Za-z]:)/u.test(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
