import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';

import { entityTypes, type MentionType, mentionTypes } from '../../../core/annotation/types';
import type { RegisterIndex } from '../../../core/register/registerIndex';
import type { Subject } from '../../../core/view/decisions/draftEntities';
import type { ArticleView, ViewEntity } from '../../../core/view/types';
import { iconOfType, nameOfType } from '../../messages';

interface Choice extends QuickPickItem {
  readonly subject?: Subject;
  readonly isOpen?: true;
}

export interface SubjectQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly view: ArticleView;
  readonly register: RegisterIndex;
  /** Whether a type is an answer too. */
  readonly types: boolean;
  /** Keys of entities to offer before all others, the likeliest first. */
  readonly first?: readonly string[];
  /** Whether it may stay open; then the answer is `open`. */
  readonly canBeOpen?: boolean;
}

const mostRecent = 4;
let recent: readonly Subject[] = [];

/** Asks whom or what words name: the recent answers first, then types, entities of the article, of the register, and a new one by what is typed. */
export function pickSubject(question: SubjectQuestion): Promise<Subject | 'open' | undefined> {
  const pick = window.createQuickPick<Choice>();
  const choices = choicesFor(question);
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = choices;
  pick.onDidChangeValue((value) => (pick.items = [...choices, ...newOnes(value.trim())]));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      const subject = chosen?.isOpen ? ('open' as const) : chosen?.subject;
      if (subject && subject !== 'open') remember(subject);
      resolve(subject);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Keys that only the analysis knows change with it, so such an entity is remembered by its name. */
function remember(subject: Subject): void {
  recent = [subject, ...recent.filter((each) => keyOf(each) !== keyOf(subject))].slice(0, mostRecent);
}

function keyOf(subject: Subject): string {
  if (subject.kind === 'type') return `type ${subject.type}`;
  return subject.kind === 'entity'
    ? `entity ${subject.key}`
    : `${subject.kind} ${subject.type} ${subject.name}`;
}

function choicesFor({ view, register, types, first = [], canBeOpen }: SubjectQuestion): readonly Choice[] {
  const known = [...view.entities.values()].toSorted((a, b) => b.mentions.length - a.mentions.length);
  const likely = first.flatMap((key) => view.entities.get(key) ?? []);
  const used = recent
    .flatMap((subject) => choiceOf(subject, view, types) ?? [])
    .filter(({ subject }) => subject?.kind !== 'entity' || !first.includes(subject.key));
  const taken = new Set([
    ...likely.map((entity) => entity.key),
    ...used.map(({ subject }) => (subject?.kind === 'entity' ? subject.key : '')),
  ]);
  const listed = new Set(known.flatMap((entity) => entity.register?.entity.id ?? []));
  return [
    ...section(l10n.t('likely'), likely.map(entityChoice)),
    ...(canBeOpen
      ? [{ label: `$(question) ${l10n.t('Leave open who speaks')}`, isOpen: true as const }]
      : []),
    ...section(l10n.t('recent'), used),
    ...section(l10n.t('types'), types ? mentionTypes.map(typeChoice) : []),
    ...section(l10n.t('in this article'), known.filter(({ key }) => !taken.has(key)).map(entityChoice)),
    ...section(
      l10n.t('in the register'),
      register.entities
        .filter(({ id }) => !listed.has(id))
        .map(({ id, name, type }) => ({
          label: `$(${iconOfType(type)}) ${name}`,
          description: nameOfType(type),
          subject: { kind: 'register', id, name, type },
        })),
    ),
  ];
}

function section(label: string, choices: readonly Choice[]): readonly Choice[] {
  return choices.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...choices] : [];
}

function choiceOf(subject: Subject, view: ArticleView, types: boolean): Choice | undefined {
  if (subject.kind === 'type') return types ? typeChoice(subject.type) : undefined;
  if (subject.kind === 'register') return undefined;
  const entity =
    subject.kind === 'entity'
      ? view.entities.get(subject.key)
      : [...view.entities.values()].find(({ name, type }) => name === subject.name && type === subject.type);
  return entity && entityChoice(entity);
}

function typeChoice(type: MentionType): Choice {
  return {
    label: `$(${iconOfType(type)}) ${nameOfType(type)}`,
    description: l10n.t('type'),
    subject: { kind: 'type', type },
  };
}

function entityChoice({ key, name, type, aliases }: ViewEntity): Choice {
  return {
    label: `$(${iconOfType(type)}) ${name}`,
    description: [nameOfType(type), ...aliases.slice(0, 3)].join(' · '),
    subject: { kind: 'entity', key },
  };
}

/** What is typed as the name of somebody or something new; shown whatever is typed. */
function newOnes(name: string): readonly Choice[] {
  if (name === '') return [];
  return [
    { label: l10n.t('new'), kind: QuickPickItemKind.Separator },
    ...entityTypes.map((type) => ({
      // The typed words are no part of the label: those whom the article knows by them come first.
      label: `$(add) ${l10n.t('Create: {0}', nameOfType(type))}`,
      description: l10n.t('“{0}”', name),
      alwaysShow: true,
      subject: { kind: 'new' as const, name, type },
    })),
  ];
}
