/** Words that stand before marks which quote nobody: they tell what the marked words are. Lower case. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** « … » is the title of a work. */
export const works = words(`
  film livre roman série album chanson émission exposition documentaire pièce spectacle essai ouvrage recueil magazine journal revue
  titre intitulé intitulée intitulés intitulées titré titrée titrés titrées titrait tableau article rubrique single podcast rapport
  étude opéra ballet poème jeu tube hymne thriller comédie court-métrage long-métrage feuilleton bande-dessinée bd fresque chronique
  dossier nouvelle fable conte morceau refrain sculpture toile manuel guide collection épisode saison conférence atelier`);

/** « … » is the name of a thing, a ship, an operation, a body. */
export const bearers = words(`
  opération projet programme plan loi label mouvement baptisé baptisée baptisés baptisées appelé appelée appelés appelées nommé nommée
  nommés nommées surnommé surnommée surnommés surnommées dénommé dénommée dit dite dits dites navire bateau voilier chalutier ferry
  cargo paquebot frégate prix salle hôtel restaurant association collectif groupe dispositif gilets tempête cyclone ouragan classe
  marque alias nom surnom pseudonyme variant modèle statut concours liste trophée catégorie notamment type application logiciel site
  compte page réseau chaîne ligne lieu place rue quartier résidence lotissement domaine école lycée collège campus pôle maison
  centre bar café brasserie boutique enseigne parcours sentier circuit course gamme formule menu recette variété race cuvée
  sobriquet rebaptisé rebaptisée intercités plateforme outil système méthode challenge défi grade médaille fonds pacte`);

/** « … » is a word or a term talked about. */
export const terms = words(`
  mot mots terme termes expression notion concept qualificatif appellation acronyme verbe adjectif adverbe syndrome effet phénomène
  mode théorie principe clause critère rubrique case onglet bouton mention mentions prétendu prétendue prétendus soi-disant étiquette
  pronom nom prénom épithète sigle néologisme anglicisme formule vocable`);

/** « … » is written or shouted by many, or stands on something. */
export const slogans = words(`
  slogan slogans pancarte pancartes banderole banderoles devise devises cri cris hashtag inscription inscriptions message affiche
  affiches affichette affichettes écriteau panneau panneaux graffiti graffitis tag tags tract tracts bandeau fronton plaque carton
  autocollant autocollants pétition campagne chant chants t-shirt tee-shirt tee-shirts maillot mur murs portail refrain`);

/** « … » is what somebody is charged with, a few words behind one of these. */
export const charges = words(`
  poursuivi poursuivie poursuivis inculpé inculpée inculpés mis mise examen enquête plainte condamné condamnée condamnés accusé
  accusée soupçonné soupçonnée soupçonnés prévenu prévenue information chef chefs renvoyé renvoyée renvoyés jugé jugée jugés
  coupable coupables motif motifs infraction délit qualification jugement`);
