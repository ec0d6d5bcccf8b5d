// Documents made to do harm, described in a few pieces and made while they are read: a gigabyte takes no memory here.

/// One such document, and what must come of it.
struct HostileDocument: Sendable {
    /// What reads it.
    enum Reader: Sendable {
        case feed
        /// The same, but all of the document, up to a limit, is needed at once.
        case json
        /// The sanitiser and the text extractor; the document is in memory whole.
        case html
    }

    /// A stretch of bytes.
    enum Piece: Sendable {
        case text(String)
        case bytes([UInt8])
        case many([UInt8], Int)
        /// Counted from zero, between two texts.
        case numbered(String, String, Int)

        static func many(_ text: String, _ count: Int) -> Piece { .many(Array(text.utf8), count) }
    }

    var name: String
    var reader: Reader
    var pieces: [Piece]
    /// Nil when the answer is right, else what is wrong with it.
    var check: @Sendable (HostileAnswer) -> String?

    /// Calls `body` with the document in chunks as a network has them.
    func stream(_ body: (ArraySlice<UInt8>) -> Void) {
        var chunk: [UInt8] = []
        chunk.reserveCapacity(2 * Self.chunkSize)
        func flush() {
            body(chunk[...])
            chunk.removeAll(keepingCapacity: true)
        }
        for piece in pieces {
            switch piece {
            case .text(let text): chunk += text.utf8
            case .bytes(let bytes): chunk += bytes
            case .many(let bytes, let most):
                let count = HostileSize.repetitions(most, of: bytes.count)
                let block = Array(repeatElement(bytes, count: min(count, Self.chunkSize / bytes.count + 1)).joined())
                for _ in 0..<(count * bytes.count / block.count) {
                    flush()
                    body(block[...])
                }
                chunk += block.prefix(count * bytes.count % block.count)
            case .numbered(let before, let after, let count):
                for number in 0..<HostileSize.repetitions(count, of: before.utf8.count + 5 + after.utf8.count) {
                    chunk += before.utf8
                    chunk += String(number).utf8
                    chunk += after.utf8
                    if chunk.count >= Self.chunkSize { flush() }
                }
            }
            if chunk.count >= Self.chunkSize { flush() }
        }
        flush()
    }

    /// All of it.
    var bytes: [UInt8] {
        var all: [UInt8] = []
        stream { all += $0 }
        return all
    }

    private static let chunkSize = 1 << 16
}

// MARK: - Shorthand

extension HostileDocument {
    static let head = "<rss version=\"2.0\"><channel><title>Bron</title>"
    static let item = "<item><guid>1</guid><title>Kop</title><description>Tekst</description></item>"
    static let tail = "</channel></rss>"

    /// A feed document.
    static func feed(
        _ name: String,
        _ pieces: [Piece],
        check: @escaping @Sendable (HostileAnswer) -> String?
    ) -> HostileDocument {
        HostileDocument(name: name, reader: .feed, pieces: pieces, check: check)
    }

    /// The pieces inside a channel, before one good item.
    static func channel(
        _ name: String,
        _ pieces: [Piece],
        check: @escaping @Sendable (HostileAnswer) -> String? = HostileAnswer.entries(1)
    ) -> HostileDocument {
        feed(name, [.text(head)] + pieces + [.text(item + tail)], check: check)
    }

    /// The pieces as the description of the first of two items.
    static func description(
        _ name: String,
        _ pieces: [Piece],
        check: @escaping @Sendable (HostileAnswer) -> String? = HostileAnswer.entries(2)
    ) -> HostileDocument {
        let open = head + "<item><guid>0</guid><title>Eerste</title><description>"
        return feed(name, [.text(open)] + pieces + [.text("</description></item>" + item + tail)], check: check)
    }

    /// A fragment of HTML.
    static func html(
        _ name: String,
        _ pieces: [Piece],
        check: @escaping @Sendable (HostileAnswer) -> String? = HostileAnswer.safe
    ) -> HostileDocument {
        HostileDocument(name: name, reader: .html, pieces: pieces, check: check)
    }
}
