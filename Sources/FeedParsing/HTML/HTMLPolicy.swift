// The lists: which elements and attributes of feed HTML are written, and how.
// Refuses what runs, loads pages, asks for input or moves the reader elsewhere.

private import XMLStream

/// What becomes of each element and attribute.
enum HTMLPolicy {
    enum ElementRule: Equatable {
        /// Written; the number is the element's, for the other questions here.
        case keep(Int)
        /// Its tags go, its content stays. The rule for every name not listed.
        case unwrap
        /// It goes with all it holds: code, fallbacks that are no text, form controls.
        case drop
    }

    enum AttributeRule: Equatable {
        /// The rule for every name not listed.
        case drop
        case keep
        /// An address the reader may go to.
        case link
        /// An address the reader's program loads by itself.
        case resource
        /// srcset.
        case resourceSet
        /// A reference within the page.
        case fragment
        case style
        case rel
    }

    static func rule(forElement name: String) -> ElementRule {
        if let number = elementNumbers[name] { return .keep(number) }
        return droppedElements.contains(name) ? .drop : .unwrap
    }

    static func rule(forAttribute name: String) -> AttributeRule {
        attributeRules[name] ?? .drop
    }

    static func elementName(_ element: Int) -> [UInt8] { elementBytes[element] }

    /// Written without an end tag.
    static func isVoid(_ element: Int) -> Bool { voidElements[element] }

    /// Whether `target` on it opens a window.
    static func isLink(_ element: Int) -> Bool { linkElements[element] }

    /// Whether a start tag ends an open element on reading, end tag or not.
    static func startTag(_ new: Int, closes open: Int) -> Bool { closing[open * elementNames.count + new] }

    // MARK: - Elements

    private static let elementNames: [String] = """
        a abbr acronym address area article aside audio b bdi bdo big blockquote br caption center cite code col colgroup
        data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6
        header hgroup hr i img ins kbd label legend li listing main map mark menu meter nav ol output p picture pre
        progress q rb rp rt rtc ruby s samp section small source spacer span strike strong sub summary sup table tbody td
        tfoot th thead time tr track tt u ul var video wbr
        datagrid event-source m multicol nextid sound
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let elementBytes = elementNames.map { Array($0.utf8) }

    /// svg and math bring their own parsing rules, with which sanitisers have been deceived time and again.
    private static let droppedElements: Set<String> = [
        "applet", "base", "basefont", "bgsound", "button", "command", "embed", "frame", "frameset", "iframe", "input",
        "isindex", "keygen", "link", "math", "meta", "noembed", "noframes", "option", "param", "plaintext", "script",
        "select", "style", "svg", "template", "textarea", "title", "xml",
    ]

    private static let elementNumbers = Dictionary(
        uniqueKeysWithValues: elementNames.enumerated().map { ($1, $0) }
    )

    private static let voidElements: [Bool] = {
        let void: Set<String> = ["area", "br", "col", "hr", "img", "source", "track", "wbr"]
        return elementNames.map(void.contains)
    }()

    private static let linkElements = elementNames.map { $0 == "a" || $0 == "area" }

    private static let closing: [Bool] = elementNames.flatMap { open in
        elementNames.map { HTMLNesting.startTag($0, closes: open) }
    }

    // MARK: - Attributes

    /// Not here on purpose: event handlers; autofocus, contenteditable and accesskey, which take the keyboard; autoplay;
    /// action, formaction and ping, which send.
    private static let attributeRules: [String: AttributeRule] = {
        let plain = """
            abbr accept accept-charset align alt autocomplete axis balance bgcolor bgproperties border bordercolor
            bordercolordark bordercolorlight bottompadding cellpadding cellspacing ch challenge char charoff charset
            checked choff class clear color cols colspan compact controls coords datafld datapagesize datetime default
            delay dir disabled draggable enctype end face for form frame galleryimg gutter headers height hidden
            hidefocus high hreflang hspace id inputmode ismap keytype label lang leftspacing list loop loopcount loopend
            loopstart low max maxlength media method min multiple name nohref noshade nowrap open optimum pattern
            point-size pqg preload prompt radiogroup readonly repeat-max repeat-min replace required rev reversed
            rightspacing rows rowspan rules scope selected shape size sizes span start step summary suppress tabindex
            target template title toppadding type unselectable urn valign value variable volume vrml vspace width wrap
            xml:lang
            """
        var rules: [String: AttributeRule] = [:]
        for name in plain.split(whereSeparator: \.isWhitespace) { rules[String(name)] = .keep }
        for name in ["href", "cite", "longdesc"] { rules[name] = .link }
        for name in ["src", "poster", "background", "lowsrc", "dynsrc", "data", "datasrc", "icon"] {
            rules[name] = .resource
        }
        rules["srcset"] = .resourceSet
        rules["usemap"] = .fragment
        rules["style"] = .style
        rules["rel"] = .rel
        return rules
    }()
}
