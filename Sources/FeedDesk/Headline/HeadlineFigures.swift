// One spelling for large figures: 1.200, 1,200 and 1 200 are 1200. Decimals keep their point. Part of the frozen
// headline recipe, version 1.

/// Groups of three digits are joined; nothing is ever dropped from a figure.
enum HeadlineFigures {
    /// The words of a line, which spaces part, joined by single spaces.
    static func join(_ line: [UInt8]) -> String {
        let line = singleSpaced(line)
        if !mayJoin(line) { return String(decoding: line, as: UTF8.self) }
        // By bytes: a mark that follows a space is one character with it, which would part nothing.
        return join(line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) })
    }

    private static func singleSpaced(_ line: [UInt8]) -> [UInt8] {
        var words: [UInt8] = []
        words.reserveCapacity(line.count)
        for byte in line where byte != 0x20 || (words.last ?? 0x20) != 0x20 { words.append(byte) }
        if words.last == 0x20 { words.removeLast() }
        return words
    }

    /// Whether a figure has a point in it or another behind it: else each is spelt as it stands.
    private static func mayJoin(_ line: [UInt8]) -> Bool {
        for index in line.indices {
            if line[index] == UInt8(ascii: ".") { return true }
            guard line[index] == 0x20, index > 0, index + 1 < line.count else { continue }
            if isDigit(line[index - 1]), isDigit(line[index + 1]) { return true }
        }
        return false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func join(_ words: [String]) -> String {
        var joined: [String] = []
        joined.reserveCapacity(words.count)
        var mayGrow = false
        for word in words {
            // Most words are no figures.
            guard let first = word.utf8.first, (0x2B...0x39).contains(first) else {
                joined.append(word)
                mayGrow = false
                continue
            }
            let plain = withoutPoints(word)
            if mayGrow, isGroup(plain), let last = joined.popLast() {
                joined.append(last + plain)
            } else {
                joined.append(plain)
                mayGrow = isHead(plain)
            }
        }
        return joined.joined(separator: " ")
    }

    /// 3.200.000 without its points; 2.5 as it is.
    private static func withoutPoints(_ word: String) -> String {
        guard word.hasByte(UInt8(ascii: ".")) else { return word }
        let groups = word.split(separator: ".", omittingEmptySubsequences: false)
        guard let head = groups.first, groups.count > 1, isHead(String(head)),
            groups.dropFirst().allSatisfy({ isGroup(String($0)) })
        else { return word }
        return groups.joined()
    }

    /// One to three digits, the first not 0, perhaps after a sign: what groups of three can follow.
    private static func isHead(_ word: String) -> Bool {
        let digits = word.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard word.utf8.count - digits.count <= 1, (1...3).contains(digits.count) else { return false }
        return digits.first != UInt8(ascii: "0") && digits.allSatisfy { (48...57).contains($0) }
    }

    private static func isGroup(_ word: String) -> Bool {
        word.utf8.count == 3 && word.utf8.allSatisfy { (48...57).contains($0) }
    }
}
