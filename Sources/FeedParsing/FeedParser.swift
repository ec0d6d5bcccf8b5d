// One document in, one feed out: settles the encoding, picks the reader, and tries again where that can save items.
// Reads nothing but what it is given.

package import FeedModel
import XMLStream

/// Parses one feed document that may arrive in pieces. The result depends on the bytes, never on how they were cut.
package struct FeedParser {
    private enum Stage {
        /// Too little is here to tell what it is.
        case undecided
        case xml(XMLPass)
        /// Nothing to read while bytes come: JSON, read at the end, or no feed at all.
        case collecting(Prolog.Kind)
    }

    /// What is looked at before anything is decided.
    private static let headSize = 4096
    /// What is decoded, filtered and parsed at a time: little enough to stay in the processor's cache.
    private static let pieceSize = 1 << 15
    /// Documents up to this size are kept until the end, so that damage can be repaired with the whole in view.
    private static let replayLimit = 16 << 20

    /// JSON is read at the end and needs all of it; a longer document is read as far as this.
    private static let jsonLimit = 32 << 20

    /// Entries beyond these are not read: a few bytes each could otherwise fill the memory.
    package static let mostEntries = 10_000

    private let options: ParseOptions
    private var stage = Stage.undecided
    private var input: TextInput?
    private var plan: EncodingPlan?
    /// Everything pushed, from the first byte that is not white space.
    private var bytes: ArraySlice<UInt8> = []
    private var isComplete = true
    private var blankLines = 0
    private var hasBlankBefore = false

    /// A parser for one document.
    package init(options: ParseOptions) {
        self.options = options
    }

    /// Parses a whole document.
    package static func parse(
        _ bytes: [UInt8],
        options: ParseOptions = ParseOptions()
    ) throws(FeedParsingError) -> ParsedFeed {
        var parser = FeedParser(options: options)
        parser.push(bytes[...])
        return try parser.finish()
    }

    /// The next bytes of the document.
    package mutating func push(_ chunk: ArraySlice<UInt8>) {
        let chunk = bytes.isEmpty ? skipBlank(chunk) : chunk
        guard !chunk.isEmpty else { return }
        keep(chunk)
        if case .undecided = stage {
            if bytes.count >= Self.headSize { begin() }
        } else {
            read(chunk)
        }
    }

    /// The document is complete: the feed it is, with everything that was wrong with it.
    package mutating func finish() throws(FeedParsingError) -> ParsedFeed {
        if case .undecided = stage { begin() }
        input?.finish()
        if isComplete { checkEncoding() }
        switch stage {
        case .undecided, .collecting(.empty): throw .empty
        case .collecting(.json): return try readJSON()
        case .collecting: throw misfit(root: nil)
        case .xml(let pass): return try finish(pass)
        }
    }

    // MARK: - Steps

    /// White space before the document is never needed; it may be endless.
    private mutating func skipBlank(_ chunk: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = chunk.drop(while: WhiteSpace.contains)
        if rest.startIndex > chunk.startIndex {
            hasBlankBefore = true
            for byte in chunk[..<rest.startIndex] where byte == 0x0A { blankLines += 1 }
        }
        return rest
    }

    private mutating func keep(_ chunk: ArraySlice<UInt8>) {
        guard isComplete else { return }
        if bytes.isEmpty {
            // Not copied: most documents come whole.
            bytes = chunk
        } else if isJSON {
            bytes += chunk.prefix(Self.jsonLimit - bytes.count)
        } else if bytes.count + chunk.count <= Self.replayLimit {
            bytes += chunk
        } else {
            isComplete = false
            bytes = Array(bytes.prefix(Self.headSize))[...]
        }
    }

    /// JSON is read at the end and needs all of it.
    private var isJSON: Bool {
        if case .collecting(.json) = stage { true } else { false }
    }

    private mutating func begin() {
        let plan = EncodingPlan(head: bytes, contentType: options.contentType)
        self.plan = plan
        start(plan.candidates)
    }

    /// Reads everything that is here in the first encoding of `candidates` that can be decoded.
    private mutating func start(_ candidates: [TextEncoding]) {
        guard let plan else { return }
        input = candidates.lazy.compactMap { TextInput(encoding: $0) }.first
        // As much as is looked at in every case, however the bytes come.
        let head = bytes.prefix(Self.headSize)
        let prolog = Prolog(input?.read(head.dropFirst(plan.markLength)) ?? [], hasBlankBefore: hasBlankBefore)
        guard prolog.kind == .xml else {
            stage = .collecting(prolog.kind)
            return
        }
        let pass = XMLPass(options: options)
        pass.prologIssue = prolog.issue
        stage = .xml(pass)
        pass.push(prolog.head[...])
        read(bytes[head.endIndex...])
    }

    private mutating func read(_ chunk: ArraySlice<UInt8>) {
        guard case .xml(let pass) = stage else { return }
        var rest = chunk
        while !rest.isEmpty, !pass.isStopped {
            pass.push(input?.read(rest.prefix(Self.pieceSize)) ?? [])
            rest = rest.dropFirst(Self.pieceSize)
        }
    }

    /// Reads the document again when its label proves wrong.
    private mutating func checkEncoding() {
        guard let plan, let input, let tried = self.input?.encoding else { return }
        if input.isPlausible {
            // What is valid UTF-8 was not written in another encoding, whatever a label from older days says.
            guard tried != .utf8, plan.candidates.contains(.utf8), CharacterFilter.isMultiByteText(bytes)
            else { return }
            start([.utf8])
            self.input?.finish()
            return
        }
        // The next encoding in which the document makes sense is the right one.
        for candidate in plan.candidates.drop(while: { $0 != tried }).dropFirst() {
            start([candidate])
            self.input?.finish()
            if self.input?.isPlausible == true { return }
        }
    }

    /// The whole document as clean UTF-8.
    private func decoded() -> [UInt8] {
        guard let encoding = input?.encoding, var input = TextInput(encoding: encoding) else { return Array(bytes) }
        return Array(input.read(bytes.dropFirst(plan?.markLength ?? 0)))
    }

    /// The same, blanked where the first pass skipped something.
    private func prepared() -> [UInt8] {
        let text = decoded()
        guard let encoding = input?.encoding, var head = TextInput(encoding: encoding) else { return text }
        let first = head.read(bytes.prefix(Self.headSize).dropFirst(plan?.markLength ?? 0))
        return Prolog(first, hasBlankBefore: false).head + text.dropFirst(first.count)
    }

    private func readJSON() throws(FeedParsingError) -> ParsedFeed {
        var feed = try JSONReader.read(decoded(), options: options)
        feed.issues = (input?.issues ?? []) + feed.issues
        if input?.issues.isEmpty == false { feed.isDamaged = true }
        return feed
    }

    private func finish(_ first: XMLPass) throws(FeedParsingError) -> ParsedFeed {
        first.finish()
        var pass = first
        if first.isDamaged, isComplete, !first.isForeign {
            let repaired = XMLPass(options: options, isRepairing: true)
            repaired.prologIssue = first.prologIssue
            repaired.push(MarkupRepair.repair(prepared())[...])
            repaired.finish()
            if repaired.entryCount >= first.entryCount { pass = repaired }
        }
        guard pass.isFeed else { throw misfit(root: pass.foreignRoot) }
        var feed = pass.feed
        let label = wrongLabelIssue
        feed.issues = label + (input?.issues ?? []) + first.issues + feed.issues
        feed.isDamaged = feed.isDamaged || first.hasErrors || !label.isEmpty || input?.issues.isEmpty == false
        for index in feed.issues.indices where feed.issues[index].line > 0 { feed.issues[index].line += blankLines }
        if pass.skippedEntryCount > 0 { feed.issues.append(.entriesNotRead(pass.skippedEntryCount)) }
        feed.issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
        return feed
    }

    private func misfit(root: String?) -> FeedParsingError {
        if root == nil, let kind = Misfit.binaryKind(of: bytes) { return .notAFeed(kind) }
        let isText = input?.encoding.isASCIICompatible == false || !bytes.prefix(Self.headSize).contains(0)
        return Misfit.describe(decoded(), root: root, isBinary: !isText && root == nil)
    }

    private var wrongLabelIssue: [ParseIssue] {
        guard let plan, let encoding = input?.encoding else { return [] }
        guard plan.hasWrongLabel || plan.candidates.first != encoding else { return [] }
        let text = "the encoding is not as labelled; read as \(encoding.name)"
        return [ParseIssue(line: 1, column: 1, message: text)]
    }
}

extension ParseIssue {
    /// The document has more entries than are read.
    static func entriesNotRead(_ count: Int) -> ParseIssue {
        let message = "only the first \(FeedParser.mostEntries) entries are read; \(count) more were skipped"
        return ParseIssue(line: 0, column: 0, message: message)
    }
}
