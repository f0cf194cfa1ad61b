"""Invented people and places for exports: names of many origins, with the accents, apostrophes and hyphens that break programs."""

GIRLS = """Emma Jade Louise Alice Chloé Inès Léa Manon Rose Anna Lina Mila Ambre Léna Julia Agathe Zoé Nour Sofia Aya Maëlys Anaïs Éloïse
Fatou Aminata Mariam Leïla Yasmine Ines Noémie Héloïse Capucine Margaux Lou-Anne Marie-Ange Anne-Sophie Maria Ana Beatriz Giulia Chiara
Mei Linh Thuy Anh Hana Aleksandra Zuzanna Irina Daria Ioana Elif Zeynep Kenza Salomé Myriam Océane Gaëlle Nolwenn Maïwenn Lénaïg
Clémence Joséphine Apolline Victoire Naïa Maité Amandine Ophélie Priya Anjali Malala Siham Assia Rokia Hawa Djeneba Awa Khadija""".split()

BOYS = """Gabriel Léo Raphaël Louis Arthur Jules Adam Lucas Hugo Noah Liam Ethan Paul Nathan Sacha Gabin Nolan Aaron Mohamed Tom Noé Théo
Ilyès Rayan Ismaël Yanis Mathis Timéo Eliott Malo Ewen Yann Loïc Maël Corentin Jean-Baptiste Pierre-Louis Marc-Antoine Tiago Diego
Rui João Matteo Luca Enzo Kévin Rémi Benoît François Zoltan Piotr Jakub Andreï Dimitri Vlad Emre Yusuf Amadou Ousmane Moussa Ibrahima
Cheikh Idriss Bilal Anouar Minh Duc Wei Kenji Aarav Arjun Naïm Samuel David Élie Ézéchiel Côme Augustin Gaspard Basile Titouan""".split()

WOMEN = """Sarah Julie Céline Aurélie Émilie Stéphanie Nathalie Isabelle Sandrine Valérie Hélène Marie-Claire Anne-Laure Françoise Fatima
Aïcha Samira Nadia Karima Aminata Mariama Rokhaya Thi-Mai Lan Xiu Magdalena Katarzyna Olga Natalia Elena Maria Carla Lucia Sofia Ana
Ayşe Fatma Rachel Myriam Gaëlle Nolwenn Solène Maud Laëtitia Delphine Virginie Noëlle Joëlle Agnès Lakshmi Sunita Zohra Malika""".split()

MEN = """Karim Mathieu Thomas Nicolas Julien Sébastien Frédéric Stéphane Jérôme François-Xavier Jean-Marc Pierre Yann Gwenaël Loïc Hervé
Mehdi Rachid Samir Youssef Abdel Mamadou Ousmane Cheikh Ibrahim Kofi Minh Tuan Wei Piotr Marek Sergueï Andreï Mihai João Rui Paulo
Giovanni Marco Diego Emre Mustafa David Samuel Benoît Rémi Gaël Joël Noël Raphaël Rajesh Anil Farid Hicham Denis Patrick""".split()

SURNAMES = """Martin Bernard Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux Fournier Girard Bonnet
Lambert Fontaine Rousseau Vincent Müller Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Perrin Robin
Clément Morin Henry Roussel Lucas Brun Colin Aubert Marchand Lemaître Benoît Bourgeois Noël Dupuis Crépin Dépré Œuvrard Cœurdevey
Le_Goff Le_Bihan Kervella Quéméner D'Almeida D'Angelo De_La_Tour Saint-Amand Martinez-Leroy N'Diaye N'Guessan Diop Sow Traoré Coulibaly Keïta
Diarra Cissé Konaté Benali Haddad Belkacem Benhaddou Bouzid Cherif El_Amrani Ouali Zerrouki Meziane Nguyen Tran Pham Lê Chen Wang Li
Kowalski Nowak Wiśniewska Popescu Ionescu Ivanov Petrov Silva Ferreira Da_Costa Dos_Santos Rossi Bianchi Esposito Garcia López Fernández
Yılmaz Kaya Demir Cohen Lévy Patel Singh Ramanah Payet Hoarau Grondin Tavana Wamytan""".split()
SURNAMES = [name.replace("_", " ") for name in SURNAMES]

STREETS = """rue du Moulin;place du Lavoir;allée des Acacias;chemin de l'Étang;impasse Sœur-Marthe;avenue de la Gare;rue de l'Église;
cours des Muriers;montée du Château;rue Haute;quai des Pêcheurs;lotissement Les Aubépines""".replace("\n", "").split(";")

TREES = """les Tilleuls;les Oliviers;les Acacias;l'Orée du bois;les Hirondelles;le Petit Prince;la Clé des champs;l'Étoile;les Primevères;
les Coquelicots;le Grand Pré;la Fontaine;les Marronniers;les Vergers;le Parc;la Rivière;les Lavandes;l'Île verte""".replace("\n", "").split(";")

_BEGIN = "Val Roque Mont Font Champ Bel Clair Haute Pré Pierre Fon Sauve Aigue Bois Mire".split()
_END = "brune sol clar tigny vers gevin mont relle sec nove lande pertuis viel court taillac".split()


def commune(number: int) -> str:
    """A town nobody lives in; the same number gives the same name."""
    name = _BEGIN[number % len(_BEGIN)] + _END[number // len(_BEGIN) % len(_END)]
    rank = number // (len(_BEGIN) * len(_END))
    return name if rank == 0 else f"Saint-{_BEGIN[rank % len(_BEGIN)]}-l'Étang-en-{name}"
