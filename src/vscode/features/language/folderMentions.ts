import { type CancellationToken, Location, type Uri, workspace } from 'vscode';

import type { EntityRecord } from '../../../core/annotation/record';
import { formKey } from '../../../core/index/sidecarSummary';
import { readSidecar } from '../../../core/sidecar/parseSidecar';
import type { Sidecar } from '../../../core/sidecar/sidecar';
import type { Span } from '../../../core/util/span';
import { noPlaces } from '../../../core/view/placed';
import { placeRecords } from '../../../core/view/placeRecords';
import type { ViewEntity } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toRange } from '../../convert';
import { readText } from '../../files';
import { runInSlices } from '../../schedule';
import { articleOf } from '../../sidecars/sidecarUri';
import { mentionsOf } from './entityAt';
import { linesOf } from './linesOf';

/** Someone or something as other articles may name it. */
export type Named = Pick<ViewEntity, 'type' | 'name' | 'aliases' | 'wikidata'>;

/**
 * Where people confirmed mentions of the same entity in the articles of these sidecars: the same Wikidata item, or the type and a name in common
 * where not both have an item. Articles that are open answer themselves; of others the file is read, and none is opened.
 */
export async function folderMentions(
  entity: Named,
  sidecars: readonly Uri[],
  sessions: ArticleSessions,
  token: CancellationToken,
): Promise<readonly Location[]> {
  const found: Location[] = [];
  for (const sidecar of sidecars) {
    const article = articleOf(sidecar);
    if (!article) continue;
    if (token.isCancellationRequested) return found;
    const session = sessions.ofUri(article);
    found.push(...(session ? inSession(session, entity) : await inFile(article, sidecar, entity, token)));
  }
  return found;
}

function inSession({ view, document }: ArticleSession, entity: Named): readonly Location[] {
  const same = [...view.entities.values()].filter((each) => isSame(each, entity));
  const mentions = same
    .flatMap((each) => mentionsOf(view, each))
    .filter(({ status }) => status === 'confirmed');
  return mentions.map(({ span }) => new Location(document.uri, toRange(document, span)));
}

async function inFile(
  article: Uri,
  uri: Uri,
  entity: Named,
  token: CancellationToken,
): Promise<readonly Location[]> {
  const source = await readText(uri).catch(() => undefined);
  const sidecar = source === undefined ? undefined : await runInSlices(readSidecar(source), token);
  const records = sidecar ? recordsNaming(sidecar, entity) : [];
  if (records.length === 0) return [];
  const text = await articleText(article);
  const placed =
    text === undefined ? undefined : await runInSlices(placeRecords(text, records, noPlaces), token);
  if (!placed || text === undefined) return [];
  const lines = linesOf(text);
  const spans = placed.mentions.flatMap(({ span }): readonly Span[] => (span ? [span] : []));
  return spans.map((span) => new Location(article, lines.rangeOf(span)));
}

function recordsNaming({ entities, annotations }: Sidecar, entity: Named) {
  const ids = new Set(entities.filter((each) => isSame(each, entity)).flatMap(idsOf));
  return annotations.filter(
    (record) => record.kind === 'mention' && record.status === 'confirmed' && ids.has(record.entity ?? ''),
  );
}

function idsOf({ id, formerIds = [] }: EntityRecord): readonly string[] {
  return [id, ...formerIds];
}

function isSame(a: Pick<EntityRecord, 'type' | 'name' | 'aliases' | 'wikidata'>, b: Named): boolean {
  if (a.wikidata !== undefined && b.wikidata !== undefined) return a.wikidata === b.wikidata;
  const names = new Set([a.name, ...(a.aliases ?? [])].map(formKey));
  return a.type === b.type && [b.name, ...b.aliases].some((name) => names.has(formKey(name)));
}

/** As VS Code would read the file, without opening it. */
async function articleText(uri: Uri): Promise<string | undefined> {
  try {
    return await workspace.decode(await workspace.fs.readFile(uri), { uri });
  } catch {
    return undefined;
  }
}
