import { readFile } from 'node:fs/promises';

const fileSystemExtension = 'verbatim-annotation.web-file-system';

/** The page of the web client: a workspace `mountfs://mount/`, the extension under test, and its tests if any. */
export function workbenchPage(port: number, testsPath: string | undefined): string {
  const uri = (path: string): object => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path });
  const configuration = {
    folderUri: { scheme: 'mountfs', authority: 'mount', path: '/' },
    additionalBuiltinExtensions: [uri('/fs')],
    developmentOptions: {
      extensions: [uri('/ext')],
      ...(testsPath === undefined ? {} : { extensionTestsPath: uri(testsPath) }),
    },
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { [fileSystemExtension]: ['fileSearchProvider'] },
    },
    configurationDefaults: {
      'workbench.startupEditor': 'none',
      'security.workspace.trust.enabled': false,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
    },
    userDataPath: '/',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    webviewEndpoint: `http://127.0.0.1:${port}/build/out/vs/workbench/contrib/webview/browser/pre`,
  };
  const escaped = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${escaped}">
    <link rel="stylesheet" href="/build/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body>
    <script>globalThis._VSCODE_FILE_ROOT = location.origin + '/build/out/';</script>
    <script type="module" src="/build/out/nls.messages.js"></script>
    <script type="module" src="/build/out/vs/code/browser/workbench/workbench.js"></script>
  </body>
</html>
`;
}

/**
 * The script of the workbench, made to work without a server behind it: no remote authority, and user data in the
 * browser. Throws when the script is not the one these edits were made for.
 */
export async function serveWorkbenchScript(path: string): Promise<string> {
  const withoutRemote = replaceOnce(await readFile(path, 'utf8'), /,remoteAuthority:location\.host\}/g, '}');
  return replaceOnce(
    withoutRemote,
    /\w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)/g,
    '$1.file("/User").with({scheme:$2.vscodeUserData})',
  );
}

function replaceOnce(script: string, pattern: RegExp, replacement: string): string {
  const matches = script.match(pattern)?.length ?? 0;
  if (matches !== 1)
    throw new Error(`The workbench of this version differs: ${pattern.source} was found ${matches} times.`);
  return script.replace(pattern, replacement);
}
