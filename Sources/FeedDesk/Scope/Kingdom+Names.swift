// Names of places in the Kingdom of the Netherlands, as readable data: provinces, municipalities and their larger towns,
// compiled by hand. A name that a better-known place abroad bears too (Bergen, Nieuwpoort) is left out.

extension Kingdom {
    /// Everything the dateline of a domestic text may name; separated by commas; lines break within names.
    static let names = [provinces, caribbean, municipalities, towns, abroad].joined(separator: ",\n")

    /// Provinces, regions and waters.
    private static let provinces = """
        Achterhoek, Betuwe, Bollenstreek, Brabant, Drenthe, Flevoland, Friesland, Fryslân, Gelderland, Groningen,
        Haarlemmermeer, IJsselmeer, Koninkrijk der Nederlanden, Limburg, Markermeer, Nederland, Noord-Beveland,
        Noord-Brabant, Noord-Holland, Noordoostpolder, Overijssel, Randstad, Schouwen-Duiveland, Twente, Utrecht,
        Veluwe, Waddenzee, Walcheren, Westland, Zeeland, Zeeuws-Vlaanderen, Zuid-Beveland, Zuid-Holland
        """

    /// The Kingdom in the Caribbean.
    private static let caribbean = """
        Aruba, Bonaire, Caribisch Nederland, Curaçao, Kralendijk, Noord, Oranjestad, Philipsburg, Rincon, Saba, San
        Nicolas, Simpson Bay, Sint Eustatius, Sint Maarten, Sint Nicolaas, Sint-Eustatius, Sint-Maarten, St.
        Maarten, Statia, The Bottom, Willemstad, Windwardside
        """

    /// Municipalities, by the names of 2024, and the cities they are named after.
    private static let municipalities = """
        Aa en Hunze, Aalsmeer, Aalten, Achtkarspelen, Alblasserdam, Albrandswaard, Alkmaar, Almelo, Almere, Alphen
        aan den Rijn, Alphen-Chaam, Altena, Ameland, Amersfoort, Amstelveen, Amsterdam, Apeldoorn, Arnhem, Assen,
        Asten, Baarle-Nassau, Baarn, Barendrecht, Barneveld, Beek, Beekdaelen, Beesel, Berg en Dal, Bergeijk, Bergen
        op Zoom, Berkelland, Bernheze, Best, Beuningen, Beverwijk, Bladel, Blaricum, Bloemendaal,
        Bodegraven-Reeuwijk, Boekel, Borger-Odoorn, Borne, Borsele, Boxtel, Breda, Bronckhorst, Brummen, Brunssum,
        Bunnik, Bunschoten, Buren, Capelle aan den IJssel, Castricum, Coevorden, Cranendonck, Culemborg, Dalfsen,
        Dantumadiel, De Bilt, De Fryske Marren, De Ronde Venen, De Wolden, Delft, Den Bosch, Den Haag, Den Helder,
        Deurne, Deventer, Diemen, Dijk en Waard, Dinkelland, Doesburg, Doetinchem, Dongen, Dordrecht, Drechterland,
        Drimmelen, Dronten, Druten, Duiven, Echt-Susteren, Edam-Volendam, Ede, Eemnes, Eemsdelta, Eersel,
        Eijsden-Margraten, Eindhoven, Elburg, Emmen, Enkhuizen, Enschede, Epe, Ermelo, Etten-Leur, Geertruidenberg,
        Geldrop-Mierlo, Gemert-Bakel, Gennep, Gilze en Rijen, Goeree-Overflakkee, Goes, Goirle, Gooise Meren,
        Gorinchem, Gouda, Gulpen-Wittem, Haaksbergen, Haarlem, Halderberge, Hardenberg, Harderwijk,
        Hardinxveld-Giessendam, Harlingen, Hattem, Heemskerk, Heemstede, Heerde, Heerenveen, Heerlen, Heeze-Leende,
        Heiloo, Hellendoorn, Helmond, Hendrik-Ido-Ambacht, Hengelo, Het Hogeland, Heumen, Heusden, Hillegom,
        Hilvarenbeek, Hilversum, Hoeksche Waard, Hof van Twente, Hollands Kroon, Hoogeveen, Hoorn, Horst aan de
        Maas, Houten, Huizen, Hulst, IJsselstein, Kaag en Braassem, Kampen, Kapelle, Katwijk, Kerkrade, Koggenland,
        Krimpen aan den IJssel, Krimpenerwaard, Laarbeek, Land van Cuijk, Landgraaf, Landsmeer, Lansingerland,
        Laren, Leeuwarden, Leiden, Leiderdorp, Leidschendam-Voorburg, Lelystad, Leudal, Leusden, Lingewaard, Lisse,
        Lochem, Loon op Zand, Lopik, Losser, Maasdriel, Maasgouw, Maashorst, Maassluis, Maastricht, Medemblik,
        Meerssen, Meierijstad, Meppel, Middelburg, Midden-Delfland, Midden-Drenthe, Midden-Groningen, Moerdijk,
        Molenlanden, Montferland, Montfoort, Mook en Middelaar, Neder-Betuwe, Nederweert, Nieuwegein, Nieuwkoop,
        Nijkerk, Nijmegen, Nissewaard, Noardeast-Fryslân, Noordenveld, Noordwijk, Nuenen, Nunspeet, Oegstgeest,
        Oirschot, Oisterwijk, Oldambt, Oldebroek, Oldenzaal, Olst-Wijhe, Ommen, Oost Gelre, Oosterhout,
        Ooststellingwerf, Oostzaan, Opmeer, Opsterland, Oss, Oude IJsselstreek, Ouder-Amstel, Oudewater, Overbetuwe,
        Papendrecht, Peel en Maas, Pekela, Pijnacker-Nootdorp, Purmerend, Putten, Raalte, Reimerswaal, Renkum,
        Renswoude, Reusel-De Mierden, Rheden, Rhenen, Ridderkerk, Rijssen-Holten, Rijswijk, Roerdalen, Roermond,
        Roosendaal, Rotterdam, Rozendaal, Rucphen, 's-Gravenhage, 's-Hertogenbosch, Schagen, Scherpenzeel, Schiedam,
        Schiermonnikoog, Schouwen-Duiveland, Simpelveld, Sint-Michielsgestel, Sittard-Geleen, Sliedrecht, Sluis,
        Smallingerland, Soest, Someren, Son en Breugel, Stadskanaal, Staphorst, Stede Broec, Steenbergen,
        Steenwijkerland, Stein, Stichtse Vecht, Súdwest-Fryslân, Terneuzen, Terschelling, Texel, Teylingen, Tholen,
        Tiel, Tilburg, Tubbergen, Twenterand, Tynaarlo, Tytsjerksteradiel, Uitgeest, Uithoorn, Urk, Utrechtse
        Heuvelrug, Vaals, Valkenburg, Valkenburg aan de Geul, Valkenswaard, Veendam, Veenendaal, Veere, Veldhoven,
        Velsen, Venlo, Venray, Vijfheerenlanden, Vlaardingen, Vlieland, Vlissingen, Voerendaal, Voorne aan Zee,
        Voorschoten, Voorst, Vught, Waadhoeke, Waalre, Waalwijk, Waddinxveen, Wageningen, Wassenaar, Waterland,
        Weert, West Betuwe, West Maas en Waal, Westerkwartier, Westerveld, Westervoort, Westerwolde,
        Weststellingwerf, Wierden, Wijchen, Wijdemeren, Wijk bij Duurstede, Winterswijk, Woensdrecht, Woerden,
        Wormerland, Woudenberg, Zaanstad, Zaltbommel, Zandvoort, Zeewolde, Zeist, Zevenaar, Zoetermeer, Zoeterwoude,
        Zuidplas, Zundert, Zutphen, Zwartewaterland, Zwijndrecht, Zwolle
        """

    /// Towns and villages that are not the name of a municipality.
    private static let towns = """
        's-Graveland, 's-Gravendeel, 's-Gravenmoer, 's-Gravenpolder, 's-Gravenzande, 's-Heer Arendskerke,
        's-Heerenberg, 's-Heerenhoek, 't Harde, 't Veld, 't Zand, Nieuw-Amsterdam, Nieuw-Beijerland, Nieuw-Buinen,
        Nieuw-Dordrecht, Nieuw-Lekkerland, Nieuw-Weerdinge, Nieuwveen, Abcoude, Akkrum, Almen, Ammerzoden, Angerlo, Anloo, Appelscha, Appingedam, Arnemuiden, Axel, Baarlo,
        Badhoevedorp, Balk, Balkbrug, Bathmen, Bedum, Beers, Beetsterzwaag, Beilen, Bemmel, Bennebroek, Berg en
        Terblijt, Bergambacht, Berghem, Bergschenhoek, Berkel en Rodenrijs, Berkel-Enschot, Biddinghuizen,
        Biervliet, Bilthoven, Bleiswijk, Blerick, Bodegraven, Bolsward, Borculo, Borger, Borssele, Boskoop,
        Bosschenhoofd, Boven-Leeuwen, Bovenkarspel, Boxmeer, Breskens, Breukelen, Brielle, Broek op Langedijk,
        Brouwershaven, Bruinisse, Budel, Buitenpost, Burgh-Haamstede, Bussum, Cadzand, Chaam, Colijnsplaat,
        Cuijk, Dalen, De Kooy, De Kuip, De Lier, De Meern, De Steeg, De Wijk, Dedemsvaart, Delden, Delfgauw,
        Delfzijl, Den Burg, Den Dolder, Den Ham, Den Hoorn, Denekamp, Didam, Diepenheim, Dieren, Diever, Dinteloord,
        Dinxperlo, Dishoek, Dokkum, Domburg, Doorn, Doornspijk, Doorwerth, Drachten, Driebergen,
        Driebergen-Rijsenburg, Driel, Drunen, Duinrell, Dwingeloo, Echt, Edam, Eelde, Eemshaven, Eerbeek, Egmond aan
        Zee, Eibergen, Elst, Emmeloord, Emmer-Compascuum, Enter, Europoort, Exloo, Farmsum, Finsterwolde, Franeker,
        Gasselte, Geldermalsen, Geldrop, Geleen, Gemert, Gendringen, Gendt, Giessenburg, Giethoorn, Gilze,
        Gilze-Rijen, Goor, Gorssel, Grave, Grijpskerk, Groenlo, Groesbeek, Groet, Grou, Gulpen, Haamstede,
        Haastrecht, Haelen, Halfweg, Halsteren, Hansweert, Haren, Havelte, Hazerswoude, Hedel, Heeg,
        Heel, Heerhugowaard, Heerjansdam, Heesch, Heeswijk-Dinther, Heinenoord, Heinkenszand, Hekelingen,
        Hellevoetsluis, Helvoirt, Herkenbosch, Herten, Heteren, Hindeloopen, Hoek van Holland, Hoenderloo,
        Hoensbroek, Hoevelaken, Holten, Hoofddorp, Hooge Mierde, Hoogerheide, Hoogezand, Hoogkerk, Hoogvliet,
        Hoogwoud, Horst, Houtribdijk, Huijbergen, Huis ter Heide, Huissen, IJmuiden, IJzendijke, Jisp, Joure,
        Julianadorp, Kaatsheuvel, Kamerik, Kamp Amersfoort, Kampereiland, Kats, Kesteren, Ketelhaven, Kinderdijk,
        Klazienaveen, Kloetinge, Klundert, Kockengen, Kollum, Koog aan de Zaan, Kootwijkerbroek, Kortenhoef,
        Kortgene, Koudekerke, Krabbendijke, Krommenie, Kruiningen, Landgraaf, Langweer, Lauwersoog, Leek, Leens,
        Leerdam, Leermens, Leersum, Leidschendam, Leimuiden, Lekkerkerk, Lemmer, Lichtenvoorde, Liempde, Lienden,
        Limmen, Linschoten, Lith, Lobith, Loenen aan de Vecht, Loppersum, Luttelgeest, Maarheeze, Maarn, Maarssen,
        Maartensdijk, Maasbracht, Maasbree, Maasvlakte, Made, Makkum, Margraten, Mariënheem, Markelo, Marken,
        Marknesse, Marum, Medemblik, Meijel, Middelharnis, Middelstum, Mierlo, Mijdrecht, Mijnsheerenland, Mill,
        Millingen aan de Rijn, Moergestel, Monnickendam, Monster, Mook, Mookerheide, Muiden, Muiderberg,
        Musselkanaal, Naaldwijk, Naarden, Neede, Neeltje Jans, Nes, Nieuw-Bergen,
        Nieuw-Vennep, Nieuwe Pekela, Nieuwe-Tonge, Nieuwerkerk aan den IJssel, Nieuwolda, Nijverdal,
        Nistelrode, Noord-Sleen, Noordbroek, Noorden, Noordwijkerhout, Noordzee, Nootdorp, Norg, Nuland, Numansdorp,
        Obdam, Ochten, Odoorn, Oirsbeek, Oost-Souburg, Oost-Vlieland, Oostburg, Oosterbeek, Oosterend,
        Oosterschelde, Oosterwolde, Oostkapelle, Oostvaardersplassen, Oostvoorne, Ootmarsum, Opheusden, Oranjewoud,
        Oud-Beijerland, Oud-Vossemeer, Ouddorp, Oude Pekela, Oude-Tonge, Oudemirdum, Oudenbosch, Ouderkerk aan de
        Amstel, Overveen, Panningen, Paterswolde, Pernis, Petten, Philippine, Pijnacker, Poeldijk, Poortugaal,
        Posterholt, Prinsenbeek, Putte, Raamsdonksveer, Ransdorp, Ravenstein, Reeuwijk, Renesse, Retranchement,
        Reuver, Rhoon, Rijen, Rijnsburg, Rijsbergen, Rijsenhout, Rijssen, Roden, Roelofarendsveen, Roodeschool,
        Roosteren, Rosmalen, Rozenburg, Ruinen, Ruinerwold, Ruurlo, Santpoort, Sappemeer, Sas van Gent, Sassenheim,
        Sauwerd, Schaijk, Scharendijke, Scharwoude, Scheemda, Schermerhorn, Scheveningen, Schijf, Schijndel,
        Schiphol, Schipluiden, Schoonebeek, Schoonhoven, Schoorl, Serooskerke, Siddeburen, Sint Annaland, Sint
        Annaparochie, Sint Anthonis, Sint Philipsland, Sint-Oedenrode, Sittard, Slagharen, Slochteren, Slootdorp,
        Sloten, Sneek, Soesterberg, Spakenburg, Spaubeek, Spijkenisse, Sprundel, Standdaarbuiten, Stavoren,
        Stellendam, Sterksel, Stramproy, Strijen, Surhuisterveen, Susteren, Swalmen, Swifterbant, Tegelen, Ter Aar,
        Ter Apel, Terborg, Ternaard, Terwolde, Thorn, Tienhoven, Tolbert, Twello, Twijzel, Tzum, Uddel, Uden,
        Udenhout, Uithuizen, Ulft, Ulrum, Ulvenhout, Ureterp, Vaassen, Valburg, Varik, Varsseveld, Vasse, Veen,
        Veenhuizen, Veghel, Velp, Ven-Zelderheide, Vianen, Vierlingsbeek, Vinkeveen, Vlagtwedde, Vledder, Vleuten,
        Vlijmen, Volendam, Volkel, Vollenhove, Voorburg, Voorhout, Voorthuizen, Vreeland, Vriezenveen, Vroomshoop,
        Vrouwenpolder, Waalwijk, Waarde, Wagenberg, Wagenborgen, Wanroij, Warffum, Warmond, Waspik, Weesp,
        Weiteveen, Wemeldinge, Werkendam, West-Terschelling, Westerbork, Westerschelde, Westkapelle, Wieringerwerf,
        Wierum, Wijhe, Wijk aan Zee, Wilnis, Wilp, Winschoten, Winsum, Wissenkerke, Woerdense Verlaat, Wolvega,
        Wommels, Workum, Wormerveer, Woubrugge, Woudrichem, Yerseke, Zaamslag, Zaandam, Zaandijk, Zeddam, Zeeland,
        Zeist, Zelhem, Zeumeren, Zierikzee, Zoelen, Zoutelande, Zoutkamp, Zuid-Scharwoude, Zuidbroek, Zuidhorn,
        Zuidland, Zuidlaren, Zuidoostbeemster, Zuidwolde, Zuilichem, Zwaag, Zwanenburg, Zwartsluis, Zweeloo
        """

    /// What copy from abroad calls them.
    private static let abroad = """
        Flushing, Haag, La Haya, La Haye, L'Aia, Netherlands, Niederlande, Pays-Bas, The Hague, The Netherlands
        """
}
