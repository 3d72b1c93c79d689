import type { CueTone } from '../../../annotation/suggestion';

/**
 * How a verb reports, one letter a construction:
 * `q` stands with the quoted words ("« … », ajoute-t-il"), `c` takes a clause with "que" or an indirect question,
 * `i` an infinitive of the speaker's own doing ("affirme avoir vu"), `d` an infinitive with "de", `a` an infinitive with "à",
 * `o` an object that quotes by marks alone ("a dénoncé une « dérive »"), `r` reports only with a reflexive pronoun,
 * `w` reports weakly: its clause may be what the verb shows rather than what somebody says.
 */
export interface ReportingVerb {
  readonly lemma: string;
  readonly tone: CueTone;
  readonly frames: string;
}

/** French verbs of saying, by what they tell about the saying and by their constructions. */
const table: readonly (readonly [CueTone, string, string])[] = [
  ['neutral', 'qci', 'dire déclarer indiquer'],
  ['neutral', 'qcid', 'annoncer'],
  [
    'neutral',
    'qc',
    `ajouter expliquer préciser rapporter raconter écrire répondre conclure rappeler noter souligner signaler mentionner révéler
    confier détailler relater témoigner constater observer remarquer relever répéter réitérer marteler insister crier hurler clamer
    proclamer exposer relayer résumer développer retranscrire réaffirmer redire enseigner prêcher énoncer épiloguer spécifier
    narrer divulguer dévoiler notifier répliquer rétorquer riposter objecter avancer argumenter confirmer plaider`,
  ],
  ['neutral', 'c', 'sous-entendre informer communiquer apprendre stipuler disposer aviser insinuer'],
  [
    'neutral',
    'q',
    `poursuivre continuer commenter reprendre enchaîner lancer glisser lâcher souffler murmurer chuchoter tweeter twitter poster
    plaisanter ironiser sourire rire soupirer asséner trancher tempérer nuancer relativiser renchérir abonder acquiescer corriger
    compléter analyser décrypter diagnostiquer philosopher balayer balancer lire grincer gronder bougonner grommeler maugréer
    tonner tempêter pester fulminer rager enrager sangloter pleurer tacler railler persifler rigoler blaguer badiner bafouiller
    balbutier bredouiller gémir geindre scander chanter entonner psalmodier applaudir savourer positiver entamer débuter commencer
    terminer achever intervenir réagir dérouler théoriser rembobiner temporiser rassurer exulter jubiler pérorer vitupérer
    vociférer beugler aboyer cracher siffler tranquilliser interpeller apostropher égrener poétiser récapituler expliciter
    illustrer pointer justifier motiver défendre recadrer évacuer esquiver éluder botter contextualiser tonitruer
    professer dicter réciter citer narguer déclamer articuler débiter`,
  ],
  [
    'neutral',
    'qr',
    `exclamer écrier enthousiasmer réjouir féliciter désoler inquiéter alarmer indigner agacer emporter insurger lamenter émouvoir
    amuser extasier épancher confesser esclaffer énerver irriter offusquer scandaliser émerveiller attrister impatienter targuer
    remémorer exprimer épouvanter étrangler gausser récrier émerveiller rassurer pâmer enflammer consoler`,
  ],
  ['neutral', 'qcr', 'souvenir étonner vanter plaindre justifier excuser moquer rappeler'],
  ['claims', 'qci', 'affirmer assurer prétendre soutenir jurer'],
  ['claims', 'qc', 'maintenir certifier attester garantir alléguer arguer prétexter'],
  ['claims', 'io', 'revendiquer'],
  ['denies', 'qci', 'nier démentir contester réfuter'],
  ['denies', 'cd', 'exclure'],
  ['denies', 'o', 'récuser rejeter'],
  ['denies', 'qdr', 'défendre'],
  ['admits', 'qci', 'reconnaître reconnaitre admettre avouer'],
  ['admits', 'qc', 'concéder convenir confesser'],
  ['promises', 'qcd', 'promettre'],
  ['promises', 'd', 'menacer'],
  ['promises', 'ar', 'engager'],
  ['asks', 'qcd', 'demander'],
  ['asks', 'q', 'interroger questionner'],
  ['asks', 'qcr', 'demander interroger'],
  ['asks', 'cdo', 'réclamer exiger'],
  ['orders', 'cd', 'ordonner recommander préconiser suggérer proposer'],
  ['orders', 'qa', 'inviter exhorter appeler'],
  ['orders', 'a', 'inciter encourager'],
  ['orders', 'd', 'conseiller enjoindre sommer'],
  ['orders', 'qco', 'avertir prévenir alerter'],
  ['thinks', 'qci', 'estimer penser croire'],
  [
    'thinks',
    'qc',
    'juger considérer supposer imaginer prédire pronostiquer regretter déplorer présumer prévoir',
  ],
  ['thinks', 'c', 'anticiper subodorer'],
  ['thinks', 'cw', 'montrer démontrer établir prouver craindre souhaiter espérer'],
  ['accuses', 'qo', 'dénoncer critiquer fustiger condamner pointer attaquer cingler'],
  ['accuses', 'qod', 'reprocher'],
  ['accuses', 'od', 'accuser soupçonner'],
  ['accuses', 'o', 'blâmer stigmatiser taxer incriminer'],
  ['neutral', 'qo', 'saluer défendre'],
  [
    'neutral',
    'o',
    'qualifier parler évoquer vanter citer traiter dépeindre décrire invoquer exprimer prôner féliciter louer remercier trouver présenter ressentir appréhender redouter ridiculiser moquer',
  ],
];

export const reportingVerbs: readonly ReportingVerb[] = table.flatMap(([tone, frames, lemmas]) =>
  lemmas
    .split(/\s+/u)
    .filter((lemma) => lemma !== '')
    .map((lemma) => ({ lemma, tone, frames })),
);

/** Verbs that report together with other words: "fait savoir que", "laisse entendre que", "met en garde". */
export const causatives: ReadonlyMap<string, readonly ReportingVerb[]> = new Map([
  ['faire', complex('faire', 'savoir valoir remarquer observer comprendre noter croire', 'neutral')],
  ['laisser', complex('laisser', 'entendre penser croire supposer échapper comprendre', 'claims')],
  ['vouloir', complex('vouloir', 'croire', 'thinks')],
  [
    'mettre',
    complex('mettre', 'en garde|en avant|en cause|en doute|en exergue|en lumière', 'neutral', 'qco'),
  ],
  ['tenir', complex('tenir', 'à rectifier|à préciser|à souligner|à rappeler|à saluer|à dire', 'neutral')],
]);

function complex(first: string, seconds: string, tone: CueTone, frames = 'qc'): ReportingVerb[] {
  return seconds
    .split(seconds.includes('|') ? '|' : ' ')
    .map((second) => ({ lemma: `${first} ${second}`, tone, frames }));
}
