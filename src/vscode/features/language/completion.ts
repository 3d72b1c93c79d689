import {
  CompletionItem,
  CompletionItemKind,
  Disposable,
  languages,
  type Position,
  Range,
  type TextDocument,
} from 'vscode';

import type { EntityType } from '../../../core/annotation/types';
import { isEntityType } from '../../../core/annotation/types';
import {
  collectNames,
  foldName,
  type KnownName,
  type NamePrefixes,
  shortestBeginning,
} from '../../../core/index/namePrefixes';
import type { ViewEntity } from '../../../core/view/types';
import { articleSelector } from '../../articleSelector';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import type { FolderKnowledgeFiles } from '../../folderKnowledge';
import { nameOfType } from '../../messages';
import type { RegisterFiles } from '../../registers/registerFiles';
import { runWhole } from '../../schedule';
import { registerNames } from '../register/registerNames';
import { mentionsOf } from './entityAt';

/** Names that are known here, in the registers or in the folder, and a person's name with the role, once three letters with a capital are typed. */
export function registerCompletion(
  sessions: ArticleSessions,
  knowledge: FolderKnowledgeFiles,
  registers: RegisterFiles,
): Disposable {
  const folder = new FolderNames(knowledge);
  const provider = languages.registerCompletionItemProvider(articleSelector, {
    provideCompletionItems: (document, position) => {
      const session = sessions.of(document);
      const typed = session && typedAt(document, position);
      if (!typed) return [];
      const here = namesOf(session, document.offsetAt(typed.word.start));
      const known = new Set(here.map(({ form }) => form));
      const register = registers.of(document.uri);
      const listed = registerNames(register, session.view.date?.iso, typed.letters);
      const others = onceEach([...listed, ...folder.find(typed.letters)], known);
      return [...here, ...others].flatMap((name, rank) => itemFor(name, rank, typed) ?? []);
    },
  });
  return Disposable.from(provider, folder);
}

/** Names that are not known already, each once. */
function onceEach(names: readonly KnownName[], known: Set<string>): readonly KnownName[] {
  return names.filter(({ form }) => !known.has(form) && known.add(form));
}

interface Typed {
  readonly letters: string;
  readonly word: Range;
  /** What stands before the word on its line. */
  readonly before: string;
}

function typedAt(document: TextDocument, position: Position): Typed | undefined {
  const line = document.lineAt(position.line).text.slice(0, position.character);
  const letters = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}-]*$/u.exec(line.slice(-60))?.[0];
  if (letters === undefined || letters.length < shortestBeginning) return undefined;
  const word = new Range(position.translate(0, -letters.length), position);
  return { letters, word, before: line.slice(0, -letters.length) };
}

/** Names of the article, those with the most mentions first. What is just being typed is none yet. */
function namesOf(session: ArticleSession, at: number): readonly KnownName[] {
  const { view } = session;
  return [...view.entities.values()]
    .filter(
      (entity) =>
        entity.record !== undefined || mentionsOf(view, entity).some(({ span }) => span.start !== at),
    )
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .flatMap(formsOf);
}

function formsOf({ type, name, aliases, roles }: ViewEntity): readonly KnownName[] {
  const role = roles.find(({ former }) => !former)?.text;
  return [
    ...[name, ...aliases].map((form) => ({ form, type })),
    ...(role === undefined ? [] : [{ form: `${name}, ${role}`, type }]),
  ];
}

/** A name whose earlier words are typed already is gone on with; else the whole name takes the place of the word. */
function itemFor(
  name: KnownName,
  rank: number,
  { letters, word, before }: Typed,
): CompletionItem | undefined {
  const { form, type } = name;
  const wanted = foldName(letters);
  const starts = [...form.matchAll(/[^\s’'-]+/gu)].filter(([part]) => foldName(part).startsWith(wanted));
  const [first] = starts;
  if (!first || !isEntityType(type)) return undefined;
  const lead = form.slice(0, first.index);
  const goesOn = lead !== '' && foldName(before).endsWith(foldName(lead));
  const text = goesOn ? form.slice(first.index) : form;
  if (text === letters) return undefined;
  const item = new CompletionItem({ label: form, description: nameOfType(type) }, kinds[type]);
  item.insertText = text;
  item.range = word;
  // The editor looks for what is typed at the beginning.
  item.filterText = `${form.slice(first.index)} ${form}`;
  item.sortText = String(rank).padStart(5, '0');
  return item;
}

const kinds: Readonly<Record<EntityType, CompletionItemKind>> = {
  person: CompletionItemKind.User,
  organization: CompletionItemKind.Module,
  location: CompletionItemKind.Reference,
  event: CompletionItemKind.Event,
  product: CompletionItemKind.Value,
};

/** The names of the folder, collected again in slices when they are next wanted after a change. */
class FolderNames implements Disposable {
  readonly #knowledge: FolderKnowledgeFiles;
  readonly #listening: Disposable;
  #prefixes: NamePrefixes | undefined;
  #isFresh = false;

  constructor(knowledge: FolderKnowledgeFiles) {
    this.#knowledge = knowledge;
    this.#listening = knowledge.onDidChange(() => (this.#isFresh = false));
  }

  find(letters: string): readonly KnownName[] {
    if (!this.#isFresh) void this.#collect();
    return this.#prefixes?.find(letters) ?? [];
  }

  async #collect(): Promise<void> {
    this.#isFresh = true;
    this.#prefixes = await runWhole(collectNames(this.#knowledge.confirmedNames()));
  }

  dispose(): void {
    this.#listening.dispose();
  }
}
