// The C side of the push parser: each callback finds its parser and says one thing to it.

import CLibXML2

extension XMLPushParser {
    static func makeCallbacks() -> xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        telex_sax2_magic(&callbacks)
        callbacks.startElementNs = { user, local, prefix, uri, declared, declarations, count, _, attributes in
            XMLPushParser.with(user) { parser in
                parser.started(
                    XMLStartTag(
                        code: parser.state.pointee.code(local: local, prefix: prefix, uri: uri),
                        state: parser.state,
                        local: local,
                        prefix: prefix,
                        attributes: attributes,
                        declarations: declarations,
                        declarationCount: Int(declared),
                        attributeCount: Int(count)
                    )
                )
            }
        }
        callbacks.endElementNs = { user, _, _, _ in XMLPushParser.with(user) { $0.ended() } }
        callbacks.characters = { user, bytes, count in
            let text = UnsafeBufferPointer(start: bytes, count: Int(count))
            XMLPushParser.with(user) { $0.state.pointee.read(text) }
        }
        // The same function as `characters`: libxml2 then skips its guess at which blanks matter.
        callbacks.ignorableWhitespace = callbacks.characters
        callbacks.cdataBlock = callbacks.characters
        callbacks.getEntity = { user, name in
            name.flatMap { XMLPushParser.from(user)?.state.pointee.entity(named: $0) }
        }
        callbacks.entityDecl = { user, name, type, _, _, content in
            guard type == Int32(bitPattern: XML_INTERNAL_GENERAL_ENTITY.rawValue), let name, let content else { return }
            XMLPushParser.from(user)?.state.pointee.declareEntity(named: name, content: content)
        }
        callbacks.serror = { user, error in
            guard let parser = XMLPushParser.from(user), let error = error?.pointee else { return }
            let place = (line: parser.state.pointee.line, column: parser.state.pointee.column)
            guard let issue = XMLIssue(error, line: place.line, column: place.column) else { return }
            parser.state.pointee.note(issue)
        }
        return callbacks
    }

    /// Without a retain: the parser's owner keeps it for the length of `push`, in which callbacks come.
    private static func with(_ user: UnsafeMutableRawPointer?, do body: (XMLPushParser) -> Void) {
        guard let user else { return }
        Unmanaged<XMLPushParser>.fromOpaque(user)._withUnsafeGuaranteedRef { body($0) }
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> XMLPushParser? {
        user.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension XMLIssue {
    /// Nil for what libxml2 only remarks on.
    fileprivate init?(_ error: xmlError, line: Int, column: Int) {
        guard error.level == XML_ERR_ERROR || error.level == XML_ERR_FATAL else { return nil }
        let text = error.message.map { String(cString: $0) } ?? "error \(error.code)"
        self.init(
            line: line,
            column: column,
            message: text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            isFatal: error.level == XML_ERR_FATAL
        )
    }
}
