// The text between two tags, put together from the pieces libxml2 hands out (a CDATA section comes 300 bytes at a time).

/// Memory that grows and is used again for the next run.
struct XMLTextRun: ~Copyable {
    /// What comes after so many bytes is dropped: no text is that long, but white space without end may be sent.
    static let longest = 16 << 20

    /// Something was dropped, of this run or one before.
    private(set) var isCut = false

    private var isFull = false
    private var memory: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    init() {
        memory = .allocate(capacity: 4096)
    }

    deinit { memory.deallocate() }

    var isEmpty: Bool { count == 0 }

    /// Valid until the next change.
    var bytes: XMLBytes { XMLBytes(start: memory.baseAddress, count: count) }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let source = piece.baseAddress, let target = memory.baseAddress else { return }
        guard count + piece.count <= memory.count else {
            if count + piece.count > Self.longest { return fill(from: piece) }
            grow(to: count + piece.count)
            return append(piece)
        }
        (target + count).update(from: source, count: piece.count)
        count += piece.count
    }

    mutating func clear() {
        count = 0
        isFull = false
    }

    /// Takes what there is room for, up to the end of a character: the same wherever the pieces were cut.
    private mutating func fill(from piece: UnsafeBufferPointer<UInt8>) {
        guard !isFull else { return }
        isCut = true
        isFull = true
        var room = Self.longest - count
        while room > 0, piece[room] & 0xC0 == 0x80 { room -= 1 }
        if memory.count < Self.longest { grow(to: Self.longest) }
        _ = memory[count...].update(fromContentsOf: piece[..<room])
        count += room
    }

    private mutating func grow(to needed: Int) {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
            capacity: min(max(needed, memory.count * 2), Self.longest)
        )
        _ = larger.update(fromContentsOf: memory[..<count])
        memory.deallocate()
        memory = larger
    }
}
