// A handler that is a struct, as the class a push parser tells events.

/// What an ``XMLEventHandler`` is told, told to a struct: see there.
package protocol XMLEventReader {
    /// An element begins; whether its text is to be told.
    mutating func startElement(_ tag: XMLStartTag) -> Bool
    /// Closes the element that was opened last; whether text that follows is to be told.
    mutating func endElement() -> Bool
    /// All text up to the next tag.
    mutating func text(_ bytes: XMLBytes)
}

/// Holds a reader for one parser.
package final class XMLEventBox<Reader: XMLEventReader>: XMLEventHandler {
    // A property of a class is checked for overlapping access at each event; no event comes while one is being told.
    private let memory: UnsafeMutablePointer<Reader>

    /// Takes the reader.
    package init(_ reader: Reader) {
        memory = .allocate(capacity: 1)
        memory.initialize(to: reader)
    }

    deinit {
        memory.deinitialize(count: 1)
        memory.deallocate()
    }

    /// Not to be touched from within an event.
    package var reader: Reader {
        _read { yield memory.pointee }
        _modify { yield &memory.pointee }
    }

    /// See ``XMLEventHandler``.
    package func startElement(_ tag: XMLStartTag) -> Bool { memory.pointee.startElement(tag) }
    /// See ``XMLEventHandler``.
    package func endElement() -> Bool { memory.pointee.endElement() }
    /// See ``XMLEventHandler``.
    package func text(_ bytes: XMLBytes) { memory.pointee.text(bytes) }
}
