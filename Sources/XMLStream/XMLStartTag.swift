// A start tag as libxml2 lends it: names as small numbers, values as bytes, nothing copied until asked for.

import CLibXML2

/// A start tag; valid only during the `startElement` call it came with.
package struct XMLStartTag {
    /// The number the parser's `codes` closure gave this name.
    package let code: UInt16
    let state: UnsafeMutablePointer<XMLPushState>
    let local: UnsafePointer<UInt8>?
    let prefix: UnsafePointer<UInt8>?
    /// Five pointers each: local name, prefix, URI, value, end of value.
    let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    /// Pairs of prefix and URI.
    let declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let declarationCount: Int
    /// Declarations of namespaces are no attributes.
    package let attributeCount: Int

    /// The name without its prefix.
    package var localName: XMLBytes { XMLBytes(terminated: local) }
    /// Empty when the name has none.
    package var namePrefix: XMLBytes { XMLBytes(terminated: prefix) }
    /// The line of the tag, from 1.
    package var line: Int { state.pointee.line }
    /// From 1, in bytes.
    package var column: Int { state.pointee.column }

    /// The namespaces this tag declares.
    package var declaredURIs: [String] {
        (0..<declarationCount).map { XMLBytes(terminated: declarations?[2 * $0 + 1]).string }
    }

    /// The value of the attribute with this code, entities resolved; nil when it is not there.
    package func value(_ code: UInt16) -> XMLBytes? {
        for index in 0..<attributeCount where attributeCode(at: index) == code {
            return attributeValue(at: index)
        }
        return nil
    }

    /// The attribute's code; `index` is below `attributeCount`, else 0.
    package func attributeCode(at index: Int) -> UInt16 {
        guard let field = fields(at: index) else { return 0 }
        return state.pointee.code(local: field[0], prefix: field[1], uri: field[2])
    }

    /// The name without its prefix; `index` is below `attributeCount`.
    package func attributeName(at index: Int) -> XMLBytes {
        XMLBytes(terminated: fields(at: index)?[0])
    }

    /// Empty when the name has none.
    package func attributePrefix(at index: Int) -> XMLBytes {
        XMLBytes(terminated: fields(at: index)?[1])
    }

    /// The value, references resolved; `index` is below `attributeCount`.
    package func attributeValue(at index: Int) -> XMLBytes {
        guard let field = fields(at: index), let start = field[3], let end = field[4] else {
            return XMLBytes(start: nil, count: 0)
        }
        return state.pointee.resolved(XMLBytes(start: start, count: end - start))
    }

    private func fields(at index: Int) -> UnsafeMutablePointer<UnsafePointer<UInt8>?>? {
        index >= 0 && index < attributeCount ? attributes.map { $0 + 5 * index } : nil
    }
}
