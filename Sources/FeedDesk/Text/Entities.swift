// Character references in text: the numeric ones and the names that reach headlines. A name this table does not know
// stays as written.

import FeedModel

/// HTML character references (HTML standard, 13.5), as far as sanitised HTML and escaped headlines use them.
enum Entities {
    /// Longest reference looked at, `&` and `;` included.
    private static let longest = 12

    /// The reference whose `&` is at `start`: what it stands for and the index after its `;`. Nil when it is none.
    static func reference(in bytes: [UInt8], at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        let limit = min(bytes.count, start + longest)
        guard start < limit, bytes[start] == UInt8(ascii: "&"),
            let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let name = bytes[(start + 1)..<end]
        guard let scalar = name.first == UInt8(ascii: "#") ? numeric(name.dropFirst()) : named(name) else { return nil }
        return (scalar, end + 1)
    }

    /// The text with its references resolved, once.
    static func resolve(_ text: String) -> String {
        guard text.hasByte(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        var resolved: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let (scalar, end) = reference(in: bytes, at: index) {
                resolved.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index = end
            } else {
                resolved.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: resolved, as: UTF8.self)
    }

    private static func numeric(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
        let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
        guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
            let value = UInt32(text, radix: isHex ? 16 : 10), value != 0
        else { return nil }
        // The numbers of windows-1252 are written where Unicode's are meant.
        let meant = String(describing: Windows1252.character(UInt8(exactly: value) ?? 0))
        return meant.unicodeScalars.first ?? Unicode.Scalar(value)
    }

    private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        names[String(decoding: name, as: UTF8.self)]
    }

    private static let names: [String: Unicode.Scalar] = {
        var names: [String: Unicode.Scalar] = [:]
        for (offset, name) in latin1.split(separator: " ").enumerated() {
            names[String(name)] = Unicode.Scalar(UInt32(0xA0 + offset))
        }
        for pair in others.split(separator: " ") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard let name = parts.first, let code = parts.last, let value = UInt32(code, radix: 16) else { continue }
            names[String(name)] = Unicode.Scalar(value)
        }
        return names
    }()

    /// U+00A0 to U+00FF in order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
        micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
        AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
        times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
        egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash \
        ugrave uacute ucirc uuml yacute thorn yuml
        """

    private static let others = """
        amp=26 lt=3C gt=3E quot=22 apos=27 ndash=2013 mdash=2014 lsquo=2018 rsquo=2019 sbquo=201A ldquo=201C \
        rdquo=201D bdquo=201E hellip=2026 euro=20AC trade=2122 bull=2022 dagger=2020 Dagger=2021 prime=2032 \
        Prime=2033 lsaquo=2039 rsaquo=203A oelig=153 OElig=152 scaron=161 Scaron=160 Yuml=178 ensp=2002 emsp=2003 \
        thinsp=2009 zwnj=200C zwj=200D lrm=200E rlm=200F minus=2212 hyphen=2010
        """
}
