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
    /// Documents up to this size are kept until the end, so that damage can be repaired with the whole in view.
    private static let replayLimit = 16 << 20

    private let options: ParseOptions
    private var stage = Stage.undecided
    private var input: TextInput?
    private var plan: EncodingPlan?
    /// Everything pushed, from the first byte that is not white space.
    private var bytes: [UInt8] = []
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
        if isComplete, input?.isPlausible == false { tryOtherEncodings() }
        switch stage {
        case .undecided, .collecting(.empty): throw .empty
        case .collecting(.json):
            return try readJSON()
        case .collecting: throw Misfit.describe(decoded(), root: nil)
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
            bytes = Array(chunk)
        } else if bytes.count + chunk.count <= Self.replayLimit || !isXML {
            bytes += chunk
        } else {
            isComplete = false
            bytes = Array(bytes.prefix(Self.headSize))
        }
    }

    private var isXML: Bool {
        if case .xml = stage { true } else { false }
    }

    private mutating func begin() {
        let plan = EncodingPlan(head: bytes[...], contentType: options.contentType)
        self.plan = plan
        start(plan.candidates)
    }

    /// Reads everything that is here in the first encoding of `candidates` that can be decoded.
    private mutating func start(_ candidates: [TextEncoding]) {
        guard let plan else { return }
        var input = candidates.lazy.compactMap { TextInput(encoding: $0) }.first
        let text = input?.read(bytes.dropFirst(plan.markLength)) ?? []
        self.input = input
        let prolog = Prolog(text, hasBlankBefore: hasBlankBefore)
        guard prolog.kind == .xml else {
            stage = .collecting(prolog.kind)
            return
        }
        let pass = XMLPass(options: options)
        pass.prologIssue = prolog.issue
        stage = .xml(pass)
        pass.push(prolog.head[...])
    }

    private mutating func read(_ chunk: ArraySlice<UInt8>) {
        guard case .xml(let pass) = stage, !pass.isStopped else { return }
        pass.push(input?.read(chunk) ?? [])
    }

    /// The label was wrong: the next encoding in which the document makes sense is the right one.
    private mutating func tryOtherEncodings() {
        guard let plan, let tried = input?.encoding else { return }
        for candidate in plan.candidates.drop(while: { $0 != tried }).dropFirst() {
            start([candidate])
            input?.finish()
            if input?.isPlausible == true { return }
        }
    }

    /// The whole document as clean UTF-8.
    private func decoded() -> [UInt8] {
        guard let encoding = input?.encoding, var input = TextInput(encoding: encoding) else { return bytes }
        return Array(input.read(bytes.dropFirst(plan?.markLength ?? 0)))
    }

    private func readJSON() throws(FeedParsingError) -> ParsedFeed {
        var feed = try JSONFeedReader.read(decoded(), options: options)
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
            repaired.push(MarkupRepair.repair(Prolog(decoded()[...], hasBlankBefore: false).head)[...])
            repaired.finish()
            if repaired.entryCount >= first.entryCount { pass = repaired }
        }
        guard pass.isFeed else { throw Misfit.describe(decoded(), root: pass.foreignRoot) }
        var feed = pass.feed
        let label = wrongLabelIssue
        feed.issues = label + (input?.issues ?? []) + first.issues + feed.issues
        feed.isDamaged = feed.isDamaged || first.hasErrors || !label.isEmpty || input?.issues.isEmpty == false
        for index in feed.issues.indices where feed.issues[index].line > 0 { feed.issues[index].line += blankLines }
        feed.issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
        return feed
    }

    private var wrongLabelIssue: [ParseIssue] {
        guard let plan, let encoding = input?.encoding else { return [] }
        guard plan.hasWrongLabel || plan.candidates.first != encoding else { return [] }
        let text = "the encoding is not as labelled; read as \(encoding.name)"
        return [ParseIssue(line: 1, column: 1, message: text)]
    }
}
