/** French nouns that speak or carry speech, in the singular unless they are plural only. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Texts and media: "selon un communiqué de l’Entsoe" speaks for whom the text is by. */
export const documentNouns = words(`
  communiqué rapport étude note enquête sondage document lettre courrier message tweet texte publication article dépêche bulletin
  statistique donnée chiffre recherche travail travaux analyse estimation page compte site blog décret arrêt jugement
  résolution source déclaration avis bilan projection prévision information témoignage récit calcul baromètre livre ouvrage
  mémo circulaire plainte acte procès-verbal post billet tribune éditorial édito entretien interview discours conclusion prévisions
  commentaire propos mot parole version formule thèse expertise audit panel observation`);

/** Common nouns for institutions: they may stand for an organisation that the article names. */
export const organizationNouns = words(`
  groupe entreprise société firme compagnie club association ong organisation institut institution agence parti syndicat fédération
  confédération ministère gouvernement parquet tribunal cour police gendarmerie préfecture mairie armée marque constructeur opérateur
  banque fondation union collectif comité conseil commission coalition opposition direction rédaction équipe formation laboratoire
  chaîne quotidien journal hebdomadaire mensuel magazine média radio télévision exécutif start-up coopérative mouvement réseau
  éditeur fabricant assureur fournisseur exploitant régie municipalité université école hôpital chambre assemblée parlement sénat
  bureau centre musée théâtre festival observatoire autorité pays royaume état défense accusation ligue alliance bloc centrale
  géant transporteur distributeur avionneur équipementier studio plateforme administration présidence diplomatie rectorat
  intersyndicale instance enseigne filiale maison juridiction branche section antenne cabinet département région ville commune
  entourage camp clan équipage état-major famille lobby métropole communauté station structure entité hébergeur promoteur armateur producteur`);

/** Several people without a name. */
export const groupNouns = words(`
  autorité témoin expert chercheur scientifique enquêteur manifestant habitant proche avocat syndicat élu riverain secouriste pompier
  policier gendarme analyste économiste observateur spécialiste médecin parent élève étudiant salarié ouvrier employé militant
  opposant critique média sondage responsable dirigeant organisateur voisin victime survivant passager client usager agriculteur
  journaliste historien astronome militaire soldat rebelle combattant sinistré réfugié migrant`);

/** Nouns of persons whose gender the noun itself tells; the rest follow their determiner. */
export const feminineEndings =
  /(?:trice|euse|ienne|ère|ière|ante|ente|ée|ive|esse|oise|aise|ine|ane|onne|euse|cheffe|autrice|eure)$/u;

export const personNouns = words(`
  ministre président présidente vice-président vice-présidente maire porte-parole directeur directrice chef cheffe patron patronne pdg
  secrétaire procureur procureure avocat avocate député députée sénateur sénatrice préfet préfète sous-préfet commissaire juge
  magistrat magistrate capitaine entraîneur entraîneure coach sélectionneur sélectionneuse joueur joueuse défenseur attaquant
  gardien gardienne milieu buteur arbitre manager chercheur chercheuse professeur professeure économiste historien historienne
  sociologue politologue médecin infirmier infirmière chirurgien psychiatre psychologue expert experte ingénieur ingénieure
  agriculteur agricultrice éleveur éleveuse maraîcher viticulteur viticultrice pêcheur boulanger artisan commerçant commerçante
  syndicaliste délégué déléguée représentant représentante responsable coordinateur coordinatrice coordonnateur fondateur fondatrice
  cofondateur cofondatrice gérant gérante dirigeant dirigeante candidat candidate élu élue adjoint adjointe conseiller conseillère
  ambassadeur ambassadrice diplomate général colonel commandant lieutenant capitaine amiral soldat militaire policier policière
  gendarme pompier journaliste éditorialiste écrivain écrivaine auteur autrice romancier romancière poète réalisateur réalisatrice
  cinéaste acteur actrice comédien comédienne chanteur chanteuse musicien musicienne metteur compositeur compositrice artiste peintre
  photographe animateur animatrice producteur productrice éditeur éditrice homme femme fille fils frère sœur mère père parent époux
  épouse mari veuve veuf oncle tante cousin cousine ami amie voisin voisine collègue compagne compagnon ex-compagne grand-mère
  grand-père témoin victime accusé accusée prévenu prévenue suspect suspecte plaignant plaignante riverain riveraine habitant
  habitante retraité retraitée étudiant étudiante élève lycéen lycéenne enseignant enseignante proviseur principal principale
  recteur rectrice doyen doyenne évêque pape cardinal curé prêtre pasteur imam rabbin roi reine prince princesse émir sultan
  empereur chancelier chancelière premier première gouverneur gouverneure leader numéro secrétaire trésorier trésorière président-directeur
  homologue intéressé intéressée dernier dernière premier second seconde octogénaire septuagénaire sexagénaire quinquagénaire
  quadragénaire trentenaire navigateur navigatrice skipper coureur coureuse cycliste athlète nageur nageuse skieur skieuse pilote
  champion championne tennisman astronaute astronome astrophysicien astrophysicienne physicien physicienne biologiste climatologue
  géologue glaciologue océanographe virologue épidémiologiste archéologue botaniste vétérinaire notaire huissier greffier greffière
  bâtonnier bâtonnière analyste consultant consultante porte-voix conservateur conservatrice commissaire libraire bibliothécaire chef
  locataire milliardaire entrepreneur entrepreneuse restaurateur restauratrice hôtelier cuisinier cuisinière chef-cuisinier vigneron
  vigneronne apiculteur apicultrice berger bergère forestier technicien technicienne ouvrier ouvrière employé employée salarié salariée
  cadre militant militante activiste manifestant manifestante opposant opposante rapporteur rapporteure secouriste sauveteur passager
  passagère conducteur conductrice chauffeur automobiliste client cliente patient patiente intervenant intervenante tennisman
  footballeur footballeuse rugbyman handballeur handballeuse basketteur volleyeur volleyeuse gymnaste judoka boxeur boxeuse surfeur
  garde imprimeur maquisard résistant résistante ex-ministre ex-président ancien ancienne nouveau prédécesseur successeur président-fondateur
  chargé chargée spécialiste collaborateur collaboratrice bras médiateur médiatrice négociateur négociatrice envoyé envoyée émissaire
  dramaturge chorégraphe danseur danseuse scénariste dessinateur dessinatrice illustrateur illustratrice plasticien plasticienne
  sculpteur sculptrice architecte urbaniste paysagiste designer styliste couturier mannequin blogueur blogueuse youtubeur influenceuse`);
