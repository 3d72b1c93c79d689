import { commands as registry, Disposable, l10n, type Memento, QuickPickItemKind, window } from 'vscode';

import { type MentionType, mentionTypes } from '../../../../core/annotation/types';
import { type EntityFilter, type EntityOrder, entityTree } from '../../../../core/view/trees/entityTree';
import type { Standing } from '../../../../core/view/trees/standing';
import { commands, contextKeys, views } from '../../../ids';
import { iconOfType, pluralOfType } from '../../../messages';
import type { ArticleInFront } from '../articleInFront';
import { ArticleTree } from '../articleTree';
import { nameOfStanding } from '../standings';
import { EntityDragging } from './entityDragging';
import { entityNodes } from './entityNodes';

const orderMemory = 'verbatim.entityOrder';

/** *Entities*: the names, dates and hours of the article in front, by type; ordered and filtered as a person likes. */
export class EntitiesView implements Disposable {
  readonly tree: ArticleTree;
  readonly dragging = new EntityDragging(() => this.tree);
  readonly #memory: Memento;
  readonly #parts: Disposable;
  #order: EntityOrder;
  #filter: EntityFilter = {};

  constructor(front: ArticleInFront, memory: Memento) {
    this.#memory = memory;
    this.#order = memory.get<EntityOrder>(orderMemory) === 'frequency' ? 'frequency' : 'place';
    this.tree = new ArticleTree(views.entities, front, (scene) => this.#grow(scene), {
      canSelectMany: true,
      dragAndDropController: this.dragging,
    });
    this.#parts = Disposable.from(
      this.tree,
      registry.registerCommand(commands.sortByPlace, () => this.#sort('place')),
      registry.registerCommand(commands.sortByFrequency, () => this.#sort('frequency')),
      registry.registerCommand(commands.filterEntities, () => this.#chooseFilter()),
      registry.registerCommand(commands.clearEntityFilter, () => this.filter({})),
    );
    this.#tell();
  }

  /** Shows only some types or states. */
  filter(filter: EntityFilter): void {
    this.#filter = filter;
    this.#tell();
    this.tree.refresh();
  }

  dispose(): void {
    this.#parts.dispose();
  }

  *#grow(scene: Parameters<ConstructorParameters<typeof ArticleTree>[2]>[0]) {
    const { view, text } = scene;
    const groups = yield* entityTree(view, text, this.#order, this.#filter);
    const isHidden = groups.length === 0 && view.mentions.length > 0;
    const description = descriptionOf(this.#filter);
    return {
      ...entityNodes(scene, groups),
      ...(description !== undefined && { description }),
      ...(isHidden && { message: l10n.t('Nothing in this article passes the filter.') }),
    };
  }

  #sort(order: EntityOrder): void {
    this.#order = order;
    void this.#memory.update(orderMemory, order);
    this.#tell();
    this.tree.refresh();
  }

  #tell(): void {
    const isFiltered = this.#filter.types !== undefined || this.#filter.standings !== undefined;
    void registry.executeCommand('setContext', contextKeys.entityOrder, this.#order);
    void registry.executeCommand('setContext', contextKeys.isEntityFilter, isFiltered);
  }

  async #chooseFilter(): Promise<void> {
    const picks = [
      { label: l10n.t('Types'), kind: QuickPickItemKind.Separator },
      ...mentionTypes.map((type) => ({
        label: `$(${iconOfType(type)}) ${pluralOfType(type)}`,
        picked: this.#filter.types?.has(type) ?? false,
        type,
      })),
      { label: l10n.t('States'), kind: QuickPickItemKind.Separator },
      ...filterStates.map((standing) => ({
        label: nameOfStanding(standing),
        picked: this.#filter.standings?.has(standing) ?? false,
        standing,
      })),
    ] as readonly FilterPick[];
    const chosen = await window.showQuickPick(picks, {
      title: l10n.t('Show in Entities'),
      placeHolder: l10n.t('Choose types and states; without any, all are shown'),
      canPickMany: true,
    });
    if (chosen) this.filter(filterOf(chosen));
  }
}

interface FilterPick {
  readonly label: string;
  readonly type?: MentionType;
  readonly standing?: Standing;
}

/** Those that a single mention can have. */
const filterStates: readonly Standing[] = ['suggested', 'confirmed', 'moved', 'changed'];

function filterOf(chosen: readonly FilterPick[]): EntityFilter {
  const types = chosen.flatMap(({ type }) => type ?? []);
  const standings = chosen.flatMap(({ standing }) => standing ?? []);
  return {
    ...(types.length > 0 && { types: new Set(types) }),
    ...(standings.length > 0 && { standings: new Set(standings) }),
  };
}

function descriptionOf({ types, standings }: EntityFilter): string | undefined {
  const names = [...[...(types ?? [])].map(pluralOfType), ...[...(standings ?? [])].map(nameOfStanding)];
  return names.length > 0 ? names.join(', ') : undefined;
}
