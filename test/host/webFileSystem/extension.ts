import { type ExtensionContext, FileType, type Uri, workspace } from 'vscode';

import { HttpFileSystem } from './httpFileSystem';

/** The one function of the proposed file search API that is used here; `@types/vscode` has stable API only. */
interface ProposedWorkspace {
  registerFileSearchProvider(scheme: string, provider: FileSearchProvider): { dispose(): void };
}

interface FileSearchProvider {
  provideFileSearchResults(query: unknown, options: { readonly folder: Uri }): Promise<readonly Uri[]>;
}

/** Makes `mountfs:` the folder that the server of the page mounts, for reading, writing and finding files. */
export function activate(context: ExtensionContext): void {
  const server = context.extensionUri.with({ path: '/mount', query: '', fragment: '' });
  const files = new HttpFileSystem(server.toString(true));
  context.subscriptions.push(
    workspace.registerFileSystemProvider('mountfs', files, { isCaseSensitive: true }),
    (workspace as unknown as ProposedWorkspace).registerFileSearchProvider('mountfs', {
      provideFileSearchResults: (_query, { folder }) => filesUnder(files, folder),
    }),
  );
}

/** All files of a folder and its sub-folders: VS Code itself filters them by the pattern that was asked for. */
async function filesUnder(files: HttpFileSystem, folder: Uri): Promise<readonly Uri[]> {
  const entries = await files.readDirectory(folder);
  const found = entries.map(([name, type]) => {
    const uri = folder.with({ path: `${folder.path.replace(/\/$/, '')}/${name}` });
    return type === FileType.Directory ? filesUnder(files, uri) : [uri];
  });
  return (await Promise.all(found)).flat();
}
