// Elements that stood inside a text, written out again as HTML for the sanitiser. Output only; nothing is judged here.

import XMLStream

enum MarkupWriter {
    /// Adds text with `&`, `<` and `>` escaped.
    static func escape(_ text: some Sequence<UInt8>, into buffer: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): buffer += "&amp;".utf8
            case UInt8(ascii: "<"): buffer += "&lt;".utf8
            case UInt8(ascii: ">"): buffer += "&gt;".utf8
            default: buffer.append(byte)
            }
        }
    }

    /// Adds an attribute's value with the quotation mark escaped too.
    static func escapeValue(_ value: some Sequence<UInt8>, into buffer: inout [UInt8]) {
        for byte in value {
            if byte == UInt8(ascii: "\"") {
                buffer += "&quot;".utf8
            } else {
                escape(CollectionOfOne(byte), into: &buffer)
            }
        }
    }

    /// Adds the start tag without prefixes and declarations; returns where its name is in `buffer`.
    ///
    /// - Parameter base: what addresses in attributes are made absolute with; nil leaves them as they are.
    static func open(_ tag: XMLStartTag, base: String?, into buffer: inout [UInt8]) -> Range<Int> {
        buffer.append(UInt8(ascii: "<"))
        let start = buffer.count
        tag.localName.append(to: &buffer)
        let name = start..<buffer.count
        for index in 0..<tag.attributeCount where tag.attributePrefix(at: index).isEmpty {
            buffer.append(UInt8(ascii: " "))
            tag.attributeName(at: index).append(to: &buffer)
            buffer += "=\"".utf8
            var value = Array(tag.attributeValue(at: index))
            if let base, addresses.contains(where: tag.attributeName(at: index).matches) {
                value = Array(URLReference.resolve(String(decoding: value, as: UTF8.self), base: base).utf8)
            }
            escapeValue(value, into: &buffer)
            buffer.append(UInt8(ascii: "\""))
        }
        buffer.append(UInt8(ascii: ">"))
        return name
    }

    /// Adds the end tag for the name at `name` in `buffer`; void elements have none.
    static func close(_ name: Range<Int>, in buffer: inout [UInt8]) {
        guard name.upperBound <= buffer.count else { return }
        let bytes = Array(buffer[name])
        guard bytes.count > longestVoid || !isVoid(String(decoding: bytes, as: UTF8.self).lowercased()) else { return }
        buffer += "</".utf8
        buffer += bytes
        buffer.append(UInt8(ascii: ">"))
    }

    /// Whether the element has no end tag; `name` is in lower case.
    static func isVoid(_ name: String) -> Bool { void.contains(name) }

    private static let addresses: [StaticString] = [
        "href", "src", "cite", "action", "longdesc", "background", "poster",
    ]

    /// In bytes.
    private static let longestVoid = 6

    private static let void = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
}
