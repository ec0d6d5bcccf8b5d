// Places the desk knows by name: those of the Kingdom, and cities of the world that datelines name often. Only doubtful
// cases ask this list; a place it lacks is a place all the same.

/// Names told from other words in capitals.
enum KnownPlaces {
    static func contains(_ place: String) -> Bool {
        let key = Folding.key(place)
        return world.contains(key) || Kingdom.contains(place)
    }

    private static let world: Set<String> = Set(names.split(separator: ",").map { Folding.key(String($0)) })

    /// Dutch names first, then the names in English and of the place itself where they differ.
    private static let names = """
        Abidjan, Abu Dhabi, Abuja, Accra, Addis Abeba, Addis Ababa, Aden, Aleppo, Algiers, Alma-Ata, Almaty, Amman, \
        Ankara, Antwerpen, Apia, Asjchabad, Asmara, Asunción, Athene, Athens, Atlanta, Auckland, Bagdad, Baghdad, \
        Bakoe, Baku, Bali, Bamako, Bangkok, Bangui, Barcelona, Bari, Basel, Basra, Bazel, Beijing, Peking, Beiroet, \
        Beirut, Belfast, Belgrado, Belgrade, Berlijn, Berlin, Bern, Bisjkek, Bissau, Bogota, Bologna, Bonn, Bordeaux, \
        Boston, Brasilia, Bratislava, Bremen, Brugge, Brussel, Brussels, Bruxelles, Boekarest, Bucharest, Budapest, \
        Buenos Aires, Bujumbura, Cairo, Calgary, Canberra, Caracas, Charkiv, Charleroi, Chartoem, Khartoum, Chicago, \
        Chisinau, Colombo, Conakry, Cork, Dakar, Dallas, Damascus, Dar es Salaam, Delhi, Denver, Detroit, Dhaka, Dili, \
        Doha, Donetsk, Dresden, Dubai, Dublin, Duisburg, Düsseldorf, Edinburgh, Erbil, Essen, Florence, Frankfurt, \
        Freetown, Gaborone, Gaza, Gaza-Stad, Genève, Geneva, Genk, Gent, Genua, Glasgow, Graz, Guatemala, Göteborg, \
        Hamburg, Hannover, Hanoi, Harare, Havana, Helsinki, Hiroshima, Ho Chi Minhstad, Hongkong, Hong Kong, Houston, \
        Islamabad, Istanbul, Jakarta, Jenin, Jeruzalem, Jerusalem, Johannesburg, Kaapstad, Cape Town, Kaboel, Kabul, \
        Kampala, Karachi, Kathmandu, Keulen, Köln, Kiev, Kyiv, Kigali, Kingston, Kinshasa, Kopenhagen, Copenhagen, \
        Kortrijk, Kuala Lumpur, Koeweit-Stad, Lagos, La Paz, Las Vegas, Lausanne, Leuven, Libreville, Lille, Lima, \
        Linz, Lissabon, Lisbon, Liverpool, Ljubljana, Lomé, Londen, London, Los Angeles, Luanda, Lusaka, Luik, Lviv, \
        Luxemburg, Lyon, Madrid, Malaga, Malmö, Managua, Manchester, Manila, Maputo, Marseille, Mechelen, Melbourne, \
        Metz, Mexico-Stad, Mexico City, Miami, Milaan, Milan, Milano, Minneapolis, Minsk, Mogadishu, Monrovia, \
        Montevideo, Montreal, Moskou, Moscow, Mosul, Mumbai, München, Munich, Muscat, Nagasaki, Nairobi, Nantes, \
        Napels, Naples, New Delhi, New York, Niamey, Nice, Nicosia, Nouakchott, Odessa, Oslo, Ottawa, Ouagadougou, \
        Panama, Paramaribo, Parijs, Paris, Perth, Philadelphia, Phnom Penh, Phoenix, Port-au-Prince, Porto, Praag, \
        Prague, Pretoria, Pristina, Pyongyang, Quito, Rabat, Rafah, Ramallah, Rangoon, Yangon, Reykjavik, Riga, Rio, \
        Rio de Janeiro, Riyad, Riyadh, Rome, Roma, Saint-Denis, Salzburg, Sana'a, San Francisco, San José, San Juan, \
        Santiago, Sarajevo, Seattle, Sevilla, Shanghai, Singapore, Skopje, Sofia, Stockholm, Stuttgart, Straatsburg, \
        Strasbourg, Suva, Sydney, São Paulo, Taipei, Tallinn, Tasjkent, Tbilisi, Teheran, Tehran, Tel Aviv, Tirana, \
        Tokio, Tokyo, Toronto, Toulouse, Tripoli, Tunis, Turijn, Turin, Ulm, Valencia, Vaticaanstad, Vatican City, \
        Venetië, Venice, Vilnius, Vientiane, Warschau, Warsaw, Washington, Wellington, Wenen, Vienna, Wien, Windhoek, \
        York, Ypres, Ieper, Zagreb, Zürich, Zurich, Davos, Lugano, Oostende, Hasselt, Aalst, Doornik, Bergen, Namen, \
        Aken, Aachen, Trier, Mainz, Kiel, Lens, Caen, Pau, Bath, Hull, Linköping, Vigo, Lodz, Gdansk, Krakau, Kraków
        """
}
