// The words by which a dateline is told from what looks like one. Readable data; all folded (lower case, no accents).

/// Word lists of the dateline parser.
enum DatelineWords {
    /// Kinds of copy, printed in capitals before a text: never places.
    static let labels = words(
        """
        achtergrond advertentie advertorial alert analyse analysis beeld beelden blog breaking brief column commentaar
        corrected correctie dossier editorial eil exclusief exclusive explainer factbox feature filmpje flash foto
        fotos fotoserie gezien graphic herhaling infographic ingezonden interview kijk kijktip kort kortnieuws lees
        leestip lezersbrief lead live liveblog liveticker longread luister luistertip minuut nieuw nieuws nieuwsflits
        opinie opinion partner persbericht photo podcast portret poll premium profiel quiz reactie recensie recap
        rectificatie refile repeat reportage review rpt samenvatting special speciaal spoed sponsored sport stelling
        sticker teletekst terugblik terugkijken teruglezen test tip tips uitleg uitslag uitslagen uitzending update
        urgent vandaag verslag video videos vlog voorbeschouwing vragen watch weer weerbericht win wrapup

        boekrecensie coronavirus cultuur economie feit feiten filmrecensie gastcolumn horoscoop kunst media mening muziek
        necrologie politiek puzzel recept reconstructie serie tv tweegesprek verkiezingen wetenschap

        briefing business comment commentary culture entertainment essay feedback fashion health lifestyle markets
        newsletter obituary picture politics profile recap roundup science tech technology weather

        actualite actualites analyse chronique critique culture decryptage direct disparition document edito economie
        enquete entretien exclusif exclusivite faits infos politique portrait recit sante societe tribune vu

        aktuell bericht eilmeldung exklusiv gastbeitrag glosse hintergrund interview kolumne kommentar kritik kultur
        leitartikel liveticker meinung nachruf politik portrat presseschau rezension ticker umfrage wetter
        wirtschaft wissenschaft

        analisis articulo critica cronica cultura deportes directo economia editorial entrevista exclusiva fotogaleria
        obituario opinion perfil reportaje sucesos tiempo tribuna ultima

        calcio calciomercato cronaca diretta editoriale esclusiva intervista meteo notizie opinione politica
        recensione retroscena sondaggio spettacoli
        """
    )

    /// Words before the kind of copy in its name: HET WEER, DE STELLING, L'ANALYSE.
    static let articles = words("de het een the la le les der die das el los il lo l")

    /// Words of organisations, people and credits: a phrase with one of these is no place.
    static let organisations = words(
        """
        agence agencia agency agentschap agentur army associated auteur autoriteit authority bank beeld beeldbank bond
        bron bureau burgemeester cameraman commissie correspondent correspondente department federatie fotobureau
        fotograaf fotografe fotopersbureau gemeente journalist kabinet kamer kamerlid krant leger minister ministerie
        nationaal nationale news nieuwsdienst nieuwssite omroep organisatie partij party persbureau persdienst persoon
        persoonsgegevens police policia politie polizei premier president presse press producties raad rechtbank
        redacteur redactie redaktion reporter source staff stichting strijdkrachten tekst university universiteit
        vereniging verslaggever verslaggeefster voetbalbond waakhond woordvoerder writer zegsman
        """
    )

    /// Words no place begins with in running text.
    static let sentenceOpeners = words(
        """
        aan according after as at aus bei bij but by dans dat deze die dit door een for from hij i in is it laut maar
        met na naar nach near of om on onder ook op over per selon segun sinds sur tegen that this to tot tussen uit
        van vanaf via vlak volgens von voor vor waarom wat we when wie with ze zij zo zu
        """
    )

    /// Small words inside a place's name: Den Haag, Stratford upon Avon, Châlons-sur-Marne.
    static let particles = words(
        """
        a aan ad al am an and ar ash at auf aux bei bij d da dal das de del della den der des di do dos du e ed el en
        ez het im in l la las le les los na no ob of on onder op over s sous sul sur t te ten ter the ul under unter
        upon van von y zu zum zur
        """
    )

    /// Short forms in capitals that are no agency: organisations, countries, parties, what comes with a text.
    static let notAgencies = words(
        """
        aivd aiv bbb bbc bnp bp bv bnr cda cdu chn cia cnn cnv csu cu denk d66 dld dnb ecb eg esa ete eu eva ezk faa
        fao fbi fda fdp fed fifa fnv foto fotos fra fsb fvd gb gbr ger ggd gl gmt gop hrw iaea icc ice ich ifr imf ina
        ind ing ioc ira irl is isr ita jpn jovd kgb klm knmi knvb live lr ltd mh17 min mit mivd mr mva nasa nato navo
        ncsc nctv ned nfi nl nld nos npo nrc nsc nva nvwa oeso om opec oovv osce osz ovse plo pkk pol ps pvda pvdd pvv
        rivm rn rtl rus saf sgp sp spd sui svb swe tbc tno tse ucl udf uefa uk ukr un unesco unhcr unicef us usa uva
        uwv vae vara video vk vn vnd vs vtm vu vvd vwo wef wfp who wk wnf wto zdf zzp afd fpo ovp spo bel esp por den
        nor aut cro hun tur can aus bra arg mex kor
        """
    )

    /// What a credit in brackets is not when one of these stands in it.
    static let pictures = words(
        """
        afbeelding archief archiefbeeld archieffoto beeld bild foto fotos fotografie fotograaf graphic illustratie
        image images photo photos picture pictures still video videostill
        """
    )

    /// Words of a desk's own notes: `(ANP Redactie, …)`.
    static let deskWords = words("bureau desk editorial eindredactie producties redactie redaktion redaction")

    /// Names that only tell which river or region a town lies on, printed after its slash: Frankfurt/Main.
    static let riverNames = words("main oder saale lahn m neisse spree sieg ruhr rhein")

    static let months = words(
        """
        jan january januari januar janvier janv janner jaenner enero ene gennaio gen feb february februari februar fevrier fevr fev febrero
        febbraio febr mar march maart mrt mars marz maerz marzo apr april avril avr abril abr aprile may mei mai mayo
        maggio mag jun june juni juin junio giugno giu jul july juli juillet juil julio luglio lug aug august augustus
        aout agosto ago sep sept september septembre septiembre settembre set oct october okt oktober octobre octubre
        ottobre ott nov november novembre noviembre dec december dez dezember decembre diciembre dic dicembre
        """
    )

    static let weekdays = words(
        """
        mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat saturday sun sunday ma maandag di
        dinsdag wo woensdag do donderdag vr vrijdag za zaterdag zo zondag montag dienstag mittwoch donnerstag freitag
        samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
        """
    )

    /// Every word that may keep a name in capitals from being one place, or from being a place at all.
    static let doubtful = [labels, articles, organisations, notAgencies, riverNames, months, weekdays]
        .reduce(into: words("en and und et de gmt uur")) { $0.formUnion($1) }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
