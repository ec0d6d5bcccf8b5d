// The names of one document: each numbered once, and what their namespaces tell of the format.

import XMLStream

/// Apart from the reader, for names are asked about while the reader is at work.
final class DocumentNames {
    /// Namespace URIs the document uses.
    var namespaces: Set<String> = []
    var isAtom = false
    private var isRootKnown = false

    /// Numbers a name and remembers which namespaces occur.
    func code(of name: XMLName) -> UInt16 {
        if let uri = name.namespaceURI, namespaces.count < 100 { namespaces.insert(uri) }
        // The root's name is the first that is asked about.
        if !isRootKnown, name.local.lowercased() == "feed" { isAtom = true }
        isRootKnown = true
        return FeedTerm.code(of: name, isAtom: isAtom)
    }
}
