// Countries, states, regions and islands of the world as datelines name them, as readable data compiled by hand: in
// Dutch, and where they differ in English, French, German, Spanish and Italian. The Kingdom's own names are in Kingdom.

extension KnownPlaces {
    /// Separated by commas; lines break within names.
    static let countries = [states, regions, american].joined(separator: ",\n")

    /// Short forms of states, which stand behind a place and are words of their own elsewhere.
    static let shortForms = """
        Ala., Ariz., Ark., Calif., Colo., Conn., D.C., Del., Fla., Ga., Ill., Ind., Kan., Ky., La., Mass., Md., Mich.,
        Minn., Miss., Mo., Mont., N.C., N.D., N.H., N.J., N.M., N.Y., Neb., Nev., Okla., Ore., Pa., R.I., S.C., S.D.,
        Tenn., Tex., Va., Vt., W.Va., Wash., Wis., Wyo., CA, DC, FL, NJ, NY, TX, Alta., B.C., N.S., Ont., Que., NSW, UK,
        USA, U.S.
        """

    /// Countries, and territories that have news of their own.
    private static let states = """
        Abchazië, Afghanistan, Albanië, Albania, Albanien, Algerije, Algeria, Algérie, Algerien, Argelia, Andorra,
        Angola, Antigua en Barbuda, Argentinië, Argentina, Argentine, Argentinien, Armenië, Armenia, Arménie, Armenien,
        Australië, Australia, Australie, Australien, Azerbeidzjan, Azerbaijan, Azerbaïdjan, Aserbaidschan, Bahama's,
        Bahamas, Bahrein, Bahrain, Bangladesh, Barbados, België, Belgium, Belgique, Belgien, Bélgica, Belgio, Belize,
        Benin, Bermuda, Bhutan, Bolivia, Bolivië, Bolivie, Bolivien, Bosnië, Bosnië en Herzegovina, Bosnia, Bosnie,
        Bosnien, Botswana, Brazilië, Brazil, Brésil, Brasilien, Brasil, Brasile, Brunei, Bulgarije, Bulgaria,
        Bulgarie, Bulgarien, Burkina Faso, Burundi, Cambodja, Cambodia, Cambodge, Kambodscha, Canada, Kanada,
        Centraal-Afrikaanse Republiek, Chili, Chile, China, Chine, Cina, Colombia, Colombie, Kolumbien, Comoren, Congo,
        Congo-Brazzaville, Costa Rica, Cuba, Kuba, Cyprus, Zypern, Chypre, Denemarken, Denmark, Danemark, Dänemark,
        Dinamarca, Danimarca, Djibouti, Dominica, Dominicaanse Republiek, Dominican Republic, Duitsland, Germany,
        Deutschland, Allemagne, Alemania, Germania, Ecuador, Egypte, Egypt, Ägypten, Egipto, Egitto, El Salvador,
        Engeland, England, Angleterre, Inglaterra, Inghilterra, Equatoriaal-Guinea, Eritrea, Estland, Estonia,
        Estonie, Eswatini, Ethiopië, Ethiopia, Éthiopie, Äthiopien, Faeröer, Fiji, Filipijnen, Philippines,
        Philippinen, Filipinas, Finland, Finlande, Finnland, Frankrijk, France, Frankreich, Francia, Frans-Guyana,
        Frans-Polynesië, Gabon, Gambia, Georgië, Georgia, Géorgie, Georgien, Ghana, Gibraltar, Grenada, Griekenland,
        Greece, Grèce, Griechenland, Grecia, Groenland, Greenland, Grönland, Groot-Brittannië, Great Britain,
        Grande-Bretagne, Großbritannien, Britain, United Kingdom, Verenigd Koninkrijk, Guadeloupe, Guam, Guatemala,
        Guinee, Guinea, Guinee-Bissau, Guinea-Bissau, Guyana, Haïti, Honduras, Hongarije, Hungary, Hongrie, Ungarn,
        Hungría, Ungheria, Ierland, Ireland, Irlande, Irland, Irlanda, IJsland, Iceland, Islande, Island, India, Inde,
        Indien, Indonesië, Indonesia, Indonésie, Indonesien, Irak, Iraq, Iran, Israël, Israel, Italië, Italy, Italie,
        Italien, Italia, Ivoorkust, Ivory Coast, Côte d'Ivoire, Jamaica, Japan, Japon, Giappone, Jemen, Yemen,
        Jordanië, Jordan, Jordanie, Jordanien, Kaapverdië, Cape Verde, Kameroen, Cameroon, Cameroun, Kamerun,
        Kazachstan, Kazakhstan, Kasachstan, Kenia, Kenya, Kirgizië, Kyrgyzstan, Kiribati, Koeweit, Kuwait, Kosovo,
        Kroatië, Croatia, Croatie, Kroatien, Croacia, Laos, Lesotho, Letland, Latvia, Lettonie, Lettland, Libanon,
        Lebanon, Liban, Líbano, Libano, Liberia, Libië, Libya, Libye, Libyen, Liechtenstein, Litouwen, Lithuania,
        Lituanie, Litauen, Macau, Madagaskar, Madagascar, Malawi, Maldiven, Maldives, Maleisië, Malaysia, Malaisie,
        Mali, Malta, Marokko, Morocco, Maroc, Marruecos, Marocco, Marshalleilanden, Martinique, Mauritanië,
        Mauritania, Mauritius, Mayotte, Mexico, México, Mexique, Mexiko, Messico, Micronesië, Moldavië, Moldova,
        Moldavie, Monaco, Mongolië, Mongolia, Montenegro, Mozambique, Myanmar, Birma, Birmanie, Namibië, Namibia,
        Nauru, Nepal, Nicaragua, Nieuw-Caledonië, New Caledonia, Nouvelle-Calédonie, Nieuw-Zeeland, New Zealand,
        Neuseeland, Nouvelle-Zélande, Niger, Nigeria, Noord-Korea, North Korea, Nordkorea, Corée du Nord,
        Noord-Macedonië, North Macedonia, Noorwegen, Norway, Norvège, Norwegen, Noruega, Norvegia, Oekraïne, Ukraine,
        Ucrania, Ucraina, Oezbekistan, Uzbekistan, Usbekistan, Oman, Oost-Timor, East Timor, Oostenrijk, Austria,
        Autriche, Österreich, Pakistan, Palau, Palestina, Palestine, Palästina, Panama, Panamá, Papoea-Nieuw-Guinea,
        Papua New Guinea, Paraguay, Peru, Perú, Pérou, Polen, Poland, Pologne, Polonia, Portugal, Portogallo,
        Puerto Rico, Qatar, Katar, Roemenië, Romania, Roumanie, Rumänien, Rusland, Russia, Russie, Russland, Rusia,
        Rwanda, Ruanda, Salomonseilanden, Solomon Islands, Samoa, San Marino, Saoedi-Arabië, Saudi Arabia,
        Saudi-Arabien, Arabie saoudite, Arabia Saudí, Schotland, Scotland, Écosse, Schottland, Senegal, Sénégal,
        Servië, Serbia, Serbie, Serbien, Seychellen, Seychelles, Sierra Leone, Singapore, Singapur, Singapour,
        Sint-Helena, Slovenië, Slovenia, Slovénie, Slowenien, Slowakije, Slovakia, Slovaquie, Slowakei, Soedan, Sudan,
        Soudan, Somalië, Somalia, Somalie, Somaliland, Spanje, Spain, Espagne, Spanien, España, Spagna, Sri Lanka,
        Suriname, Swaziland, Syrië, Syria, Syrie, Syrien, Siria, Tadzjikistan, Tajikistan, Taiwan, Tanzania, Tansania,
        Thailand, Thaïlande, Tibet, Togo, Tonga, Trinidad en Tobago, Tsjaad, Chad, Tchad, Tschad, Tsjechië, Czechia,
        Czech Republic, Tschechien, Tsjetsjenië, Tunesië, Tunisia, Tunisie, Tunesien, Túnez, Turkije, Turkey, Turquie,
        Türkei, Türkiye, Turquía, Turchia, Turkmenistan, Tuvalu, Uganda, Oeganda, Uruguay, Vanuatu, Vaticaan, Vatican,
        Vatikan, Vaticano, Venezuela, Verenigde Arabische Emiraten, Verenigde Staten, United States, États-Unis,
        Vereinigte Staaten, Estados Unidos, Stati Uniti, Vietnam, Wales, Pays de Galles, Wit-Rusland, Belarus,
        Weißrussland, Bielorrusia, Zambia, Sambia, Zimbabwe, Zuid-Afrika, South Africa, Afrique du Sud, Südafrika,
        Sudáfrica, Zuid-Korea, South Korea, Südkorea, Corée du Sud, Corea del Sur, Zuid-Soedan, South Sudan, Zweden,
        Sweden, Suède, Schweden, Suecia, Svezia, Zwitserland, Switzerland, Suisse, Schweiz, Suiza, Svizzera
        """

    /// Parts of countries and islands.
    private static let regions = """
        Andalusië, Andalucía, Antarctica, Ardennen, Balearen, Bali, Baskenland, Baden-Württemberg, Bayern, Beieren,
        Bavaria, Brandenburg, Bretagne, Canarische Eilanden, Corsica, Corse, Dagestan, Darfur, Donbas, Donbass,
        East Anglia, Elzas, Alsace, Falklandeilanden, Flandern, Galápagos, Gazastrook, Gaza Strip, Golan,
        Henegouwen, Hessen, Ibiza, Jersey, Guernsey, Kasjmir, Kashmir, Krim, Crimea, Kreta, Crete, Koerdistan,
        Kurdistan, Lampedusa, Lapland, Lesbos, Catalonië, Cataluña, Catalonia, Lombardije, Lombardia,
        Madeira, Mallorca, Nagorno-Karabach, Nedersaksen, Niedersachsen, Nordrhein-Westfalen,
        Noordrijn-Westfalen, Noord-Ierland, Northern Ireland, Normandië, Normandie, Oost-Vlaanderen, Provence, Punjab,
        Rhodos, Saarland, Saksen, Sachsen, Sardinië, Sardegna, Sardinia, Siberië, Siberia, Sicilië, Sicilia, Sicily,
        Sinaï, Sulawesi, Sumatra, Svalbard, Spitsbergen, Tasmanië, Tasmania, Tenerife, Thüringen, Tirol, Tigray,
        Toscane, Toscana, Tuscany, Transnistrië, Vlaams-Brabant, Vlaanderen, Flanders, Wallonië, Wallonie,
        West-Vlaanderen, Westelijke Jordaanoever, Westelijke Sahara, West Bank, Xinjiang, Zanzibar, Alberta,
        British Columbia, Manitoba, Nova Scotia, Ontario, Québec, Saskatchewan, New South Wales, Queensland, Victoria
        """

    /// The states of the United States.
    private static let american = """
        Alabama, Alaska, Arizona, Arkansas, California, Californië, Colorado, Connecticut, Delaware, Florida, Hawaï,
        Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan,
        Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico,
        North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota,
        Tennessee, Texas, Utah, Vermont, Virginia, Washington State, West Virginia, Wisconsin, Wyoming
        """
}
