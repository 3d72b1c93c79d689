/**
 * What the open data lacks of countries, by ISO 3166-1 alpha-2 code: other names, demonyms (masculine, feminine; plurals are made
 * by rule), and the capital in French. Written for this project.
 */
export const countryLines = `AF; afghan; afghane; Kaboul
AL; albanais; albanaise; Tirana
DZ; algérien; algérienne; Alger
DE; allemand; allemande; Berlin; République fédérale d'Allemagne; RFA
AD; andorran; andorrane; Andorre-la-Vieille
AO; angolais; angolaise; Luanda
SA; saoudien; saoudienne; Riyad; Royaume saoudien
AR; argentin; argentine; Buenos Aires
AM; arménien; arménienne; Erevan
AU; australien; australienne; Canberra
AT; autrichien; autrichienne; Vienne
AZ; azerbaïdjanais; azerbaïdjanaise; Bakou
BS; bahaméen; bahaméenne; Nassau
BH; bahreïni; bahreïnie; Manama
BD; bangladais; bangladaise; Dacca
BB; barbadien; barbadienne; Bridgetown
BE; belge; belge; Bruxelles; Royaume de Belgique
BZ; bélizien; bélizienne; Belmopan
BJ; béninois; béninoise; Porto-Novo; République du Bénin
BT; bhoutanais; bhoutanaise; Thimphou
BY; biélorusse; biélorusse; Minsk; Bélarus; Belarus; Biélorussie
MM; birman; birmane; Naypyidaw; Birmanie; Myanmar
BO; bolivien; bolivienne; Sucre
BA; bosnien; bosnienne; Sarajevo; Bosnie
BW; botswanais; botswanaise; Gaborone
BR; brésilien; brésilienne; Brasilia
BN; brunéien; brunéienne; Bandar Seri Begawan
BG; bulgare; bulgare; Sofia
BF; burkinabè; burkinabè; Ouagadougou; Burkina; Haute-Volta
BI; burundais; burundaise; Gitega
KH; cambodgien; cambodgienne; Phnom Penh
CM; camerounais; camerounaise; Yaoundé
CA; canadien; canadienne; Ottawa
CV; cap-verdien; cap-verdienne; Praia; Cap-Vert
CF; centrafricain; centrafricaine; Bangui; Centrafrique; RCA
CL; chilien; chilienne; Santiago
CN; chinois; chinoise; Pékin; République populaire de Chine; RPC; Beijing
CY; chypriote; chypriote; Nicosie
CO; colombien; colombienne; Bogota
KM; comorien; comorienne; Moroni
CG; congolais; congolaise; Brazzaville; Congo-Brazzaville; République du Congo
CD; congolais; congolaise; Kinshasa; République démocratique du Congo; RDC; RD Congo; Congo-Kinshasa; Zaïre
KP; nord-coréen; nord-coréenne; Pyongyang; Corée du Nord
KR; sud-coréen; sud-coréenne; Séoul; Corée du Sud
CR; costaricain; costaricaine; San José
CI; ivoirien; ivoirienne; Yamoussoukro; Côte d'Ivoire
HR; croate; croate; Zagreb
CU; cubain; cubaine; La Havane
DK; danois; danoise; Copenhague
DJ; djiboutien; djiboutienne; Djibouti
DO; dominicain; dominicaine; Saint-Domingue
EG; égyptien; égyptienne; Le Caire
AE; émirien; émirienne; Abou Dhabi; Émirats; EAU
EC; équatorien; équatorienne; Quito
ER; érythréen; érythréenne; Asmara
ES; espagnol; espagnole; Madrid
EE; estonien; estonienne; Tallinn
SZ; swazi; swazie; Mbabane; Swaziland
US; américain; américaine; Washington; États-Unis; États-Unis d'Amérique; USA; US; Amérique; étasunien; étatsunien; étasunienne
ET; éthiopien; éthiopienne; Addis-Abeba
FJ; fidjien; fidjienne; Suva
FI; finlandais; finlandaise; Helsinki
FR; français; française; Paris; République française; Hexagone
GA; gabonais; gabonaise; Libreville
GM; gambien; gambienne; Banjul
GE; géorgien; géorgienne; Tbilissi
GH; ghanéen; ghanéenne; Accra
GR; grec; grecque; Athènes
GT; guatémaltèque; guatémaltèque; Guatemala
GN; guinéen; guinéenne; Conakry; Guinée-Conakry
GQ; équato-guinéen; équato-guinéenne; Malabo
GW; bissau-guinéen; bissau-guinéenne; Bissau; Guinée-Bissau
GY; guyanien; guyanienne; Georgetown
HT; haïtien; haïtienne; Port-au-Prince
HN; hondurien; hondurienne; Tegucigalpa
HU; hongrois; hongroise; Budapest
IN; indien; indienne; New Delhi
ID; indonésien; indonésienne; Jakarta
IQ; irakien; irakienne; Bagdad; Iraq
IR; iranien; iranienne; Téhéran; République islamique d'Iran
IE; irlandais; irlandaise; Dublin
IS; islandais; islandaise; Reykjavik
IL; israélien; israélienne; Jérusalem; État hébreu
IT; italien; italienne; Rome
JM; jamaïcain; jamaïcaine; Kingston
JP; japonais; japonaise; Tokyo; nippon; nippone
JO; jordanien; jordanienne; Amman
KZ; kazakh; kazakhe; Astana
KE; kényan; kényane; Nairobi; Kenya
KG; kirghiz; kirghize; Bichkek; Kirghizistan; Kirghizstan
XK; kosovar; kosovare; Pristina
KW; koweïtien; koweïtienne; Koweït
LA; laotien; laotienne; Vientiane
LS; lésothien; lésothienne; Maseru
LV; letton; lettone; Riga
LB; libanais; libanaise; Beyrouth
LR; libérien; libérienne; Monrovia; Liberia
LY; libyen; libyenne; Tripoli
LI; liechtensteinois; liechtensteinoise; Vaduz
LT; lituanien; lituanienne; Vilnius
LU; luxembourgeois; luxembourgeoise; Luxembourg
MK; macédonien; macédonienne; Skopje; Macédoine
MG; malgache; malgache; Antananarivo
MY; malaisien; malaisienne; Kuala Lumpur
MW; malawite; malawite; Lilongwe
MV; maldivien; maldivienne; Malé
ML; malien; malienne; Bamako; République du Mali
MT; maltais; maltaise; La Valette
MA; marocain; marocaine; Rabat; Royaume du Maroc; Royaume chérifien
MU; mauricien; mauricienne; Port-Louis; île Maurice
MR; mauritanien; mauritanienne; Nouakchott
MX; mexicain; mexicaine; Mexico
MD; moldave; moldave; Chisinau
MC; monégasque; monégasque; Monaco
MN; mongol; mongole; Oulan-Bator
ME; monténégrin; monténégrine; Podgorica
MZ; mozambicain; mozambicaine; Maputo
NA; namibien; namibienne; Windhoek
NP; népalais; népalaise; Katmandou
NI; nicaraguayen; nicaraguayenne; Managua
NE; nigérien; nigérienne; Niamey
NG; nigérian; nigériane; Abuja; Nigeria
NO; norvégien; norvégienne; Oslo
NZ; néo-zélandais; néo-zélandaise; Wellington
OM; omanais; omanaise; Mascate
UG; ougandais; ougandaise; Kampala
UZ; ouzbek; ouzbèke; Tachkent
PK; pakistanais; pakistanaise; Islamabad
PS; palestinien; palestinienne; Ramallah; Palestine; Autorité palestinienne
PA; panaméen; panaméenne; Panama
PG; papouan-néo-guinéen; papouan-néo-guinéenne; Port Moresby
PY; paraguayen; paraguayenne; Asuncion
NL; néerlandais; néerlandaise; Amsterdam; Hollande; hollandais; hollandaise
PE; péruvien; péruvienne; Lima
PH; philippin; philippine; Manille
PL; polonais; polonaise; Varsovie
PT; portugais; portugaise; Lisbonne
QA; qatarien; qatarienne; Doha; qatari; qatarie
RO; roumain; roumaine; Bucarest
GB; britannique; britannique; Londres; Royaume-Uni; Grande-Bretagne; anglais; anglaise
RU; russe; russe; Moscou; Fédération de Russie; URSS; Fédération russe
RW; rwandais; rwandaise; Kigali
SV; salvadorien; salvadorienne; San Salvador; Salvador
SN; sénégalais; sénégalaise; Dakar
RS; serbe; serbe; Belgrade
SC; seychellois; seychelloise; Victoria
SL; sierra-léonais; sierra-léonaise; Freetown
SG; singapourien; singapourienne; Singapour
SK; slovaque; slovaque; Bratislava
SI; slovène; slovène; Ljubljana
SO; somalien; somalienne; Mogadiscio
SD; soudanais; soudanaise; Khartoum
SS; sud-soudanais; sud-soudanaise; Djouba; Soudan du Sud
LK; sri-lankais; sri-lankaise; Colombo
SE; suédois; suédoise; Stockholm
CH; suisse; suisse; Berne; helvétique; Confédération helvétique; Confédération suisse
SR; surinamais; surinamaise; Paramaribo
SY; syrien; syrienne; Damas
TJ; tadjik; tadjike; Douchanbé
TW; taïwanais; taïwanaise; Taipei; Taiwan
TZ; tanzanien; tanzanienne; Dodoma
TD; tchadien; tchadienne; N'Djamena
CZ; tchèque; tchèque; Prague; République tchèque
TH; thaïlandais; thaïlandaise; Bangkok
TG; togolais; togolaise; Lomé
TT; trinidadien; trinidadienne; Port-d'Espagne
TN; tunisien; tunisienne; Tunis
TM; turkmène; turkmène; Achgabat
TR; turc; turque; Ankara; Türkiye
UA; ukrainien; ukrainienne; Kiev; Kyiv
UY; uruguayen; uruguayenne; Montevideo
VA; vaticanais; vaticane; Vatican; Saint-Siège
VE; vénézuélien; vénézuélienne; Caracas
VN; vietnamien; vietnamienne; Hanoï
YE; yéménite; yéménite; Sanaa
ZM; zambien; zambienne; Lusaka
ZW; zimbabwéen; zimbabwéenne; Harare
ZA; sud-africain; sud-africaine; Pretoria`;
