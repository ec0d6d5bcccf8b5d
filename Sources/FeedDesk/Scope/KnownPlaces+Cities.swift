// Cities and towns of the world that datelines name, as readable data compiled by hand: in Dutch, and where they differ
// in English, French, German, Spanish, Italian and the language of the place. Names that are everyday words in capitals
// (Essen, Namen, Mobile, Reading) are left out: without an agency's code they prove nothing.

extension KnownPlaces {
    /// Separated by commas; lines break within names.
    static let cities = [capitals, nearby, europe, easternEurope, middleEast, asia, africa, america, oceania]
        .joined(separator: ",\n")

    /// Seats of government.
    private static let capitals = """
        Abu Dhabi, Abuja, Accra, Addis Abeba, Addis Ababa, Algiers, Alger, Algier, Amman, Andorra la Vella, Ankara,
        Antananarivo, Apia, Asjchabad, Ashgabat, Asmara, Astana, Asunción, Athene, Athens, Athen, Athènes, Atenas,
        Atene, Bagdad, Baghdad, Bakoe, Baku, Bakou, Bamako, Bandar Seri Begawan, Bangkok, Bangui, Banjul, Basseterre,
        Beiroet, Beirut, Beyrouth, Belgrado, Belgrade, Belgrad, Belmopan, Berlijn, Berlin, Berlín, Berlino, Bern,
        Berne, Berna, Bisjkek, Bishkek, Bissau, Boedapest, Budapest, Boekarest, Bucharest, Bucarest, Bukarest, Bogotá,
        Brasilia, Bratislava, Brazzaville, Bridgetown, Brussel, Brussels, Bruxelles, Brüssel, Bruselas, Bujumbura,
        Buenos Aires, Caïro, Cairo, Le Caire, Kairo, El Cairo, Il Cairo, Canberra, Caracas, Castries, Chisinau,
        Colombo, Conakry, Dakar, Damascus, Damaskus, Damas, Damasco, Dhaka, Dili, Djibouti-Stad, Dodoma, Doha, Douchanbe,
        Doesjanbe, Dushanbe, Dublin, Dublín, Freetown, Funafuti, Gaborone, Georgetown, Gitega, Guatemala-Stad,
        Guatemala City, Hanoi, Harare, Havana, La Habana, La Havane, Helsinki, Honiara, Islamabad, Jakarta, Yaoundé,
        Jerevan, Yerevan, Erevan, Eriwan, Jeruzalem, Jerusalem, Jérusalem, Jerusalén, Gerusalemme, Juba, Kaboel, Kabul,
        Kaboul, Kampala, Kathmandu, Khartoem, Chartoem, Khartoum, Kiev, Kyiv, Kiew, Kigali, Kingston, Kingstown,
        Kinshasa, Koeweit-Stad, Kuwait City, Kopenhagen, Copenhagen, Kopenhagen, Copenhague, København, Copenaghen,
        Kuala Lumpur, La Paz, Libreville, Lilongwe, Lima, Lissabon, Lisbon, Lisbonne, Lisboa, Lisbona, Ljubljana,
        Lomé, Londen, London, Londres, Londra, Luanda, Lusaka, Luxemburg, Luxembourg, Luxemburgo, Lussemburgo, Madrid,
        Majuro, Malabo, Malé, Managua, Manama, Manilla, Manila, Manille, Maputo, Maseru, Mbabane, Mexico-Stad,
        Mexico City, Mexiko-Stadt, Ciudad de México, Minsk, Mogadishu, Monrovia, Montevideo, Moroni, Moskou, Moscow,
        Moscou, Moskau, Moscú, Mosca, Muscat, Nairobi, Nassau, Naypyidaw, N'Djamena, New Delhi, Nueva Delhi,
        Neu-Delhi, Nuova Delhi, Niamey, Nicosia, Nouakchott, Nuku'alofa, Nuuk, Oslo, Ottawa, Ouagadougou,
        Oulan Bator, Ulaanbaatar, Panama-Stad, Panama City, Paramaribo, Parijs, Paris, París, Parigi, Peking, Beijing,
        Pékin, Pechino, Phnom Penh, Podgorica, Port-au-Prince, Port Louis, Port Moresby, Port of Spain, Port Vila,
        Porto-Novo, Praag, Prague, Prag, Praga, Praia, Pretoria, Pristina, Pyongyang, Quito, Rabat, Reykjavik,
        Riga, Riyad, Riyadh, Riad, Rome, Roma, Rom, Roseau, San José, San Salvador, Sana'a, Sanaa, Santiago,
        Santiago de Chile, Santo Domingo, São Tomé, Sarajevo, Seoel, Seoul, Séoul, Seúl, Skopje, Sofia, Sofía,
        Stockholm, Estocolmo, Stoccolma, Sucre, Suva, Taipei, Tallinn, Tarawa, Tasjkent, Tashkent, Tbilisi, Tegucigalpa,
        Teheran, Tehran, Téhéran, Teherán, Tel Aviv, Thimphu, Tirana, Tokio, Tokyo, Tripoli, Tunis, Vaduz, Valletta,
        Vaticaanstad, Vatican City, Città del Vaticano, Ciudad del Vaticano, Vatikanstadt, Victoria, Vientiane,
        Vilnius, Warschau, Warsaw, Varsovie, Varsovia, Varsavia, Washington, Washington D.C., Wellington, Wenen,
        Vienna, Wien, Vienne, Viena, Windhoek, Yamoussoukro, Yangon, Rangoon, Zagreb
        """

    /// Belgium, Luxembourg and what lies over the German border.
    private static let nearby = """
        Aalst, Aarlen, Arlon, Aarschot, Antwerpen, Antwerp, Anvers, Amberes, Anderlecht, Bastenaken, Bastogne, Bergen,
        Mons, Beveren, Blankenberge, Bree, Brugge, Bruges, Charleroi, Dendermonde, Diest, Dinant, Doornik, Tournai,
        Eupen, Geel, Genk, Gent, Ghent, Gand, Geraardsbergen, Halle, Hasselt, Herentals, Heusden-Zolder, Ieper, Ypres,
        Knokke, Knokke-Heist, Kortrijk, Courtrai, Leuven, Louvain, Lier, Lokeren, Lommel, Luik, Liège, Lüttich,
        Maaseik, Maasmechelen, Malmedy, Mechelen, Malines, Molenbeek, Namur, Ninove, Oostende, Ostend, Ostende,
        Oudenaarde, Roeselare, Ronse, Schaarbeek, Sint-Niklaas, Sint-Truiden, Spa, Temse, Tienen, Tongeren, Torhout,
        Turnhout, Verviers, Vilvoorde, Waregem, Waterloo, Wetteren, Willebroek, Zaventem, Zeebrugge, Zelzate,
        Aken, Aachen, Aix-la-Chapelle, Bocholt, Duisburg, Emden, Gronau, Kleef, Kleve, Krefeld, Lingen,
        Mönchengladbach, Münster, Nordhorn, Oldenburg, Osnabrück, Papenburg, Viersen, Wesel
        """

    /// Western, northern and southern Europe.
    private static let europe = """
        Aalborg, Aarhus, Aberdeen, Ajaccio, Alicante, Almería, Amiens, Ancona, Angers, Annecy, Augsburg, Avignon,
        Badajoz, Baden-Baden, Barcelona, Barcelone, Barcellona, Bari, Basel, Bazel, Bâle, Basilea, Bastia, Bayonne,
        Bayreuth, Belfast, Bergamo, Besançon, Biarritz, Bielefeld, Bilbao, Birmingham, Bochum, Bologna, Bolzano, Bonn,
        Bordeaux, Boulogne-sur-Mer, Bournemouth, Bradford, Braga, Braunschweig, Bregenz, Bremen, Bremerhaven, Brescia,
        Brest, Brighton, Bristol, Burgos, Cádiz, Caen, Cagliari, Calais, Cambridge, Cannes, Cardiff, Cartagena,
        Catania, Chamonix, Chemnitz, Chiasso, Clermont-Ferrand, Coimbra, Córdoba, Cork, Cottbus, Coventry, Cremona,
        Darmstadt, Davos, Derry, Dijon, Dortmund, Dover, Dresden, Duinkerken, Dunkerque, Dunkirk, Dundee,
        Düsseldorf, Edinburgh, Édimbourg, Erfurt, Espoo, Évian, Exeter, Faro, Ferrara, Florence, Firenze, Florenz,
        Foggia, Frankfurt, Frankfurt am Main, Frankfurt/Main, Frankfurt/Oder, Francfort, Francoforte, Freiburg,
        Fribourg, Fukushima, Galway, Gelsenkirchen, Genève, Geneve, Geneva, Genf, Ginebra, Ginevra, Genua, Genoa,
        Genova, Gijón, Girona, Glasgow, Göteborg, Gothenburg, Göttingen, Granada, Graz, Grenoble, Guimarães, Halle an
        der Saale, Halle (Saale), Hamburg, Hambourg, Hamburgo, Hannover, Hanover, Heidelberg, Heraklion, Huelva, Hull,
        Innsbruck, Inverness, Jena, Karlsruhe, Karlstad, Kassel, Keulen, Köln, Cologne, Colonia, Kiel, Klagenfurt,
        Koblenz, Konstanz, La Rochelle, La Spezia, La Valette, Larnaca, L'Aquila, La Coruña, Las Palmas, Lausanne,
        Lecce, Leeds, Le Havre, Leicester, Leipzig, Le Mans, León, Leverkusen, Lille, Limassol, Limerick, Limoges,
        Linköping, Linz, Liverpool, Livorno, Lübeck, Lugano, Lugo, Lund, Luzern, Lucerne, Lyon, Lione, Maagdenburg,
        Magdeburg, Mainz, Málaga, Malmö, Manchester, Mannheim, Mantova, Marseille, Marsiglia, Messina, Metz, Milaan,
        Milan, Milano, Mailand, Milán, Modena, Montpellier, Monza, Mulhouse, München, Munich, Monaco di Baviera,
        Murcia, Nancy, Nantes, Napels, Naples, Napoli, Neapel, Nápoles, Narbonne, Neuchâtel, Newcastle, Nice, Nizza,
        Nîmes, Norrköping, Norwich, Nottingham, Nürnberg, Neurenberg, Nuremberg, Odense, Offenbach, Olbia, Örebro,
        Orléans, Oulu, Ourense, Oviedo, Oxford, Padua, Padova, Palermo, Palma, Palma de Mallorca, Pamplona, Parma,
        Passau, Patras, Pau, Perpignan, Perugia, Pescara, Piacenza, Piraeus, Pisa, Plymouth, Pompeï, Pontevedra,
        Porto, Oporto, Portsmouth, Poitiers, Potsdam, Ravenna, Recklinghausen, Regensburg, Reggio Calabria, Reims,
        Rennes, Rimini, Roskilde, Rostock, Rouen, Saarbrücken, Saint-Denis, Saint-Étienne, Saint-Malo, Saint-Nazaire,
        Saint-Tropez, Salamanca, Salerno, Salisbury, Salzburg, Samos, San Sebastián, Sankt Gallen, Santander, Santiago
        de Compostela, Schwerin, Sevilla, Seville, Séville, Siviglia, Sheffield, Siena, Sion, Solingen, Southampton,
        Southport, Stavanger, Stoke-on-Trent, Strasbourg, Straatsburg, Straßburg, Strassburg, Estrasburgo,
        Strasburgo, Stuttgart, Stoccarda, Swansea, Syracuse, Tampere, Tarragona, Taranto, Thessaloniki, Toledo, Toulon,
        Toulouse, Tolosa, Tours, Trento, Trier, Triëst, Trieste, Tromsø, Trondheim, Troyes, Turijn, Turin, Torino,
        Turku, Udine, Uppsala, Valence, Valencia, Valladolid, Venetië, Venice, Venezia, Venedig, Venecia, Verona,
        Versailles, Västerås, Verdun, Vicenza, Vigo, Weimar, Wiesbaden, Winterthur, Wolfsburg, Wolverhampton, Worms,
        Wuppertal, Würzburg, York, Zaragoza, Zermatt, Zürich, Zurich, Zurigo, Zwickau
        """

    /// Central and eastern Europe, the Balkans and Russia.
    private static let easternEurope = """
        Archangelsk, Avdiivka, Bachmoet, Bakhmut, Banja Luka, Belgorod, Bila Tserkva, Boetsja, Bucha, Brno, Brjansk,
        Bryansk, Burgas, Cetinje, Charkiv, Kharkiv, Kharkov, Charkow, Járkov, Cherson, Kherson, Jersón, Cluj, Debrecen,
        Dnipro, Donetsk, Dubrovnik, Gdansk, Grozny, Homel, Irkoetsk, Ivano-Frankivsk, Izmail, Izjoem, Izium,
        Jekaterinenburg, Yekaterinburg, Kaliningrad, Kaunas, Kazan, Kharkov, Kherson, Klaipeda, Koepjansk, Kupiansk,
        Koersk, Kursk, Kosice, Krakau, Kraków, Krakow, Cracovie, Cracovia, Kramatorsk, Krasnodar, Kryvy Rih,
        Kryvyi Rih, Loehansk, Luhansk, Lugansk, Loetsk, Lublin, Lviv, Lvov, Lemberg, Lwiw, Lodz, Maribor, Marioepol,
        Mariupol, Melitopol, Mitrovica, Moermansk, Murmansk, Mostar, Mykolaiv, Mykolajiv, Narva, Nizjni Novgorod,
        Novi Sad, Novosibirsk, Odessa, Odesa, Omsk, Ostrava, Pavlohrad, Pécs, Perm, Pilsen, Pokrovsk, Poltava, Poznan,
        Prizren, Przemysl, Pskov, Rijeka, Rostov, Rostov-aan-de-Don, Rostov-on-Don, Rzeszów, Samara, Sebastopol,
        Sevastopol, Sloviansk, Slovjansk, Sint-Petersburg, Saint Petersburg, St. Petersburg, Saint-Pétersbourg, San
        Petersburgo, San Pietroburgo, Simferopol, Soemy, Sumy, Sochi, Sotsji, Srebrenica, Stettin, Szczecin, Szeged,
        Tartu, Tiraspol, Timisoara, Tver, Tuzla, Varna, Vinnytsia, Vladivostok, Volgograd, Vologda, Wroclaw, Zadar,
        Zaporizja, Zaporizjzja, Zaporizhzhia, Zaporijjia, Saporischschja, Zjytomyr, Zhytomyr
        """

    /// From Istanbul to Kandahar.
    private static let middleEast = """
        Aden, Adana, Aleppo, Alep, Antalya, Antakya, Ashdod, Ashkelon, Asjdod, Asjkelon, Basra, Beersheba, Beër Sjeva,
        Betlehem, Bethlehem, Bodrum, Bursa, Deir al-Balah, Deir ez-Zor, Diyarbakir, Dubai, Eilat, Erbil, Arbil, Falluja,
        Gaza, Gaza-Stad, Gaza City, Gaza-Stadt, Gaziantep, Haifa, Hama, Hebron, Herat, Hodeida, Hodeidah, Homs, Idlib,
        Isfahan, Istanbul, Istanboel, Estambul, Izmir, Jabalia, Jalalabad, Jeddah, Djedda, Jenin, Jericho, Kandahar,
        Kerbala, Karbala, Khan Younis, Khan Yunis, Kirkuk, Kobani, Konya, Kunduz, Latakia, Masjhad, Mashhad,
        Mazar-i-Sharif, Medina, Mekka, Mecca, La Mecque, Mosul, Mossoel, Nablus, Najaf, Nahariya, Nazareth, Netanya,
        Nuseirat, Palmyra, Qamishli, Qom, Rafah, Rafa, Ramallah, Raqqa, Saida, Sanliurfa, Sharjah, Shiraz, Sidon,
        Sulaymaniyah, Sweida, Tabriz, Tabqa, Tikrit, Trabzon, Tyrus
        """

    /// South, east and south-east Asia, and the Caucasus.
    private static let asia = """
        Agra, Ahmedabad, Alma-Ata, Almaty, Amritsar, Banda Atjeh, Banda Aceh, Bandung, Bangalore, Bengaluru, Batoemi,
        Batumi, Bhopal, Busan, Calcutta, Kolkata, Chengdu, Chennai, Chiang Mai, Chittagong, Chongqing, Cox's Bazar,
        Da Nang, Dalian, Davao, Dehradun, Delhi, Denpasar, Dharamsala, Faisalabad, Fukuoka, Galle, Goa, Gori, Guangzhou,
        Guwahati, Haiphong, Hangzhou, Harbin, Hiroshima, Ho Chi Minhstad, Ho Chi Minh City, Hongkong, Hong Kong,
        Hyderabad, Imphal, Incheon, Jaffna, Jaipur, Jakarta, Jammu, Kandy, Karachi, Kawasaki, Kobe, Kochi, Kyoto, Kioto,
        Lahore, Lhasa, Lucknow, Macao, Mandalay, Mangaluru, Mangalore, Marawi, Medan, Mumbai, Bombay, Mysuru, Nagasaki,
        Nagoya, Naha, Nagpur, Nanjing, Okinawa, Osaka, Patna, Pattaya, Peshawar, Phuket, Pune, Quetta, Rawalpindi,
        Samarkand, Sapporo, Sendai, Shanghai, Shenyang, Shenzhen, Siem Reap, Sittwe, Spin Boldak, Srinagar, Stepanakert,
        Surabaya, Surat, Taichung, Tainan, Tianjin, Ürümqi, Urumqi, Varanasi, Vijayawada, Wuhan, Xi'an, Yogyakarta,
        Yokohama
        """

    private static let africa = """
        Abidjan, Agadir, Alexandrië, Alexandria, Alexandrie, Arusha, Assab, Aswan, Bata, Beira, Benghazi, Bengasi,
        Benin-Stad, Beni, Blantyre, Bloemfontein, Bouaké, Bukavu, Bulawayo, Bunia, Casablanca, Ceuta, Constantine,
        Cotonou, Dar es Salaam, Derna, Diffa, Dire Dawa, Douala, Durban, El Fasher, El Obeid, Entebbe, Fez, Fès, Gao,
        Gizeh, Goma, Ibadan, Johannesburg, Kaapstad, Cape Town, Le Cap, Kapstadt, Ciudad del Cabo, Kaduna, Kano,
        Kidal, Kisangani, Kismayo, Kisumu, Kumasi, Lagos, Laâyoune, Lubumbashi, Luxor, Maiduguri, Marrakech, Marrakesh,
        Mekelle, Melilla, Misrata, Mombasa, Mopti, Mwanza, Nyala, Omdurman, Oran, Pemba, Pointe-Noire, Port Elizabeth,
        Gqeberha, Port Harcourt, Port Said, Port Sudan, Rustenburg, Sfax, Sharm-el-Sheikh, Sharm el-Sjeik, Sirte, Sokoto,
        Soweto, Suez, Tabora, Tamale, Tanger, Tangier, Timboektoe, Timbuktu, Tombouctou, Tobroek, Tobruk, Uvira, Zinder,
        Zliten
        """

    /// North, Central and South America.
    private static let america = """
        Acapulco, Albany, Albuquerque, Anchorage, Annapolis, Arequipa, Atlanta, Atlantic City, Austin, Baltimore,
        Barranquilla, Baton Rouge, Battle Creek, Belém, Belo Horizonte, Boise, Boston, Buffalo, Cali, Calgary, Cancún,
        Cap-Haïtien, Cape Canaveral, Caracas, Cayenne, Charleston, Charlotte, Charlottesville, Chicago, Cincinnati,
        Ciudad Juárez, Cleveland, Cochabamba, Columbus, Concepción, Cúcuta, Culiacán, Curitiba, Cusco, Cuzco, Cupertino,
        Dallas, Dearborn, Denver, Des Moines, Detroit, Edmonton, El Paso, Evanston, Ferguson, Fort Lauderdale,
        Fort Worth, Fort-de-France, Fortaleza, Frankfort, Georgetown, Grand Rapids, Guadalajara, Guantánamo, Guayaquil,
        Halifax, Harrisburg, Hartford, Honolulu, Houston, Indianapolis, Iquitos, Jacksonville, Juneau, Kansas City,
        Kenosha, Key West, Lahaina, Las Vegas, Little Rock, Los Angeles, Louisville, Manaus, Mar-a-Lago, Maracaibo,
        Mar del Plata, Medellín, Memphis, Mendoza, Miami, Milwaukee, Minneapolis, Monterrey, Montgomery, Montreal,
        Montréal, Nashville, New Haven, New Orleans, New York, Nueva York, Nouvelle-Orléans, Newark, Nickerie, Oakland,
        Oaxaca, Oklahoma City, Omaha, Orlando, Palm Beach, Palo Alto, Pasadena, Philadelphia, Phoenix, Pittsburgh,
        Ponce, Port Arthur, Portland, Porto Alegre, Providence, Puebla, Puerto Princesa, Punta Arenas, Québec-Stad,
        Quebec City, Raleigh, Recife, Reno, Richmond, Rio, Rio de Janeiro, Río de Janeiro, Roswell, Rosario,
        Sacramento, Salt Lake City, Salvador, San Antonio, San Bernardino, San Diego, San Francisco, San Jose, San Juan,
        San Mateo, San Pedro Sula, Santa Barbara, Santa Cruz, Santa Fe, Santa Monica, Santos, São Paulo, Sao Paulo,
        Savannah, Seattle, Sinaloa, Springfield, St. John's, St. Louis, St. Paul, Tallahassee, Tampa, Tapachula,
        Tijuana, Toronto, Trujillo, Tucson, Tulsa, Ushuaia, Uvalde, Valparaíso, Vancouver, Veracruz, Waco, Wall Street,
        West Palm Beach, Wichita, Wilmington, Winnipeg
        """

    private static let oceania = """
        Adelaide, Alice Springs, Auckland, Brisbane, Cairns, Christchurch, Darwin, Dunedin, Geelong, Gold Coast, Hobart,
        Melbourne, Nouméa, Noumea, Pago Pago, Papeete, Perth, Queenstown, Sydney, Townsville
        """
}
