// A page that shows fragments as a careless reader would, watches what they do, and writes down what it saw.

import TestSupport

/// Builds the page.
enum BrowserPage {
    /// What the page found, as it wrote it down.
    struct Findings: Equatable {
        /// The numbers of the fragments whose script ran.
        var ran: [String] = []
        /// What the document holds that it may not.
        var forbidden: [String] = []
        /// Fragments that are still where they were put.
        var contained = 0
        var isFinished = false

        init(dom: String) {
            func field(_ name: String) -> String? {
                let parts = dom.components(by: "data-\(name)=\"")
                return parts.count > 1 ? parts[1].components(by: "\"").first : nil
            }
            ran = field("ran")?.split(separator: " ").map(String.init) ?? []
            forbidden = field("forbidden")?.split(separator: " ").map(String.init) ?? []
            contained = field("contained").flatMap { Int($0) } ?? 0
            isFinished = field("finished") != nil
        }
    }

    /// - Parameters:
    ///   - fragments: shown as they are, each in an element of its own.
    ///   - isParsed: true puts them into the document's source too, not only in by innerHTML.
    static func html(_ fragments: [String], isParsed: Bool) -> String {
        let written = fragments.enumerated().map { "<div class=\"v\" id=\"v\($0.offset)\">\($0.element)</div>" }
        // As JSON within a script: `<` would end it.
        let texts = fragments.map { "\"\(literal($0))\"" }.joined(separator: ",\n")
        return """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Proef</title><script>\(watch)</script></head><body>
            \(isParsed ? written.joined(separator: "\n") : "")
            <script id="last">const texts = [\(texts)];\(show)</script></body></html>
            """
    }

    private static func literal(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = (0x20..<0x7F).contains(scalar.value) && !"\"\\<>&'".unicodeScalars.contains(scalar)
            return isPlain ? String(scalar) : String(scalar).utf16.map { "\\u" + hex($0) }.joined()
        }
        .joined()
    }

    private static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Runs before any fragment: what fragments call, and what they might call instead.
    private static let watch = """
        const root = document.documentElement, ran = new Set();
        window.hit = (number) => { ran.add(number); root.dataset.ran = [...ran].join(" "); return true; };
        for (const name of ["alert", "confirm", "prompt", "open", "fetch", "eval"]) window[name] = () => window.hit(name);
        """

    /// Runs behind them: shows each again, touches everything, and looks at what is there.
    private static let show = """
        const make = Document.prototype.createElement.bind(document);
        const all = Document.prototype.querySelectorAll.bind(document);
        const append = (child) => Node.prototype.appendChild.call(all("body")[0], child);
        texts.forEach((text, number) => {
          let current = text;
          // Written out and read again: what was an attribute may become an element.
          for (let round = 0; round < 3; round++) {
            const place = make("div");
            place.className = "v";
            place.innerHTML = current;
            append(place);
            current = place.innerHTML;
          }
        });
        // A form's own fields can stand in for these properties of it.
        const getter = (type, name) => {
          const get = Object.getOwnPropertyDescriptor(type.prototype, name).get;
          return (node) => get.call(node);
        };
        const children = getter(Node, "childNodes"), kind = getter(Node, "nodeType"), name = getter(Element, "localName");
        const space = getter(Element, "namespaceURI"), style = getter(HTMLElement, "style");
        const fields = (node) => Element.prototype.getAttributeNames.call(node)
          .map((field) => [field, Element.prototype.getAttribute.call(node, field)]);
        const names = new Set(("script style link meta base title iframe frame frameset object embed applet param form input button select " +
          "option textarea keygen template slot svg math noscript noembed noframes xmp plaintext marquee portal body html head").split(" "));
        const found = new Set();
        const look = (node) => {
          if ([4, 7, 8].includes(kind(node))) found.add("node" + kind(node));
          if (kind(node) !== 1) return;
          if (names.has(name(node))) found.add("element-" + name(node));
          const isHTML = space(node) === "http://www.w3.org/1999/xhtml";
          if (!isHTML) found.add("namespace-" + name(node));
          for (const [field, value] of fields(node)) {
            if (/^on/i.test(field) || ["srcdoc", "formaction", "action", "ping", "autofocus"].includes(field)) found.add(field);
            if (/^[\\0-\\x20]*(javascript|vbscript|data|blob|file):/i.test(value) && !["title", "alt"].includes(field)) {
              found.add("address-" + field);
            }
          }
          const looks = isHTML && style(node);
          if (looks && (!["", "static"].includes(looks.position) || looks.zIndex || /url|expression/i.test(looks.cssText))) {
            found.add("style");
          }
          for (const child of [...children(node)]) look(child);
        };
        for (const place of all(".v")) for (const child of [...children(place)]) look(child);
        root.dataset.forbidden = [...found].join(" ");
        root.dataset.contained = all("body > div.v").length;
        // Not on load: a frame that is never answered would put that off.
        setTimeout(() => {
          addEventListener("submit", (event) => event.preventDefault(), true);
          // A link to another page is as it should be; following it would end the test.
          addEventListener("click", (event) => {
            const link = Element.prototype.closest.call(event.target, "a, area");
            if (link && /^(https?|ftp|mailto):/.test(link.protocol)) event.preventDefault();
          }, true);
          for (const element of all(".v *")) {
            for (const name of ["mouseover", "mouseenter", "focus", "focusin", "pointerover", "wheel", "touchstart", "keydown",
              "copy", "paste", "cut", "drag", "drop", "scroll", "auxclick", "contextmenu", "load", "toggle", "error", "click"]) {
              EventTarget.prototype.dispatchEvent.call(element, new Event(name, { bubbles: name === "click", cancelable: true }));
            }
          }
          setTimeout(() => { root.dataset.finished = "yes"; }, 1000);
        }, 1000);
        """
}

extension String {
    /// The parts between the places of a text.
    fileprivate func components(by separator: String) -> [String] {
        split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
}
