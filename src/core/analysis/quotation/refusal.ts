import type { RefusalReason } from '../../annotation/suggestion';
import { sceneOf } from './links';
import { wordAt, isCapitalised, tokenRange, type Passage } from './passage';
import type { MarkedSpan } from './marks';

const works =
  /^(?:film|livre|roman|série|album|chanson|émission|exposition|documentaire|pièce|spectacle|essai|ouvrage|recueil|magazine|journal|revue|titre|intitulée?s?|titrée?s?|tableau|article|rubrique|single|podcast|rapport|opéra|ballet|poème|tube|thriller|comédie)$/u;
const bearers =
  /^(?:opération|navire|bateau|voilier|chalutier|ferry|cargo|paquebot|frégate|restaurant|hôtel|tempête|cyclone|ouragan|baptisée?s?|appelée?s?|nommée?s?|surnommée?s?|dénommée?s?|alias|surnom|pseudonyme|dit|dite|salle|association|collectif|groupe|dispositif|programme|plan|projet|marque|label)$/u;
const terms =
  /^(?:mot|mots|terme|termes|expression|notion|concept|qualificatif|appellation|statut|catégorie|acronyme|verbe)$/u;
const slogans =
  /^(?:slogan|slogans|pancarte|pancartes|banderole|banderoles|devise|cri|cris|hashtag|opération)$/u;

/** The likeliest reason why the marks hold no reported speech, from what stands before them and from how they are written. */
export function refusalReason(passage: Passage, mark: number): RefusalReason {
  const { whole } = sceneOf(passage, mark);
  for (let i = whole.start - 1; i >= Math.max(0, whole.start - 3); i--) {
    const word = wordAt(passage, i);
    if (works.test(word)) return 'title';
    if (slogans.test(word) && !/^opération$/u.test(word)) return 'slogan';
    if (bearers.test(word)) return 'name';
    if (terms.test(word)) return 'term';
  }
  return byShape(passage, mark);
}

function byShape(passage: Passage, mark: number): RefusalReason {
  const { start, end } = tokenRange(passage.tokens, (passage.marks[mark] as MarkedSpan).content);
  const type = passage.mentions[passage.mentionAt[start] as number]?.type;
  if (type === 'product') return 'title';
  if (type !== undefined) return 'name';
  if (!isCapitalised(passage, start)) return end - start <= 2 ? 'scare' : 'term';
  return end - start >= 3 ? 'title' : 'name';
}
