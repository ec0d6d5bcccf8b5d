// How much is enough: built for speed the documents are as large as their names say, built for debugging a sixteenth.

enum HostileSize {
    static let gigabyte = 1 << 30

    /// So many repetitions of so many bytes; fewer where this program is slow, but never less than a megabyte.
    static func repetitions(_ count: Int, of bytes: Int) -> Int {
        #if DEBUG
            let least = (1 << 20) / max(1, bytes)
            return count <= least ? count : max(least, count / 16)
        #else
            return count
        #endif
    }
}
