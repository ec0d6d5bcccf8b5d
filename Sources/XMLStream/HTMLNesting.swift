// Which start tags end an element that is open: libxml2's own table, asked through its own functions.
// Refuses to know HTML itself: what libxml2 would do on reading is what counts.

private import CLibXML2

/// libxml2's rules on elements that end without an end tag.
package enum HTMLNesting {
    /// Whether `<newName>` ends `<openName>` when that is the innermost open element.
    package static func startTag(_ newName: String, closes openName: String) -> Bool {
        if newName == openName {
            // htmlAutoCloseTag says no to equal names without a look at its table.
            return HTMLTokens(parsing: "<\(openName)><\(newName)>").tokens.dropFirst().first?.kind == .end
        }
        var newName = Array(newName.utf8) + [0]
        return newName.withUnsafeMutableBufferPointer { name in
            var element = xmlNode()
            element.type = XML_ELEMENT_NODE
            element.name = UnsafePointer(name.baseAddress)
            return htmlAutoCloseTag(nil, Array(openName.utf8) + [0], &element) == 1
        }
    }
}
