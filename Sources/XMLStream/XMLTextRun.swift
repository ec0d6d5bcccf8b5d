// The text between two tags, put together from the pieces libxml2 hands out (a CDATA section comes 300 bytes at a time).

/// Memory that grows and is used again for the next run.
struct XMLTextRun: ~Copyable {
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
            grow(to: count + piece.count)
            return append(piece)
        }
        (target + count).update(from: source, count: piece.count)
        count += piece.count
    }

    mutating func clear() { count = 0 }

    private mutating func grow(to needed: Int) {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(needed, memory.count * 2))
        _ = larger.update(fromContentsOf: memory[..<count])
        memory.deallocate()
        memory = larger
    }
}
