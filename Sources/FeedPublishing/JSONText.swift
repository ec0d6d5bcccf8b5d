// JSON with its fields in the order given, so that documents read well and are the same bytes every time.

/// A JSON value (RFC 8259).
enum JSONText {
    case string(String)
    case number(Int)
    case flag(Bool)
    case list([JSONText])
    /// Fields without a value are not written.
    case object([(name: String, value: JSONText?)])

    /// Two spaces of indentation, a line end at the end.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: 0)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// Without any white space between the tokens: one line.
    var line: String {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func strings(_ texts: [String]) -> JSONText { .list(texts.map { .string($0) }) }
}

extension JSONText {
    private func write(to bytes: inout [UInt8], depth: Int?) {
        switch self {
        case .string(let text): Self.quote(text, to: &bytes)
        case .number(let number): bytes += Array(String(number).utf8)
        case .flag(let flag): bytes += Array((flag ? "true" : "false").utf8)
        case .list(let values):
            Self.wrap("[", "]", values, to: &bytes, depth: depth) { value, bytes, depth in
                value.write(to: &bytes, depth: depth)
            }
        case .object(let fields):
            let written = fields.compactMap { field in field.value.map { (field.name, $0) } }
            Self.wrap("{", "}", written, to: &bytes, depth: depth) { field, bytes, depth in
                Self.quote(field.0, to: &bytes)
                bytes += Array((depth == nil ? ":" : ": ").utf8)
                field.1.write(to: &bytes, depth: depth)
            }
        }
    }

    private static func wrap<Item>(
        _ opening: String,
        _ closing: String,
        _ items: [Item],
        to bytes: inout [UInt8],
        depth: Int?,
        each write: (Item, inout [UInt8], Int?) -> Void
    ) {
        bytes += Array(opening.utf8)
        let inner = depth.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(to: &bytes, depth: inner)
            write(item, &bytes, inner)
        }
        if !items.isEmpty { breakLine(to: &bytes, depth: depth) }
        bytes += Array(closing.utf8)
    }

    private static func breakLine(to bytes: inout [UInt8], depth: Int?) {
        guard let depth else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes += [UInt8](repeating: UInt8(ascii: " "), count: 2 * depth)
    }

    private static func quote(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
            case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            // What XML forbids has no place in a text that all formats publish.
            case 0x00..<0x20, 0x7F: continue
            case 0xBE, 0xBF:
                bytes.append(byte)
                Markup.dropNoncharacter(from: &bytes)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
