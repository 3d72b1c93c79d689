/**
 * Organisations known by name. `;` stands between the names of one organisation, the fullest first; ` / ` and line ends between
 * organisations. A form in capitals is its acronym. Written for this project.
 */
export const organizationNames = `Organisation des Nations unies; Nations unies; Nations-Unies; ONU; United Nations; UN
Assemblée générale des Nations unies; Assemblée générale de l'ONU; AGNU
Conseil de sécurité des Nations unies; Conseil de sécurité de l'ONU; Conseil de sécurité
Organisation du traité de l'Atlantique nord; Alliance atlantique; OTAN; NATO; Otan
Union européenne; UE
Union africaine; UA
Alliance des États du Sahel; Confédération des États du Sahel; Confédération AES; Confédération de l'AES; AES
Communauté économique des États de l'Afrique de l'Ouest; Cédéao; CEDEAO; Cedeao; ECOWAS
Union économique et monétaire ouest-africaine; Uemoa; UEMOA
Communauté économique et monétaire de l'Afrique centrale; Cemac; CEMAC
Communauté économique des États de l'Afrique centrale; CEEAC
Commission européenne; Commission de Bruxelles
Parlement européen / Conseil européen / Banque centrale européenne; BCE
Fonds monétaire international; FMI
Banque mondiale / Banque africaine de développement; BAD
Organisation mondiale de la santé; OMS
Organisation mondiale du commerce; OMC
Organisation internationale de la francophonie; OIF; Francophonie
Organisation internationale du travail; OIT
Organisation internationale pour les migrations; OIM
Organisation pour la sécurité et la coopération en Europe; OSCE
Organisation de coopération et de développement économiques; OCDE
Organisation des pays exportateurs de pétrole; Opep; OPEP
Organisation pour l'interdiction des armes chimiques; OIAC
Agence internationale de l'énergie atomique; AIEA
Agence internationale de l'énergie; AIE
Haut-Commissariat des Nations unies pour les réfugiés; HCR; UNHCR
Fonds des Nations unies pour l'enfance; Unicef; UNICEF
Organisation des Nations unies pour l'éducation, la science et la culture; Unesco; UNESCO
Organisation des Nations unies pour l'alimentation et l'agriculture; FAO
Programme alimentaire mondial; PAM
Programme des Nations unies pour le développement; PNUD
Programme des Nations unies pour l'environnement; PNUE
Groupe d'experts intergouvernemental sur l'évolution du climat; GIEC; Giec
Cour pénale internationale; CPI
Cour internationale de justice; CIJ
Cour européenne des droits de l'homme; CEDH
Comité international olympique; CIO
Fédération internationale de football association; Fifa; FIFA
Union des associations européennes de football; UEFA
Confédération africaine de football; CAF
Fédération française de football; FFF
Fédération française de rugby; FFR
Ligue de football professionnel; LFP
Comité international de la Croix-Rouge; CICR
Croix-Rouge / Croissant-Rouge
Médecins sans frontières; MSF
Amnesty International; Amnesty
Human Rights Watch; HRW
Reporters sans frontières; RSF
Greenpeace / WWF / Oxfam / Emmaüs / Secours catholique / Secours populaire / Fondation Abbé-Pierre / Restos du cœur / Attac / Anticor / Cimade
Agence France-Presse; AFP
Associated Press; AP
Reuters / Bloomberg / Chine nouvelle / TASS / Interfax / Sputnik / RIA Novosti / MAP / APS / APA / ANP / dpa / ANSA / EFE
État islamique; Daech; Daesh; EI; EIIL; ISIS
Al-Qaïda; Al-Qaida / Aqmi; AQMI / Boko Haram / Hezbollah / Hamas / talibans / Chabab / Wagner / GSIM / JNIM / FARC / ETA / PKK / YPG / FDS / IRA
Assemblée nationale / Sénat / Conseil d'État / Conseil constitutionnel / Cour de cassation / Cour des comptes / Conseil économique, social et environnemental; CESE
Parti socialiste; PS
Les Républicains; LR
La République en marche; LREM; LaREM; En marche; Renaissance
Rassemblement national; RN
Front national; FN
La France insoumise; LFI
Parti communiste français; PCF
Europe Écologie Les Verts; EELV; Les Écologistes
Mouvement démocrate; MoDem; Modem
Union des démocrates et indépendants; UDI
Union pour un mouvement populaire; UMP
Nouvelle Union populaire écologique et sociale; Nupes; NUPES
Nouveau Front populaire; NFP
Confédération générale du travail; CGT
Confédération française démocratique du travail; CFDT
Force ouvrière; FO
Confédération française des travailleurs chrétiens; CFTC
Confédération française de l'encadrement; CFE-CGC; CGC
Union nationale des syndicats autonomes; Unsa; UNSA
Fédération syndicale unitaire; FSU
Solidaires / SUD / Sud-Rail
Mouvement des entreprises de France; Medef; MEDEF
Confédération des petites et moyennes entreprises; CPME
Fédération nationale des syndicats d'exploitants agricoles; FNSEA
Confédération paysanne / Coordination rurale / Jeunes Agriculteurs
Institut national de la statistique et des études économiques; Insee; INSEE
Centre national de la recherche scientifique; CNRS
Institut national de la santé et de la recherche médicale; Inserm; INSERM
Institut national de recherche pour l'agriculture, l'alimentation et l'environnement; Inrae; INRAE; Inra; INRA
Commissariat à l'énergie atomique; CEA
Centre national d'études spatiales; CNES; Cnes
Agence spatiale européenne; ESA
National Aeronautics and Space Administration; Nasa; NASA
Météo-France; Météo France / Ifremer / Ademe; ADEME / Anses / ARS / CNIL; Cnil / CSA / Arcom / Urssaf / Pôle emploi / France Travail / CAF / CPAM / Unédic / CROUS
Société nationale des chemins de fer français; SNCF / RATP / EDF / GRDF / Enedis / Engie / La Poste / Air France / Airbus / Boeing / Renault / Peugeot / Citroën / Stellantis / Michelin / Total / TotalEnergies / Orange / Bouygues / Vinci / Veolia / Suez / Danone / Carrefour / Auchan / Leclerc / Lactalis / Sanofi / Alstom / Thales / Dassault / Safran / Naval Group / BNP Paribas / Société générale / Crédit agricole / Crédit mutuel / Axa / LVMH / Kering / Hermès / L'Oréal / Ubisoft / Vivendi / Lagardère / Bolloré / Areva / Orano / ArcelorMittal / Eiffage / Capgemini / Atos / Decathlon / Fnac / Casino / Intermarché / Lidl / Ikea / Amazon / Apple / Google / Microsoft / Facebook / Meta / Netflix / Uber / Airbnb / Tesla / Volkswagen / BMW / Toyota / Nissan / Siemens / Bayer / Monsanto / Nestlé / Novartis / Samsung / Huawei / Alibaba / Gazprom / Rosneft / ExxonMobil / Shell / BP / Ryanair / EasyJet / Lufthansa / Goldman Sachs / Spotify / OpenAI / SpaceX / IBM / Intel / Nvidia / Sony / Nintendo / Nokia / Ericsson / Philips / Ford / Chrysler / Fiat / General Motors / General Electric / Kodak / Barclays / HSBC / Pfizer / AstraZeneca / Moderna
Maison-Blanche / Pentagone / Congrès / Département d'État / FBI / CIA / NSA / Chambre des représentants / Parti républicain / Parti démocrate
Douma / Bundestag / Bundesrat / Knesset / Chambre des communes / Chambre des lords / Vatican / Saint-Siège / Bundesbank / CDU / CSU / SPD / AfD / FDP / PP / PSOE / Podemos / Ciudadanos / Parti conservateur / Parti travailliste / UKIP / SNP / Syriza / PSD / AKP / HDP / CHP / MPLA / ANC / FLN / RND / Ennahdha / PDCI / RHDP / FPI / RDPC / SDF / PDS / APR / Pastef / Bloc québécois / Parti québécois / Parti libéral du Québec; PLQ / CAQ / NPD / Parti libéral du Canada
Ligue arabe / Mercosur / ASEAN / Brics; BRICS / G5 Sahel / Minusma; MINUSMA / Monusco; MONUSCO / Barkhane / Frontex / Europol / Interpol / Eurojust / Eurostat
Gendarmerie nationale / Police nationale / DGSI / DGSE / GIGN / Raid / BRI / CRS / IGPN / PJ / BAC / SDIS / SAMU; Samu / Croix-Rouge française / Protection civile`;

/** Newspapers, stations and sites: organisations by the reference's convention. */
export const media = `Le Monde; Le Figaro; Libération; La Croix; L'Humanité; Les Échos; Le Parisien; Aujourd'hui en France; L'Équipe; Ouest-France; Sud Ouest; La Voix du Nord; Le Dauphiné libéré; Le Progrès; La Dépêche du Midi; La Dépêche; Nice-Matin; Midi libre; La Provence; L'Est républicain; Le Télégramme; La Montagne; Paris-Normandie; Dernières Nouvelles d'Alsace; DNA; L'Alsace; Le Républicain lorrain; L'Union; La Nouvelle République; Le Courrier picard; Le Courrier de l'Ouest; Presse-Océan; Charente libre; La République des Pyrénées; L'Indépendant; Var-Matin; Corse-Matin; Mediapart; Médiapart; Le Canard enchaîné; Charlie Hebdo; L'Express; Le Point; L'Obs; Le Nouvel Observateur; Marianne; Valeurs actuelles; Paris Match; Télérama; Courrier international; Jeune Afrique; Le Monde diplomatique; Challenges; Capital; Politis; Les Inrockuptibles; Rue89; Slate; 20 Minutes; Metronews; CNews; BFM TV; BFMTV; LCI; Franceinfo; France Info; France Inter; France Culture; France Bleu; ici; Radio France; France Télévisions; France 2; France 3; France 24; France Ô; TF1; M6; Arte; Canal+; RTL; RMC; Europe 1; NRJ; RFI; TV5 Monde; RTBF; RTS; RTL-TVI; VRT; Le Soir; La Libre Belgique; La Libre; La Dernière Heure; Le Temps; Tribune de Genève; 24 heures; Radio-Canada; La Presse; Le Devoir; Le Journal de Montréal; Le Soleil; TVA; CBC; BBC; ITV; Sky News; The Guardian; The Times; Financial Times; The Economist; Daily Mail; The Sun; The Independent; The Daily Telegraph; New York Times; The New York Times; Washington Post; The Washington Post; Wall Street Journal; The Wall Street Journal; Los Angeles Times; USA Today; Time; Newsweek; Forbes; CNN; Fox News; NBC; CBS; ABC; MSNBC; NPR; Politico; HuffPost; Huffington Post; Le HuffPost; BuzzFeed; Al Jazeera; Al-Jazira; Al Arabiya; El País; El Mundo; Marca; La Vanguardia; Corriere della Sera; La Repubblica; Gazzetta dello Sport; Der Spiegel; Bild; Die Welt; Die Zeit; Süddeutsche Zeitung; Frankfurter Allgemeine Zeitung; ZDF; ARD; Haaretz; Pravda; Kommersant; RT; Xinhua; Global Times; Quotidien du peuple; Fraternité Matin; Le Soleil; El Watan; Liberté; Hespress; Le Matin; Le360; L'Économiste; Sidwaya; L'Observateur Paalga; Le Pays; Cameroon Tribune; L'Essor; Studio Tamani; ORTM; ORTN; RTI; Wikinews; MalikoNews; Fox; Reuters`;

/** First words of sports clubs. */
export const clubWords = `FC; AS; AC; RC; SC; US; SM; OGC; EA; ES; CA; CS; Stade; Olympique; Racing; Real; Atlético; Athletic; Sporting; Inter; Girondins; LOSC; PSG; OM; OL; ASSE; ASM; UBB; HBC; BC; Paris Saint-Germain; Manchester United; Manchester City; Arsenal; Chelsea; Liverpool; Tottenham; Bayern Munich; Bayern; Borussia; Juventus; Juve; Benfica; Porto; Ajax; Celtic; Rangers; Barça; FC Barcelone; Real Madrid; Atlético de Madrid; Milan AC; AS Monaco; AS Roma; RC Lens; RC Strasbourg; Stade rennais; Stade français; Stade toulousain; Racing 92; Racing Métro 92; Lyon OU; Section paloise; Union Bordeaux-Bègles; Castres olympique; ASM Clermont Auvergne; RC Toulon; RCT; Olympique de Marseille; Olympique lyonnais; Lakers; Bulls; Celtics; Warriors; Cavaliers; Canadiens de Montréal; Ligue des champions; SK; CSKA; Spartak; Dynamo; Zénith; Lokomotiv; Galatasaray; Fenerbahçe; BK; VfL; VfB; SV; TSG; RB; Sky; AG2R; FDJ; Movistar; Astana; Cofidis; Ferrari; Mercedes; McLaren; Red Bull; Williams; Lotus`;

/** Events known by name. */
export const eventNames = `Coupe du monde; Ligue des champions; Ligue Europa; Ligue 1; Ligue 2; Premier League; Liga; Bundesliga; Serie A; Top 14; Pro D2; Coupe de France; Coupe de la Ligue; Coupe Davis; Tour de France; Tour d'Italie; Tour d'Espagne; Giro; Vuelta; Roland-Garros; Wimbledon; US Open; Open d'Australie; Jeux olympiques; Jeux paralympiques; JO; Euro; Mondial; Coupe d'Afrique des nations; CAN; Vendée Globe; Route du Rhum; Six Nations; Tournoi des Six Nations; Paris-Roubaix; Paris-Nice; Milan-San Remo; Liège-Bastogne-Liège; 24 Heures du Mans; Formule 1; Moto GP; NBA; NFL; NHL; Super Bowl; Festival de Cannes; Mostra; Berlinale; Oscars; César; Eurovision; Concours Eurovision de la chanson; Biennale de Venise; Francofolies; Vieilles Charrues; Fête de la musique; Fête nationale; Noël; Pâques; Ramadan; Toussaint; Première Guerre mondiale; Seconde Guerre mondiale; Deuxième Guerre mondiale; Grande Guerre; guerre froide; guerre d'Algérie; Révolution française; Printemps arabe; Brexit; Mai 68; COP21; COP22; COP28; Davos; prix Nobel; Goncourt; prix Goncourt; Palme d'or; Ballon d'or; Salon de l'agriculture; Mondial de l'automobile`;

/** Products known by name. */
export const productNames = `Twitter; Facebook; Instagram; YouTube; WhatsApp; TikTok; Snapchat; Telegram; Wikipédia; Wikipedia; Wikidata; LinkedIn; Windows; Android; iOS; iPhone; iPad; PlayStation; Xbox; Nintendo Switch; Firefox; Chrome; Gmail; Skype; Linux; Ubuntu; ChatGPT; Bitcoin; Airbus A320; A320; A380; Boeing 737; Rafale; Falcon 9; Soyouz; Ariane 5; Ariane 6; Hubble; Kepler; Rosetta; Curiosity; Cassini; ISS; Concorde; TGV; Ouigo; Vélib'; Airbus; Game of Thrones; Star Wars; Harry Potter; Pokémon; La Marseillaise; Doliprane; Levothyrox; Mediator; X; Bible; Coran; Code du travail; Constitution; Navigo`;
