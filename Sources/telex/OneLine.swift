// Text from elsewhere on one line of a terminal, a log or a table: it moves no cursor and starts no line of its own.

extension String {
    /// The text with each control character and line separator replaced by a space.
    var onOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.breaksLines ? " " : $0 }))
    }
}

extension Unicode.Scalar {
    /// Control characters, C0 and C1 (terminals obey both), and the separators of Unicode.
    var breaksLines: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
