#pragma once
#include <string_view>

namespace passwords {

/// What people in France build passwords from: folded (text::fold), separated by white space. A guesser tries these first, alone and
/// combined. Written for Préau by theme; a word is worth adding when a person here would think of it first.
inline constexpr std::string_view common_words = R"(
motdepasse passe password passwort pass secret secrete code codesecret identifiant login admin administrateur administrator root user
utilisateur test essai demo invite guest bonjour bonsoir salut coucou bienvenue welcome hello goodbye internet ordinateur computer
google facebook instagram youtube netflix iphone samsung windows microsoft apple orange wanadoo gmail hotmail telephone portable azerty
qwerty qwertz azer qsdf wxcv abc abcd letmein iloveyou default changeme changezmoi nouveau nouvelle temporaire provisoire merci

ecole ecoles ecolier maitre maitresse directeur directrice direction professeur prof eleve eleves classe classes cartable cantine
recreation recre prof maternelle elementaire primaire college lycee rentree vacances cahier crayon stylo cours devoirs tableau
bibliotheque preau tilleul tilleuls mairie parent parents famille atsem periscolaire garderie enseignant enseignante education

maman papa mamie papi papy mamy frere soeur fille garcon fils bebe enfant enfants mesenfants mafamille mafille monfils amour
monamour mon mes ton jetaime jtaime jetadore coeur moncoeur cheri cherie bisous bisou calin doudou nounours bonheur joie sourire
princesse prince ange petitange chouchou loulou louloute poussin puce mapuce minou mimi titi toto tata tonton lulu nono nini kiki
love lover angel baby sunshine princess friends family forever beautiful happy sweet family ami amis amie copain copine

soleil lune etoile etoiles ciel mer ocean plage montagne riviere fleur fleurs rose roses tulipe marguerite jardin arbre foret nature
printemps ete automne hiver neige pluie arcenciel papillon papillons coccinelle chat chats chaton minet chien chiens chiot cheval
chevaux poney lapin tigre lion panthere dragon licorne dauphin tortue oiseau hirondelle souris loup renard ours elephant girafe
monkey dog cat horse tiger flower summer winter spring autumn star moon sun sunflower butterfly unicorn

chocolat caramel nutella fraise cerise banane citron vanille cafe the fromage croissant baguette gateau bonbon bonbons pizza
coca cocacola champagne cookie cheese coffee orange pomme poire abricot noisette cannelle

football foot rugby tennis basket handball judo danse piscine velo petanque psg parissaintgermain marseille om olympique
olympiquedemarseille lyon ol lens saintetienne asse bordeaux nantes rennes lille losc monaco toulouse strasbourg nice brest lorient
metz auxerre guingamp zidane mbappe messi ronaldo griezmann platini champion champions allezlesbleus allezlom allez bleus coupe
barcelona realmadrid arsenal liverpool chelsea juventus soccer baseball hockey player

paris france francais francaise bretagne normandie alsace corse provence montpellier grenoble dijon angers reims lehavre toulon
nimes clermont limoges tours amiens caen nancy rouen mulhouse besancon orleans perpignan bayonne biarritz avignon cannes annecy
versailles poitiers larochelle quimper valence villeneuve saintdenis reunion guadeloupe martinique guyane mayotte cayenne noumea
algerie maroc tunisie portugal espagne italie senegal mali cameroun afrique amerique europe london newyork california

lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre
decembre monday friday sunday january april june july august september october november december noel joyeuxnoel anniversaire

rouge bleu vert jaune noir blanc violet rose gris marron blue green red black white purple yellow pink
zero un deux trois quatre cinq six sept huit neuf dix cent mille one two three four five six seven eight nine ten

musique guitare piano chanson johnny hallyday goldman mylene farmer beyonce rihanna music rock metal starwars pokemon pikachu naruto
mario zelda minecraft fortnite roblox harrypotter harry potter batman superman spiderman mickey minnie disney asterix obelix tintin
matrix hunter killer shadow master ninja pirate pirates warrior phoenix merlin gandalf trustno correcthorsebatterystaple

marie jean pierre michel andre philippe alain bernard jacques daniel patrick nicolas christophe christian stephane david thierry
laurent frederic eric julien olivier pascal sebastien thomas alexandre vincent antoine maxime guillaume romain kevin mathieu
matthieu jeremy anthony benjamin quentin florian clement lucas hugo louis nathan enzo leo gabriel raphael arthur jules adam paul
victor noah ethan tom theo mathis axel baptiste simon samuel gabin sacha robin valentin alexis adrien damien fabien cedric gilles
serge didier bruno franck jerome mohamed mehdi karim yanis rayan ibrahim mamadou ousmane ali omar youssef bilal amine sofiane
nathalie isabelle sylvie catherine martine christine francoise valerie sandrine stephanie veronique sophie celine chantal patricia
anne brigitte julie monique aurelie nicole laurence annie emilie dominique virginie corinne elodie christelle camille caroline lea
sarah manon chloe emma jade louise alice lina mila rose anna ines lola juliette lou zoe lena eva agathe jeanne romane clara charlotte
lucie oceane marine pauline mathilde laura melanie audrey amandine jessica jennifer vanessa alexandra claire helene delphine
florence karine severine fatima fatou aminata aissatou khadija samira nadia yasmine leila amina myriam sabrina elisa margaux margot
elise noemie justine morgane anais marion coralie estelle nina maelys ambre iris capucine martin durand dubois petit moreau lefebvre
leroy michael jordan daniel ashley jessica charlie robert george william andrew matthew joshua
)";

}  // namespace passwords
