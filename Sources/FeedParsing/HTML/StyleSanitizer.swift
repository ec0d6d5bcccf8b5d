// The style attribute: a short list of properties with plain values.
// Refuses addresses, functions but for colours, escapes, and whatever places text over other text.

/// Allow list of CSS declarations.
enum StyleSanitizer {
    /// The declarations that are allowed, as `name: value;`; nil when none is.
    static func sanitize(_ style: ArraySlice<UInt8>) -> String? {
        guard style.count <= longest else { return nil }
        var kept: [String] = []
        for declaration in style.split(separator: UInt8(ascii: ";")) {
            let parts = declaration.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let name = String(decoding: parts[0], as: UTF8.self).lowercased().filter { !$0.isWhitespace }
            let words = parts[1].split { $0 == 0x20 || (0x09...0x0D).contains($0) }
                .map { String(decoding: $0, as: UTF8.self) }
            let value = words.joined(separator: " ")
            guard !value.isEmpty, isAllowed(name, value, words) else { continue }
            kept.append("\(name): \(value);")
        }
        return kept.isEmpty ? nil : kept.joined(separator: " ")
    }

    /// Longer ones are not written by people.
    private static let longest = 4096

    private static func isAllowed(_ name: String, _ value: String, _ words: [String]) -> Bool {
        if properties.contains(name) { return isPlain(value) }
        if !measuredProperties.contains(name) {
            guard let family = name.split(separator: "-").first, boxFamilies.contains(String(family)), name.first != "-"
            else { return false }
        }
        return isPlain(value) && words.allSatisfy { keywords.contains($0.lowercased()) || isMeasure($0) }
            && name.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
    }

    /// Words, numbers, quoted names of words, and colours whose parentheses hold nothing but numbers.
    private static func isPlain(_ value: String) -> Bool {
        var quote: UInt8?
        var isInside = false
        var word: [UInt8] = []
        for byte in value.utf8 {
            let isWord = isLetter(byte) || isDigit(byte) || byte == 0x20
            if quote != nil {
                if byte == quote { quote = nil } else if !isWord { return false }
            } else if isInside {
                if byte == UInt8(ascii: ")") { isInside = false } else if !isNumeric(byte) { return false }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "(") {
                guard colourFunctions.contains(where: word.elementsEqual) else { return false }
                isInside = true
            } else if !isWord, !isNumeric(byte), byte != UInt8(ascii: "#"), byte != UInt8(ascii: "!") {
                return false
            }
            if isLetter(byte) { word.append(byte | 0x20) } else { word = [] }
        }
        return quote == nil && !isInside && !value.lowercased().contains("expression")
    }

    /// A colour, or a number of at most two digits before and after the point, with a unit: margins and borders that
    /// cannot push a text out of its place.
    private static func isMeasure(_ word: String) -> Bool {
        let bytes = word.utf8
        if bytes.first == UInt8(ascii: "#") { return bytes.count > 1 && bytes.dropFirst().allSatisfy(isHex) }
        if word.lowercased().hasPrefix("rgb(") { return bytes.dropFirst(4).allSatisfy { isNumeric($0) || $0 == 0x29 } }
        let whole = bytes.prefix(while: isDigit)
        var rest = bytes[whole.endIndex...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = rest.prefix(while: isDigit).count
            rest = rest.dropFirst(fraction)
        }
        // "0," and "0)" are the words of `rgb(0, 0, 0)`, whose numbers have three digits.
        if whole.count <= 3, fraction == 0, let end = rest.first, rest.count == 1, end == 0x29 || end == 0x2C {
            return true
        }
        guard whole.count + fraction > 0, whole.count <= 2, fraction <= 2 else { return false }
        return rest.isEmpty || units.contains(String(decoding: rest, as: UTF8.self).lowercased())
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
    private static func isNumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == 0x20 || byte == 0x25 || (0x2B...0x2E).contains(byte)
    }

    // MARK: - Lists

    private static let properties: Set<String> = [
        "background-color", "border-bottom-color", "border-collapse", "border-color", "border-left-color",
        "border-right-color", "border-top-color", "clear", "color", "cursor", "direction", "display", "float", "font",
        "font-family", "font-size", "font-style", "font-variant", "font-weight", "height", "line-height",
        "list-style-type", "max-height", "max-width", "overflow", "text-align", "text-decoration",
        "text-transform", "unicode-bidi", "vertical-align", "white-space", "width",
    ]

    /// Below zero, or large, they put words over what stands beside the text.
    private static let measuredProperties: Set<String> = ["letter-spacing", "text-indent", "word-spacing"]

    /// The only functions: others compute, load or move.
    private static let colourFunctions = ["hsl", "hsla", "rgb", "rgba"].map { Array($0.utf8) }

    private static let boxFamilies: Set<String> = ["background", "border", "margin", "padding"]

    private static let keywords: Set<String> = [
        "!important", "aqua", "auto", "black", "blue", "block", "bold", "both", "bottom", "brown", "center", "collapse",
        "dashed", "dotted", "double", "fuchsia", "gray", "green", "grey", "groove", "hidden", "inset", "italic", "left",
        "lime", "maroon", "medium", "navy", "none", "normal", "nowrap", "olive", "orange", "outset", "pointer",
        "purple",
        "red", "ridge", "right", "silver", "solid", "teal", "thick", "thin", "top", "transparent", "underline", "white",
        "yellow",
    ]

    private static let units: Set<String> = ["%", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "rem"]
}
