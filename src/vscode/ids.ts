import { mentionTypes } from '../core/annotation/types';

/** Ids that the manifest and the code share; a test compares them with `package.json` both ways. */
export const languageId = 'press-article';

/** Languages whose files can be articles when a person, a sidecar or `verbatim.yaml` says so. */
export const textLanguages: readonly string[] = ['plaintext', 'markdown'];

/** Scheme of documents that exist only to be compared. */
export const comparisonScheme = 'verbatim-comparison';
export const sourceScheme = 'verbatim-source';

export const commands = {
  confirm: 'verbatim.confirm',
  reject: 'verbatim.reject',
  correctType: 'verbatim.correctType',
  confirmEntity: 'verbatim.confirmEntity',
  rejectEntity: 'verbatim.rejectEntity',
  restoreRejected: 'verbatim.restoreRejected',
  exportSuggestions: 'verbatim.exportSuggestions',
  showSidecar: 'verbatim.showSidecar',
  savePending: 'verbatim.savePending',
  turnOn: 'verbatim.turnOn',
  turnOff: 'verbatim.turnOff',
  toggleHighlights: 'verbatim.toggleHighlights',
  nextMention: 'verbatim.nextMention',
  previousMention: 'verbatim.previousMention',
  nextQuotation: 'verbatim.nextQuotation',
  previousQuotation: 'verbatim.previousQuotation',
  goToSpeaker: 'verbatim.goToSpeaker',
  openPreview: 'verbatim.openPreview',
  exportHtml: 'verbatim.exportHtml',
  exportAs: 'verbatim.exportAs',
  openSample: 'verbatim.openSample',
  reportIssue: 'verbatim.reportIssue',
  addToRegister: 'verbatim.addToRegister',
  linkToRegister: 'verbatim.linkToRegister',
  openRegisterEntry: 'verbatim.openRegisterEntry',
  lookUpOnWikidata: 'verbatim.lookUpOnWikidata',
  undoDecision: 'verbatim.undoDecision',
  redoDecision: 'verbatim.redoDecision',
  review: 'verbatim.review',
  leaveReview: 'verbatim.leaveReview',
  nextSuggestion: 'verbatim.nextSuggestion',
  previousSuggestion: 'verbatim.previousSuggestion',
  acceptSuggestion: 'verbatim.acceptSuggestion',
  rejectSuggestion: 'verbatim.rejectSuggestion',
  annotate: 'verbatim.annotate',
  annotateExactly: 'verbatim.annotateExactly',
  annotateAs: 'verbatim.annotateAs',
  annotateEverywhere: 'verbatim.annotateEverywhere',
  annotateQuotation: 'verbatim.annotateQuotation',
  linkEntity: 'verbatim.linkEntity',
  setSpeaker: 'verbatim.setSpeaker',
  confirmType: 'verbatim.confirmType',
  confirmAbove: 'verbatim.confirmAbove',
  confirmArticle: 'verbatim.confirmArticle',
  extendEnd: 'verbatim.extendEnd',
  shrinkEnd: 'verbatim.shrinkEnd',
  extendStart: 'verbatim.extendStart',
  shrinkStart: 'verbatim.shrinkStart',
  extendToEnd: 'verbatim.extendToEnd',
  extendToStart: 'verbatim.extendToStart',
  showKeys: 'verbatim.showKeys',
  confirmItems: 'verbatim.confirmItems',
  rejectItems: 'verbatim.rejectItems',
  confirmAllItems: 'verbatim.confirmAllItems',
  rejectAllItems: 'verbatim.rejectAllItems',
  correctItemsType: 'verbatim.correctItemsType',
  mergeItems: 'verbatim.mergeItems',
  goToFirstMention: 'verbatim.goToFirstMention',
  showItem: 'verbatim.showItem',
  sortByPlace: 'verbatim.sortByPlace',
  sortByFrequency: 'verbatim.sortByFrequency',
  filterEntities: 'verbatim.filterEntities',
  clearEntityFilter: 'verbatim.clearEntityFilter',
  quotationsBySpeaker: 'verbatim.quotationsBySpeaker',
  quotationsByPlace: 'verbatim.quotationsByPlace',
  quotationsByState: 'verbatim.quotationsByState',
  showSummary: 'verbatim.showSummary',
  stopReadingFolder: 'verbatim.stopReadingFolder',
  readOnFolder: 'verbatim.readOnFolder',
  acceptWords: 'verbatim.acceptWords',
  renewCheck: 'verbatim.renewCheck',
  replaceWords: 'verbatim.replaceWords',
  compareWords: 'verbatim.compareWords',
  setAside: 'verbatim.setAside',
  removeDecision: 'verbatim.removeDecision',
  acceptAllWords: 'verbatim.acceptAllWords',
  resolveConflicts: 'verbatim.resolveConflicts',
  takeOurs: 'verbatim.takeOurs',
  takeTheirs: 'verbatim.takeTheirs',
  takeBoth: 'verbatim.takeBoth',
  adoptSidecar: 'verbatim.adoptSidecar',
  setUpGit: 'verbatim.setUpGit',
  gitReport: 'verbatim.gitReport',
  compareSides: 'verbatim.compareSides',
  check: 'verbatim.check',
  nextUnchecked: 'verbatim.nextUnchecked',
  markClaim: 'verbatim.markClaim',
  addEvidence: 'verbatim.addEvidence',
  signOff: 'verbatim.signOff',
  compareWithSource: 'verbatim.compareWithSource',
  factCheckReport: 'verbatim.factCheckReport',
} as const;

/** The view type of the annotated preview. */
export const previewType = 'verbatim.preview';

/** Commands that only links of a card or a status item call; not in the manifest, so not in the palette. */
export const internalCommands = {
  reveal: '_verbatim.reveal',
  notInRegister: '_verbatim.notInRegister',
  addRole: '_verbatim.addRole',
  openArticle: '_verbatim.openArticle',
  showState: '_verbatim.showState',
  showReview: '_verbatim.showReview',
  mergeInto: '_verbatim.mergeInto',
  splitOff: '_verbatim.splitOff',
  resolveAcronym: '_verbatim.resolveAcronym',
  placeAt: '_verbatim.placeAt',
  revealNode: '_verbatim.revealNode',
  showMore: '_verbatim.showMore',
  openOccurrence: '_verbatim.openOccurrence',
  silenceRule: '_verbatim.silenceRule',
} as const;

/** What can be shown or hidden by itself: `verbatim.highlight.<part>`. */
export const highlightParts = [...mentionTypes, 'quotation', 'indirectQuotation', 'cue'] as const;
export type HighlightPart = (typeof highlightParts)[number];

export const settings = {
  section: 'verbatim',
  suggestions: 'highlight.suggestions',
  minimumConfidence: 'highlight.minimumConfidence',
  overviewRuler: 'highlight.overviewRuler',
  speakerHints: 'speakerHints',
  deletedArticles: 'deletedArticles',
  wikidata: 'wikidata.lookUp',
  wikidataEndpoint: 'wikidata.endpoint',
  checkerName: 'factCheck.name',
} as const;

export function highlightSetting(part: HighlightPart): string {
  return `highlight.${part}`;
}

/** All settings with their section. */
export const allSettings: readonly string[] = [
  ...highlightParts.map(highlightSetting),
  settings.suggestions,
  settings.minimumConfidence,
  settings.overviewRuler,
  settings.speakerHints,
  settings.deletedArticles,
  settings.wikidata,
  settings.wikidataEndpoint,
  settings.checkerName,
].map((key) => `${settings.section}.${key}`);

export const quotationColors = {
  content: 'verbatim.quotationBackground',
  confirmed: 'verbatim.quotationConfirmedBackground',
  active: 'verbatim.quotationActiveBackground',
  mark: 'verbatim.quotationMarkForeground',
  cue: 'verbatim.quotationCueBorder',
  source: 'verbatim.quotationSourceBorder',
} as const;

export function typeColor(type: (typeof mentionTypes)[number]): string {
  return `verbatim.${type}Border`;
}

export function confirmedColor(type: (typeof mentionTypes)[number]): string {
  return `verbatim.${type}ConfirmedBackground`;
}

/** All theme colours that the extension contributes. */
export const allColors: readonly string[] = [
  ...mentionTypes.flatMap((type) => [typeColor(type), confirmedColor(type)]),
  ...Object.values(quotationColors),
];

/** The views of the activity bar's container. */
export const views = {
  entities: 'verbatim.entities',
  quotations: 'verbatim.quotations',
  toReview: 'verbatim.toReview',
  folder: 'verbatim.folder',
} as const;

/** Keys for `when` clauses. */
export const contextKeys = {
  /** The active editor shows an article. */
  isArticle: 'verbatim.isArticle',
  /** The active article holds decisions that could not be written. */
  hasPending: 'verbatim.hasPending',
  /** git's merge driver can be set up from here. */
  hasGit: 'verbatim.hasGit',
  /** Letters decide in the active editor. */
  reviewing: 'verbatim.reviewing',
  /** What views are about: `none`, or an article that is `analysing`, `ready` or `tooLarge`. */
  articleState: 'verbatim.articleState',
  /** `place` or `frequency`. */
  entityOrder: 'verbatim.entityOrder',
  /** *Entities* shows only some types or states. */
  isEntityFilter: 'verbatim.isEntityFilter',
  /** `speaker`, `place` or `standing`. */
  quotationGrouping: 'verbatim.quotationGrouping',
  /** How far the folder's annotations files are read: `listing`, `reading`, `stopped` or `done`. */
  folderReading: 'verbatim.folderReading',
} as const;
