// libxml2's HTML parser, kept for one fragment after another: its context and its names are made once.
// Refuses implied html, head, body and p elements, encodings named in the text, and every error message.

private import CLibXML2

/// Parses the fragments of one document. Not to be used by two threads at a time.
package final class HTMLParser {
    /// The tokenizer lives behind a pointer: callbacks come for every tag, and a class's properties would each be
    /// checked for overlapping access.
    private let state: UnsafeMutablePointer<HTMLTokenizer>

    package init() {
        state = .allocate(capacity: 1)
        state.initialize(to: HTMLTokenizer())
    }

    deinit {
        state.pointee.free()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// The tokens of a fragment in UTF-8, into memory that is used again. Text that needs no parser comes in tokens of its
    /// own, marked as plain; all text together is what ``HTMLTokens/init(parsing:)`` gives.
    package func parse(_ html: ArraySlice<UInt8>, into tokens: inout HTMLTokens) {
        // The state lives as long as the parser, of which nothing else is used here.
        defer { withExtendedLifetime(self) {} }
        swap(&state.pointee.result, &tokens)
        let isRead = html.withUnsafeBufferPointer {
            state.pointee.readWellFormed($0) || HTMLTokenizer.readOutline(of: $0, state)
        }
        if !isRead {
            // These bytes need not be UTF-8; a String always is.
            var text = String(decoding: html, as: UTF8.self)
            text.withUTF8 { HTMLTokenizer.readAll(of: $0, state) }
        }
        swap(&state.pointee.result, &tokens)
    }

    /// As ``parse(_:into:)``, but every character is libxml2's.
    func parseWhole(_ html: UnsafeBufferPointer<UInt8>, into tokens: inout HTMLTokens) {
        defer { withExtendedLifetime(self) {} }
        swap(&state.pointee.result, &tokens)
        HTMLTokenizer.readAll(of: html, state)
        swap(&state.pointee.result, &tokens)
    }
}
