// A strict reading of the one form sanitised HTML is written in. Shares nothing with the sanitiser: own grammar, own lists.
// Refuses to be lenient: what a browser might take for a tag, and this does not know, is a fault.

/// Reads sanitised HTML tag by tag and lists what must not be there.
package struct MarkupForm {
    /// A line for each fault; empty for HTML that is safe to publish.
    package private(set) var faults: [String] = []
    /// Start tags read.
    package private(set) var elementCount = 0

    private let bytes: [UInt8]
    private var position = 0
    private var open: [String] = []

    /// Reads all of `html`.
    package init(_ html: String) {
        bytes = Array(html.utf8)
        if html.unicodeScalars.contains(where: Self.isForbidden) { faults.append("holds a control character") }
        while position < bytes.count, faults.count < 20 {
            switch bytes[position] {
            case UInt8(ascii: "<"): readTag()
            case UInt8(ascii: ">"): fail("a bare > in the text")
            case UInt8(ascii: "&"): readReference()
            default: position += 1
            }
        }
        if !open.isEmpty, faults.isEmpty { faults.append("left open: \(open.joined(separator: " "))") }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00..<0x20, 0x80..<0xA0, 0xFFFE...0xFFFF: true
        default: false
        }
    }

    private mutating func fail(_ what: String) {
        let rest = String(decoding: bytes[position...].prefix(40), as: UTF8.self)
        faults.append("\(what) at byte \(position): \(rest)")
        position += 1
    }

    private func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    // MARK: - Grammar

    /// Only the four that the form needs; anything else would be a second decoding waiting to happen.
    private mutating func readReference() {
        let rest = bytes[position...]
        guard let known = ["&amp;", "&lt;", "&gt;", "&quot;"].first(where: { rest.starts(with: $0.utf8) }) else {
            return fail("a reference that is not of the form")
        }
        position += known.utf8.count
    }

    private mutating func readTag() {
        let start = position
        let isEnd = at(position + 1) == UInt8(ascii: "/")
        position += isEnd ? 2 : 1
        let name = readName()
        guard !name.isEmpty else {
            position = start
            return fail("< that opens no tag")
        }
        if isEnd {
            guard at(position) == UInt8(ascii: ">") else { return fail("</\(name)> not ended") }
            position += 1
            if open.popLast() != name { faults.append("</\(name)> out of place") }
            return
        }
        elementCount += 1
        if Self.elements.contains(name) { faults.append("element \(name)") }
        var seen: Set<String> = []
        var rel: [Substring] = []
        var opensWindow = false
        while at(position) == 0x20 {
            position += 1
            let attribute = readName()
            guard !attribute.isEmpty, bytes[position...].starts(with: "=\"".utf8) else {
                return fail("an attribute of <\(name)> that is not of the form")
            }
            position += 2
            let value = readValue()
            if !seen.insert(attribute).inserted { faults.append("\(attribute) twice in <\(name)>") }
            if attribute == "rel" { rel = value.split(separator: " ") }
            if attribute == "target" { opensWindow = !Self.sameWindow.contains(value.lowercased()) }
            judge(attribute, value)
        }
        if opensWindow, name == "a" || name == "area", !rel.contains("noopener") {
            faults.append("a window that may reach back")
        }
        guard at(position) == UInt8(ascii: ">") else { return fail("<\(name)> not ended") }
        position += 1
        if !Self.void.contains(name) { open.append(name) }
    }

    private static let sameWindow: Set<String> = ["", "_self", "_parent", "_top"]

    /// Lower-case letters first, then digits, `-`, `:` and `_` too.
    private mutating func readName() -> String {
        let start = position
        while true {
            let byte = at(position)
            let isLetter = (0x61...0x7A).contains(byte)
            let isOther = (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x3A || byte == 0x5F
            guard isLetter || (isOther && position > start) else { break }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// To behind the closing quote; references resolved.
    private mutating func readValue() -> String {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            switch bytes[position] {
            case UInt8(ascii: "<"), UInt8(ascii: ">"): fail("a bare bracket in a value")
            case UInt8(ascii: "&"): readReference()
            default: position += 1
            }
        }
        let raw = String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
        if position >= bytes.count { faults.append("a value without an end") }
        position += 1
        return raw.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}

// MARK: - What may not be

extension MarkupForm {
    private mutating func judge(_ name: String, _ value: String) {
        if name.hasPrefix("on") { faults.append("handler \(name)") }
        if Self.attributes.contains(name) { faults.append("attribute \(name)") }
        if name.contains(":"), name != "xml:lang" { faults.append("attribute \(name) of a namespace") }
        switch name {
        case "href", "cite", "longdesc": judgeAddress(value, name, Self.runningSchemes)
        case "src", "poster", "background", "lowsrc", "dynsrc", "data", "datasrc", "icon":
            judgeLoaded(value, name)
        case "srcset":
            for candidate in value.split(separator: " ") { judgeAddress(String(candidate), name, Self.runningSchemes) }
        case "usemap": if !value.hasPrefix("#") { faults.append("usemap \(value)") }
        case "style": judgeStyle(value)
        default: break
        }
    }

    private mutating func judgeLoaded(_ value: String, _ name: String) {
        guard let scheme = Self.scheme(of: value) else { return }
        if !["http", "https", "ftp"].contains(scheme) { faults.append("\(name) \(value.prefix(60))") }
    }

    private mutating func judgeAddress(_ value: String, _ name: String, _ denied: Set<String>) {
        if let scheme = Self.scheme(of: value), denied.contains(scheme) {
            faults.append("\(name) \(value.prefix(60))")
        }
    }

    private mutating func judgeStyle(_ value: String) {
        let folded = value.lowercased().filter { !$0.isWhitespace }
        for word in Self.styles where folded.contains(word) { faults.append("style \(word) in \(value.prefix(60))") }
    }

    /// What stands before the first colon, as a browser sees it: white space and control characters do not count.
    static func scheme(of value: String) -> String? {
        let seen = String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
        guard let end = seen.utf8.firstIndex(where: { ":/?#\\".utf8.contains($0) }), seen.utf8[end] == 0x3A else {
            return nil
        }
        return seen[..<end].lowercased()
    }

    private static let void: Set<String> = ["area", "br", "col", "hr", "img", "source", "track", "wbr"]

    private static let elements: Set<String> = [
        "annotation-xml", "applet", "base", "basefont", "bgsound", "body", "button", "command", "desc", "embed",
        "fencedframe", "foreignobject", "form", "frame", "frameset", "head", "html", "iframe", "image", "input",
        "isindex", "keygen", "layer", "link", "malignmark", "marquee", "math", "meta", "mglyph", "mi", "mn", "mo",
        "ms", "mtext", "noembed", "noframes", "noscript", "object", "option", "param", "plaintext", "portal",
        "script", "select", "set", "slot", "style", "svg", "template", "textarea", "title", "use", "xml", "xmp",
    ]

    private static let attributes: Set<String> = [
        "action", "allow", "autofocus", "autoplay", "contenteditable", "formaction", "formtarget", "http-equiv",
        "integrity", "is", "manifest", "nonce", "part", "ping", "popover", "popovertarget", "sandbox", "slot",
        "srcdoc", "xmlns",
    ]

    private static let runningSchemes: Set<String> = [
        "about", "blob", "chrome", "data", "file", "filesystem", "intent", "jar", "javascript", "livescript",
        "mhtml", "mocha", "ms-its", "res", "vbs", "vbscript", "view-source", "wyciwyg",
    ]

    private static let styles = [
        "\\", "/*", "<", "@", "attr(", "behavior", "binding", "calc(", "content:", "element(", "env(", "expression",
        "filter", "image(", "inset:", "javascript", "position:", "transform:", "translate", "url(", "var(",
        "z-index",
    ]
}
