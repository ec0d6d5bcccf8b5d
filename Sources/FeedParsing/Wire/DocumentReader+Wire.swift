// Where the reader of feeds hands a wire document over: the elements are followed here, the items read there.

import XMLStream

extension DocumentReader {
    /// Whether the element is for the reader of wire documents: one of their roots, or anything after one.
    mutating func openWireRoot(_ tag: XMLStartTag, _ frame: inout Frame) -> Bool {
        if let format = WireReader.format(ofRoot: tag.localName.string) {
            let reader = wire ?? WireReader(format: format, options: options)
            wire = reader
            reader.start(tag)
            frame.scope = .wire
        }
        return wire != nil
    }

    mutating func openWire(_ tag: XMLStartTag, _ frame: inout Frame) {
        tellWireText()
        frame.scope = .wire
        frame.start = buffer.count
        wire?.start(tag)
    }

    mutating func closeWire() {
        tellWireText()
        wire?.end(base: base)
    }

    private mutating func tellWireText() {
        guard !buffer.isEmpty else { return }
        wire?.text(hasMistakenReference() ? MistakenReference.corrected(buffer[...])[...] : buffer[...])
        buffer.removeAll(keepingCapacity: true)
    }
}
